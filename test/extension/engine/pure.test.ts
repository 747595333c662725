// The engine layer's pure parts: events, collections, references, frames, archives, lines and words.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { test } from "node:test";
import { sshArguments } from "../../../extension/engine/connection/ssh.ts";
import { changesUnseen, infoOf } from "../../../extension/engine/dialect.ts";
import { dockerRunLine } from "../../../extension/engine/docker-run-line.ts";
import { Collection } from "../../../extension/engine/model/collection.ts";
import { normalise, touches } from "../../../extension/engine/model/events.ts";
import { toContainer } from "../../../extension/engine/model/objects.ts";
import { parseReference, registryKey } from "../../../extension/engine/references.ts";
import { safePath } from "../../../extension/engine/streams/archive.ts";
import { Frames } from "../../../extension/engine/streams/demux.ts";
import { jsonLines } from "../../../extension/engine/streams/json-lines.ts";
import { LineSplitter } from "../../../extension/engine/streams/logs.ts";
import { toStats } from "../../../extension/engine/streams/stats.ts";
import {
  readTar,
  type TarHeader,
  tarEnd,
  tarHeader,
  tarPadding,
} from "../../../extension/engine/streams/tar.ts";

const touched = (raw: object) => {
  const event = normalise(raw);
  return event ? touches(event) : [];
};

test("events name the objects to look at; noise names none", () => {
  const container = { Type: "container", Actor: { ID: "a" } };
  assert.deepEqual(touched({ ...container, Action: "start" }), [
    { kind: "container", id: "a", gone: false, expected: "alive" },
  ]);
  assert.deepEqual(touched({ ...container, Action: "destroy" }), [
    { kind: "container", id: "a", gone: true },
  ]);
  assert.deepEqual(
    touched({ ...container, Action: "remove" }),
    [{ kind: "container", id: "a", gone: true }],
    "Podman",
  );
  assert.deepEqual(touched({ ...container, Action: "exec_start: sh -c true" }), []);
  assert.equal(touched({ ...container, Action: "health_status: healthy" }).length, 1);
  const network = {
    Type: "network",
    Action: "connect",
    Actor: { ID: "n", Attributes: { container: "a" } },
  };
  const networks = [{ id: "n", name: "", isIn: true }];
  assert.deepEqual(touched(network), [{ kind: "container", id: "a", gone: false, networks }]);
  assert.deepEqual(touched({ ...network, Action: "create" }), [
    { kind: "network", id: "n", gone: false, expected: "there" },
  ]);
  assert.deepEqual(touched({ nonsense: true }), []);
});

test("JSON lines may be cut anywhere, even amid a character", async () => {
  const bytes = Buffer.from('{"a":"한국어"}\n\n{"b":1}');
  const single = [...bytes].map((byte) => Buffer.from([byte]));
  const values: unknown[] = [];
  for await (const value of jsonLines(Readable.from(single))) values.push(value);
  assert.deepEqual(values, [{ a: "한국어" }, { b: 1 }]);
});

const raw = {
  Id: "a",
  Names: ["/other/alias", "/web"],
  State: "running",
  Status: "Up 3 minutes (healthy)",
};

test("a container is read from any engine's words", () => {
  const container = toContainer(raw);
  assert.equal(container.name, "web");
  assert.equal(container.health, "healthy");
  assert.equal(toContainer({ Status: "Exited (137) 2 hours ago", State: "exited" }).exitCode, 137);
  assert.equal(toContainer({}).state, "exited");
});

test("a time that passes is no change, and objects keep their identity", () => {
  const collection = new Collection<ReturnType<typeof toContainer>>();
  collection.replace([toContainer(raw)]);
  const before = collection.byId.get("a");
  const none = collection.replace([toContainer({ ...raw, Status: "Up 4 minutes (healthy)" })]);
  assert.deepEqual(none, { added: [], changed: [], removed: [] });
  assert.equal(collection.byId.get("a"), before);
  assert.equal(collection.byId.get("a")?.status, "Up 4 minutes (healthy)");
  const sick = collection.update([toContainer({ ...raw, Status: "Up 4 minutes (unhealthy)" })], []);
  assert.equal(sick.changed.length, 1);
  assert.equal(collection.replace([]).removed.length, 1);
});

