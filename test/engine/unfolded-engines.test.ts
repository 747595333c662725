// The Engines view's rows of engines that are not in use: nothing is asked before one is unfolded, then
// its objects stand below it for as long as it can be seen; and what is said where it cannot be reached.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import * as containers from "../../extension/engine/verbs/containers.ts";
import type { Node } from "../../extension/views/node.ts";
import { removeTemporary } from "../temporary.ts";
import { busybox, cleanUp, engineAt, labels, socket, until } from "./engine.ts";
import { trust } from "./scripted-vscode.ts";
import { Way } from "./way.ts";

const { workspace } = (await import("vscode")) as unknown as { workspace: { isTrusted: boolean } };
const { engineRows } = await import("../../extension/views/engines.ts");
const { optionsOf } = await import("../../extension/views/options.ts");
const { UnfoldedEngines } = await import("../../extension/connections/unfolded-engines.ts");

const folder = mkdtempSync(join(tmpdir(), "dockwright-unfolded-"));
process.env.DOCKER_CONFIG = folder;
const engine = engineAt(socket);
// Whoever nobody sees any more is let go at once.
const unfolded = new UnfoldedEngines(0);
after(async () => {
  unfolded.dispose();
  engine.dispose();
  await cleanUp();
  removeTemporary(folder);
});

/** Keeps a Docker context as the CLI does. */
function keepContext(name: string, host: string, tls = false): () => void {
  const at = join(folder, "contexts/meta", createHash("sha256").update(name).digest("hex"));
  const docker = { Host: host, SkipTLSVerify: tls };
  mkdirSync(at, { recursive: true });
  writeFileSync(
    join(at, "meta.json"),
    JSON.stringify({ Name: name, Metadata: {}, Endpoints: { docker } }),
  );
  return () => rmSync(at, { recursive: true });
}

const memento = {
  keys: () => [],
  get: <T>(_key: string, otherwise?: T) => otherwise as T,
  update: async () => {},
};
const others = {
  unfolded,
  options: (view: Parameters<typeof optionsOf>[0]) => optionsOf(view, memento),
};
const noEngine = { status: "connecting", message: "", remedy: "" } as const;

/** The row of an engine, as the view has it now. */
async function rowOf(name: string): Promise<Node | undefined> {
  const rows = await engineRows(undefined, noEngine, others);
  return rows.find(({ object }) => (object as { name: string }).name === name);
}

/** Unfolds an engine's row, as the person would. */
async function unfold(name: string): Promise<string> {
  const row = await rowOf(name);
  assert.ok(row, `${name} is not listed`);
  unfolded.unfold(row.id, name);
  return row.id;
}

/** What stands below it: the rows, once they are as wanted. */
async function below(name: string, fits: (rows: readonly Node[]) => boolean) {
  let rows: readonly Node[] = [];
  await until(`what is wanted below ${name}`, async () => {
    rows = (await (await rowOf(name))?.children?.()) ?? [];
    return fits(rows);
  }).catch((error) => {
    throw new Error(`${error}; there is ${rows.map(({ id, stamp }) => `${id}: ${stamp}`)}`);
  });
  return rows;
}

const texts = (rows: readonly Node[]) => rows.map(({ stamp }) => String(stamp)).join();
const named = (name: string) => (rows: readonly Node[]) =>
  rows.some(({ object }) => (object as { name?: string } | undefined)?.name === name);
const make = async (name: string) => {
  const wish = { name, Image: busybox, Cmd: ["sleep", "1000"], Labels: labels };
  const { Id } = await containers.create(engine, wish);
  return Id;
};

