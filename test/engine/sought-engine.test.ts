// An engine that is sought: the last look counts, what failed is told, and so is what is found again; an
// engine that is not meant any more is left, not cut off.
import "./scripted-vscode.ts";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { events } from "../../extension/engine/model/events.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import { removeTemporary } from "../temporary.ts";
import { busybox, cleanUp, engineAt, labels, socket, until } from "./engine.ts";
import { Way } from "./way.ts";

const { SoughtEngine } = await import("../../extension/connections/sought-engine.ts");

const folder = mkdtempSync(join(tmpdir(), "dockwright-sought-"));
process.env.DOCKER_CONFIG = folder;
const engine = engineAt(socket);
after(async () => {
  engine.dispose();
  await cleanUp();
  removeTemporary(folder);
});

/** Keeps a Docker context as the CLI does. To find an engine by it takes reading files, by an address not. */
function keepContext(name: string, host: string): void {
  const at = join(folder, "contexts/meta", createHash("sha256").update(name).digest("hex"));
  mkdirSync(at, { recursive: true });
  const docker = { Host: host, SkipTLSVerify: false };
  writeFileSync(
    join(at, "meta.json"),
    JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker } }),
  );
}

test("of two looks the later one counts, even if the earlier one takes longer", async () => {
  keepContext("slow", "tcp://127.0.0.1:1");
  let place = "slow";
  const sought = new SoughtEngine(() => place);
  const earlier = sought.engine();
  place = `unix://${socket}`;
  await sought.seek();
  assert.equal((await earlier).endpoint.host, place);
  assert.equal(sought.current?.endpoint.host, place);

  place = "slow";
  const outdated = sought.seek();
  place = "gopher://engine";
  await Promise.all([sought.seek(), outdated]);
  assert.equal(sought.current, undefined);
  assert.match(sought.state.message, /gopher/);
  sought.dispose();
});

test("an engine that is found again after a wrong address is told of, and is the one that there was", async () => {
  let place = `unix://${socket}`;
  const sought = new SoughtEngine(() => place);
  const before = await sought.engine();
  const told: (typeof before | undefined)[] = [];
  sought.onDidChange((now) => told.push(now));
  place = "gopher://engine";
  await sought.seek();
  await sought.seek();
  assert.deepEqual(told, [undefined], "the same failure is told once");
  place = `unix://${socket}`;
  await sought.seek();
  assert.equal(told.length, 2);
  assert.equal(told[1], before);
  sought.dispose();
});

test("whoever speaks to an engine goes on when another one is meant", async () => {
  const ways = [new Way(), new Way()] as const;
  const [first, second] = [await ways[0].listen(0), await ways[1].listen(0)];
  let place = first;
  const sought = new SoughtEngine(() => place);
  const watch = sought.watch();
  const left = await sought.engine();
  await until("the first engine", () => left.model.live);
  const abort = new AbortController();
  let isOpen = false;
  const onOpen = () => {
    isOpen = true;
  };
  const heard = (async () => {
    for await (const { attributes } of events(left, { signal: abort.signal, onOpen }))
      if (attributes.name === "sought-heard") return true;
    return false;
  })();
  await until("the subscription", () => isOpen);

  place = second;
  await sought.seek();
  const used = await sought.engine();
  await until("the second engine", () => used.model.live);
  assert.ok(!left.model.live, "the model follows the engine that is meant");
  await containers.create(engine, { name: "sought-heard", Image: busybox, Labels: labels });
  assert.ok(await heard);
  abort.abort();
  await until("the end of the connections to it", () => ways[0].open.size === 0);

  watch.dispose();
  sought.dispose();
  await until("the end of the other ones", () => ways[1].open.size === 0);
  for (const way of ways) way.cut();
});