test("references as the CLI reads them", () => {
  assert.deepEqual(parseReference("node"), {
    registry: "docker.io",
    repository: "node",
    tag: undefined,
    digest: undefined,
  });
  assert.equal(parseReference("localhost:5000/a/b:1")?.registry, "localhost:5000");
  assert.equal(parseReference("localhost:5000/a/b:1")?.tag, "1");
  assert.equal(parseReference("library/node:22")?.repository, "node");
  assert.equal(parseReference(`a@sha256:${"0".repeat(64)}`)?.digest, `sha256:${"0".repeat(64)}`);
  for (const wrong of ["", "A", "a b", "../x", "a:", "-x"])
    assert.equal(parseReference(wrong), undefined, wrong);
  assert.equal(registryKey("ghcr.io/a/b"), "ghcr.io");
  assert.equal(registryKey("node"), "https://index.docker.io/v1/");
});

test("frames may be cut anywhere, and thousands in one chunk are no matter", async () => {
  const frame = (stream: number, text: string) => {
    const header = Buffer.alloc(8);
    header[0] = stream;
    header.writeUInt32BE(Buffer.byteLength(text), 4);
    return Buffer.concat([header, Buffer.from(text)]);
  };
  const bytes = Buffer.concat([
    frame(1, "out"),
    frame(2, "err"),
    frame(1, ""),
    ...Array(20_000).fill(frame(1, "x")),
  ]);
  for (const size of [3, bytes.length]) {
    const chunks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    const got = { stdout: "", stderr: "" };
    const frames = new Frames();
    for (const { stream, bytes: part } of chunks.flatMap((chunk) => frames.take(chunk)))
      got[stream] += part;
    assert.deepEqual(got, { stdout: `out${"x".repeat(20_000)}`, stderr: "err" });
  }
});

test("lines are cut at line ends only", () => {
  const splitter = new LineSplitter();
  const bytes = Buffer.from("하나\r\n둘\n셋");
  const lines = [...splitter.take(bytes.subarray(0, 2)), ...splitter.take(bytes.subarray(2))];
  assert.deepEqual([...lines, splitter.end()], ["하나", "둘", "셋"]);
});

const header = (path: string, size = 0): TarHeader => ({
  path,
  size,
  type: "file",
  mode: 0o644,
  mtime: 1,
  linkTarget: "",
});

test("what the TAR writer writes, the reader reads: long names, empty files, skipped content", async () => {
  const long = `${"폴더/".repeat(40)}file.txt`;
  const tar = Buffer.concat([
    tarHeader(header("a.txt", 5)),
    Buffer.from("hello"),
    tarPadding(5),
    tarHeader(header("empty")),
    tarHeader(header(long, 2)),
    Buffer.from("ok"),
    tarPadding(2),
    tarEnd(),
  ]);
  const chunks: Buffer[] = [];
  for (let at = 0; at < tar.length; at += 100) chunks.push(tar.subarray(at, at + 100));
  const read: [string, string][] = [];
  for await (const entry of readTar(Readable.from(chunks))) {
    let text = "";
    if (entry.path !== "a.txt") for await (const bytes of entry.content) text += bytes;
    read.push([entry.path, text]);
  }
  assert.deepEqual(read, [
    ["a.txt", ""],
    ["empty", ""],
    [long, "ok"],
  ]);
});

test("a damaged or cut TAR is an error", async () => {
  const whole = Buffer.concat([
    tarHeader(header("a", 600)),
    Buffer.alloc(600),
    tarPadding(600),
    tarEnd(),
  ]);
  const damagedHeader = Buffer.from(whole);
  damagedHeader[3] = 0x41;
  for (const bytes of [damagedHeader, whole.subarray(0, 700), whole.subarray(0, 300)])
    await assert.rejects(
      async () => {
        for await (const entry of readTar(Readable.from([bytes])))
          for await (const _ of entry.content);
      },
      { kind: "badAnswer" },
    );
});