test("an engine is asked from the moment on that its row is unfolded, and no more once it is folded", async () => {
  const way = new Way();
  // No name that the CLI gives, but one that it would read.
  const name = "스테이징 (eu) $x";
  keepContext(name, await way.listen(join(folder, "odd.sock")));
  await make("unfolded-there");
  await rowOf(name);
  assert.equal(way.connections, 0);

  const id = await unfold(name);
  const rows = await below(name, named("unfolded-there"));
  const row = rows.find((one) => named("unfolded-there")([one]));
  assert.equal(row?.contextValue, "container.created");
  assert.ok(row?.id.startsWith(`${id}/containers/`));
  assert.equal(row?.engine?.endpoint.name, name);
  const kinds = rows.slice(-4).map(({ contextValue }) => contextValue);
  assert.deepEqual(kinds, ["folder.images", "folder.volumes", "folder.networks", "about"]);
  const images = (await rows.at(-4)?.children?.()) ?? [];
  assert.equal(rows.at(-4)?.stamp, images.length);
  assert.ok(images.every((image) => image.engine === row?.engine));

  // Its events are followed: to the row that comes, and to the state that changes.
  const other = await make("unfolded-later");
  await below(name, named("unfolded-later"));
  await containers.start(engine, other);
  await below(name, (all) => all.some((one) => one.contextValue === "container.running"));

  unfolded.fold(id);
  await until("the end of its connections", () => way.open.size === 0);
  assert.equal(unfolded.of(id), undefined);
  assert.match(texts((await (await rowOf(name))?.children?.()) ?? []), /Connecting/);
  assert.equal(way.open.size, 0, "to draw a folded row asks nothing");

  await unfold(name);
  await below(name, named("unfolded-later"));
  unfolded.show(false);
  await until("the end of its connections", () => way.open.size === 0);
  unfolded.show(true);
  await below(name, named("unfolded-later"));
  way.cut();
  unfolded.fold(id);
});

test("an engine that dies while it is unfolded says so, and comes back by itself", async () => {
  const way = new Way();
  const at = join(folder, "dies.sock");
  keepContext("dies", await way.listen(at));
  await make("unfolded-dies");
  await unfold("dies");
  await below("dies", named("unfolded-dies"));
  way.cut();
  const rows = await below("dies", (all) => /No engine listens/.test(texts(all)));
  assert.deepEqual(
    rows.map(({ contextValue, engine: one }) => [contextValue, one]),
    [
      ["line", undefined],
      ["line", undefined],
    ],
  );
  rmSync(at, { force: true });
  await way.listen(at);
  await below("dies", named("unfolded-dies"));

  const remove = keepContext("dies", `unix://${at}`);
  remove();
  assert.equal(await rowOf("dies"), undefined);
  await until("the end of its connections", () => way.open.size === 0);
  way.cut();
});

test("over ssh no process begins before the row is unfolded; then ssh says what is wrong", async () => {
  const begun = join(folder, "ssh-begun");
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const said = "ssh: Could not resolve hostname nowhere: Name or service not known";
  const script = `#!/bin/sh\n: > '${begun}'\necho '${said}' >&2\nexit 255\n`;
  writeFileSync(join(bin, "ssh"), script, { mode: 0o755 });
  const path = process.env.PATH;
  process.env.PATH = `${bin}${delimiter}${path}`;
  try {
    keepContext("nowhere", "ssh://me@nowhere");
    await rowOf("nowhere");
    assert.ok(!existsSync(begun));
    const id = await unfold("nowhere");
    await below("nowhere", (all) => /Could not resolve[\s\S]*name, port/.test(texts(all)));
    assert.ok(existsSync(begun));
    unfolded.fold(id);
  } finally {
    process.env.PATH = path;
  }
});

test("wrong TLS, no engine at all, and an address that is none: each says what is wrong and what helps", async () => {
  const way = new Way();
  const tcp = await way.listen(0);
  keepContext("wrong-tls", tcp, true);
  keepContext("nobody", `unix://${join(folder, "nobody.sock")}`);
  keepContext("no-address", "gopher://engine");
  for (const name of ["wrong-tls", "nobody", "no-address"]) {
    const id = await unfold(name);
    const rows = await below(name, (all) => all.length === 2 && !/Connecting/.test(texts(all)));
    assert.deepEqual(
      rows.map((row) => row.id),
      [`${id}/message`, `${id}/remedy`],
    );
    unfolded.fold(id);
  }
  way.cut();
});

test("a workspace that is not trusted asks none, until it is", async () => {
  const way = new Way();
  keepContext("trusted", await way.listen(join(folder, "trusted.sock")));
  await make("unfolded-trusted");
  workspace.isTrusted = false;
  try {
    const id = await unfold("trusted");
    await below("trusted", (all) => /not trusted[\s\S]*Trust it/.test(texts(all)));
    assert.equal(unfolded.of(id)?.state.status, "untrusted");
    assert.equal(way.connections, 0);
    workspace.isTrusted = true;
    trust.fire();
    await below("trusted", named("unfolded-trusted"));
    unfolded.fold(id);
  } finally {
    workspace.isTrusted = true;
    way.cut();
  }
});
