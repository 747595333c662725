// What was open in a window is there again after a reload, once its engine is known.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { Emitter } from "../../extension/engine/disposable.ts";
import type { Engine } from "../../extension/engine/engine.ts";
import { create, remove, start } from "../../extension/engine/verbs/containers.ts";
import type { Reopened } from "../../extension/terminals/open.ts";
import { busybox, cleanUp, engineAt, labels, socket } from "./engine.ts";
import { terminals } from "./scripted-vscode.ts";

const { restoreTerminals } = await import("../../extension/terminals/restore.ts");

const folder = mkdtempSync(join(tmpdir(), "dockwright-restore-"));
const link = join(folder, "docker.sock");
symlinkSync(socket, link);
const inUse = engineAt(socket);
// The same engine, at an address of its own.
const other = engineAt(link);
after(async () => {
  inUse.dispose();
  other.dispose();
  await cleanUp();
  rmSync(folder, { recursive: true });
});

/** Follows an engine until its model is up to date. */
async function live(engine: Engine): Promise<Engine> {
  engine.model.watch();
  await engine.model.whenLive();
  return engine;
}

test("a terminal is opened again on its own engine, in use or unfolded, and not on another one", async () => {
  const wish = { Image: busybox, Cmd: ["sleep", "600"], Labels: { ...labels } };
  const was = async (title: string, engine: Engine): Promise<Reopened> => {
    const { Id: id } = await create(engine, wish);
    await start(engine, id);
    return { kind: "logs", title, engine: engine.endpoint.host, containers: [id] };
  };
  const kept = [await was("of the one in use", inUse), await was("of another one", other)];
  let stored: readonly Reopened[] = [];
  const memory = {
    get: <T>(_key: string, _otherwise?: T) => kept as T,
    update: async (_key: string, open: readonly Reopened[]) => {
      stored = open;
    },
  };
  const changed = { inUse: new Emitter<Engine | undefined>(), unfolded: new Emitter<void>() };
  const connection = { current: inUse, onDidChange: changed.inUse.event };
  const unfolded = { engines: [] as Engine[], onDidChange: changed.unfolded.event };
  const restored = restoreTerminals(connection, unfolded, memory);
  const opened = () => terminals.map(({ name }) => name);

  changed.inUse.fire(inUse);
  assert.deepEqual(opened(), [], "nothing is asked of an engine for this alone");
  changed.inUse.fire(await live(inUse));
  assert.deepEqual(opened(), ["of the one in use"]);
  // Another reload before that engine is known forgets nothing.
  assert.deepEqual(stored.map(({ title }) => title).sort(), [
    "of another one",
    "of the one in use",
  ]);

  unfolded.engines.push(await live(other));
  changed.unfolded.fire();
  changed.unfolded.fire();
  assert.deepEqual(opened(), ["of the one in use", "of another one"]);
  restored.dispose();
  for (const { pty } of terminals) pty.close();
  for (const { containers } of kept) await remove(inUse, containers[0] ?? "", { force: true });
});