test("nothing in an archive leads out of the folder", () => {
  for (const evil of [
    "../x",
    "a/../../x",
    "/etc/passwd",
    "..\\x",
    "C:x",
    "a\0b",
    "nul",
    "a/CON.txt",
  ])
    assert.equal(safePath("/tmp/target", evil), undefined, evil);
  assert.match(safePath("/tmp/target", "./a/b") ?? "", /target[\\/]a[\\/]b$/);
});

test("hosts that look like options are refused before ssh sees them", () => {
  for (const evil of ["ssh://-oProxyCommand=x", "ssh://-l@host", "ssh://"])
    assert.throws(() => sshArguments(evil), { kind: "invalid" }, evil);
  const line = sshArguments("ssh://me@host:2222").join(" ");
  assert.match(line, /-l me -p 2222 -- host docker system dial-stdio$/);
});

test("processor use is the difference of two samples", () => {
  const sample = (used: number, all: number) => ({
    cpu_stats: { cpu_usage: { total_usage: used }, system_cpu_usage: all, online_cpus: 2 },
    memory_stats: { usage: 100, limit: 1000, stats: { inactive_file: 30 } },
  });
  assert.equal(toStats(sample(0, 0)).cpu, undefined);
  assert.equal(toStats(sample(50, 200), sample(0, 0)).cpu, 50);
  assert.equal(toStats(sample(50, 200)).memory, 70);
  assert.equal(toStats({}, {}).cpu, 0);
});

test("the run line says what the image does not", () => {
  const container = {
    Id: "abc",
    Name: "/web",
    Config: {
      Hostname: "abc",
      Image: "nginx:1",
      Env: ["PATH=/bin", "MODE=it's"],
      Cmd: ["nginx"],
      Entrypoint: null,
      WorkingDir: "",
      User: "",
      Labels: {},
      AttachStdout: false,
    },
    HostConfig: {
      NetworkMode: "default",
      PidMode: "container:db",
      Binds: ["data:/data"],
      ShmSize: 67108864,
      PortBindings: { "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "8080" }] },
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
    },
  } as unknown as Parameters<typeof dockerRunLine>[0]["container"];
  const image = { Config: { Env: ["PATH=/bin"], Cmd: ["nginx"] } };
  assert.equal(
    dockerRunLine({ container, image }),
    "docker run -d --name web --restart on-failure:3 -p 127.0.0.1:8080:80 --pid container:db -e 'MODE=it'\\''s' -v data:/data nginx:1",
  );
});

test("what differs between engines is read from headers and events", () => {
  const podman = infoOf({
    "api-version": "1.41",
    "libpod-api-version": "4.3.1",
    server: "Libpod/4.3.1 (linux)",
  });
  assert.deepEqual(
    [podman?.product, podman?.version, podman?.buildKit, podman?.tellsNetworks],
    ["Podman", "4.3.1", false, false],
  );
  const docker = infoOf({ "api-version": "1.51", server: "Docker/28.5.2+dfsg1 (linux)" });
  assert.deepEqual([docker?.product, docker?.version], ["Docker", "28.5.2+dfsg1"]);
  assert.equal(infoOf({ server: "nginx" }), undefined);
  assert.deepEqual(
    touched({ Type: "volume", Action: "remove", Actor: { ID: "", Attributes: { name: "v" } } }),
    [{ kind: "volume", id: "v", gone: true }],
  );
  assert.deepEqual(touched({ Type: "network", Action: "connect", id: "a", Actor: { ID: "a" } }), [
    { kind: "container", id: "a", gone: false },
  ]);
  assert.deepEqual(touched({ Type: "image", Action: "loadfromarchive", Actor: { ID: "" } }), [
    { kind: "image", id: "", gone: false },
  ]);
  assert.deepEqual(touched({ Type: "container", Action: "create", Actor: { ID: "" } }), []);
  const removing = { method: "DELETE", path: "/networks/x" };
  assert.deepEqual(
    [changesUnseen(podman, removing), changesUnseen(docker, removing)],
    [true, false],
  );
  assert.equal(changesUnseen(podman, { path: "/networks/x" }), false);
});
