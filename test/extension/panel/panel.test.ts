// The pure parts of the panel: quoting, sizes, filter, grouping, what has to be drawn again, run wishes.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  optionsOf,
  parseBytes,
  parsePort,
  runArguments,
  wishOf,
  words,
} from "../../../extension/commands/images/run-wish.ts";
import { dockerLine } from "../../../extension/docker-line.ts";
import { filtered, grouped, sorted } from "../../../extension/views/arrange.ts";
import { differences } from "../../../extension/views/differences.ts";
import type { Node } from "../../../extension/views/node.ts";
import { shortReference } from "../../../extension/wording/container-fields.ts";
import { escaped, size } from "../../../extension/wording/format.ts";

const pets = [
  { name: "rex", kind: "dog", created: 1 },
  { name: "tom", kind: "cat", created: 3 },
  { name: "ada", kind: "", created: 2 },
];
const fields = {
  name: ({ name }: (typeof pets)[number]) => name,
  kind: ({ kind }: (typeof pets)[number]) => kind,
};

test("a docker line can be pasted into a shell", () => {
  assert.equal(
    dockerLine("run", "-e", "A=it's $HOME", undefined, "nginx:1"),
    `docker run -e 'A=it'\\''s $HOME' nginx:1`,
  );
});

test("a short reference is what stands behind the path of the registry", () => {
  const digest = `@sha256:${"0123456789ab".padEnd(64, "c")}`;
  assert.deepEqual(
    ["busybox:1.35", "localhost:5000/team/shop/web:1", `ghcr.io/a/b${digest}`, ""].map(
      shortReference,
    ),
    ["busybox:1.35", "web:1", "b@0123456789ab", ""],
  );
});

test("sizes are decimal, with three figures", () => {
  assert.deepEqual(
    [0, 999, 1234, 56_789_000, 999_999_999].map((bytes) => size(bytes)),
    ["0B", "999B", "1.23kB", "56.8MB", "1GB"],
  );
});

test("engine text in Markdown stays text", () => {
  assert.doesNotMatch(escaped("[x](command:evil) <b>\n`"), /[[\]()<>`\n:]/);
});

test("a filter wants every word, in any field and case", () => {
  assert.deepEqual(
    filtered(pets, "DOG re", fields).map(({ name }) => name),
    ["rex"],
  );
  assert.equal(filtered(pets, " ", fields).length, 3);
});

test("rows are sorted by a field, or the newest first", () => {
  assert.deepEqual(
    sorted(pets, "name", fields).map(({ name }) => name),
    ["ada", "rex", "tom"],
  );
  assert.deepEqual(
    sorted(pets, "created", fields).map(({ name }) => name),
    ["tom", "ada", "rex"],
  );
});

test("groups come in alphabetical order, the nameless last", () => {
  assert.deepEqual(
    grouped(pets, fields.kind).map(({ name }) => name),
    ["cat", "dog", ""],
  );
});

const row = (id: string, stamp: number): Node => ({
  id,
  stamp,
  contextValue: "row",
  item: () => ({}),
});

test("only rows that changed are drawn again, and keep their identity", () => {
  const [a, b] = [row("a", 1), row("b", 1)];
  const shown = new Map([["", [a, b]]]);
  const changed = differences(shown, new Map([["", [row("a", 1), row("b", 2)]]]));
  assert.ok(changed !== "all");
  assert.equal(changed.length, 1);
  assert.equal(changed[0], b);
  assert.equal(b.stamp, 2);
});

test("a row that comes or goes draws the tree again", () => {
  const shown = new Map([["", [row("a", 1)]]]);
  assert.equal(differences(shown, new Map([["", [row("a", 1), row("b", 1)]]])), "all");
});

test("a row that comes or goes in a group draws that group alone, with what is below", async () => {
  const group = (id: string, rows: Node[]): Node => ({
    ...row(id, 1),
    isGroup: true,
    children: () => rows,
  });
  const inner = group("p/s", [row("c1", 1)]);
  const outer = group("p", [inner]);
  const shown = new Map([
    ["", [outer]],
    ["p", [inner]],
    ["p/s", [row("c1", 1)]],
  ]);
  const fresh = group("p/s", [row("c1", 1), row("c2", 1)]);
  const changed = differences(
    shown,
    new Map([
      ["", [group("p", [fresh])]],
      ["p", [fresh]],
      ["p/s", [row("c1", 1), row("c2", 1)]],
    ]),
  );
  assert.ok(changed !== "all");
  assert.deepEqual(
    changed.map(({ id }) => id),
    ["p/s"],
  );
  const rows = await inner.children?.();
  assert.equal(rows?.length, 2, "the row of old gives the new ones");
});

test("a line is split into words as a shell does", () => {
  assert.deepEqual(words(`sh -c "echo 'a b'" X='1 2'`), ["sh", "-c", "echo 'a b'", "X=1 2"]);
});

test("a port may have an address and a protocol", () => {
  assert.deepEqual(parsePort("127.0.0.1:8080:80"), {
    ip: "127.0.0.1",
    host: "8080",
    target: "80/tcp",
  });
  assert.deepEqual(parsePort("53:53/udp"), { ip: "", host: "53", target: "53/udp" });
  assert.deepEqual(parsePort("80"), { ip: "", host: "", target: "80/tcp" });
  assert.throws(() => parsePort("web"), { kind: "invalid" });
});

test("a wish becomes the engine's options and docker's arguments", () => {
  const wish = wishOf({
    image: "nginx",
    name: "web",
    ports: "8080:80 53:53/udp",
    environment: "A=1 'B=x y'",
    memory: "512m",
    cpus: "1.5",
    restart: "on-failure:3",
    network: "back",
    labels: "team=a=b",
    user: "",
  });
  const options = optionsOf(wish);
  assert.equal(options.name, "web");
  assert.deepEqual(options.HostConfig, {
    Binds: [],
    PortBindings: {
      "80/tcp": [{ HostIp: "", HostPort: "8080" }],
      "53/udp": [{ HostIp: "", HostPort: "53" }],
    },
    NetworkMode: "back",
    Memory: 512 * 1024 * 1024,
    NanoCpus: 1_500_000_000,
    RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
  });
  assert.deepEqual(
    [options.Cmd, options.Env, options.Labels],
    [undefined, ["A=1", "B=x y"], { team: "a=b" }],
  );
  assert.equal(
    dockerLine("run", "-d", ...runArguments(wish)),
    "docker run -d --name web -p 8080:80 -p 53:53/udp -e A=1 -e 'B=x y' --network back " +
      "--memory 512m --cpus 1.5 --restart on-failure:3 --label team=a=b nginx",
  );
  for (const wrong of [{ memory: "much" }, { cpus: "-1" }, { restart: "often" }, { ports: "0" }])
    assert.throws(() => optionsOf(wishOf({ image: "nginx", ...wrong })), { kind: "invalid" });
});

test("amounts of memory are read as docker reads them", () => {
  assert.deepEqual(["100", "1k", "1.5g", "2MB", "1 GiB"].map(parseBytes), [
    100,
    1024,
    1.5 * 1024 ** 3,
    2 * 1024 ** 2,
    1024 ** 3,
  ]);
});
