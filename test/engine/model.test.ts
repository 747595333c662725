// The live model on a real engine: it follows what happens, and survives the engine's death.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Engine } from "../../extension/engine/engine.ts";
import type { ModelChange } from "../../extension/engine/model/hooks.ts";
import { listAll } from "../../extension/engine/model/lists.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import {
  busybox,
  cleanUp,
  engineAt,
  isPodman,
  labels,
  ownEngine,
  socket,
  until,
} from "./engine.ts";

after(cleanUp);

const sleeper = { Image: busybox, Cmd: ["sleep", "1000"], Labels: { ...labels } };

async function assertEqualsFreshList(engine: Engine) {
  const fresh = await listAll(engine, "container");
  const plain = (all: Iterable<(typeof fresh)[number]>) =>
    [...all].map((one) => ({ ...one, status: "" })).sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.deepEqual(plain(engine.model.containers.values()), plain(fresh));
}

test("the model follows a container from its creation to its end, by real differences only", async () => {
  const engine = engineAt(socket);
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(30_000));
    assert.equal(engine.state.status, "connected");
    const seen: string[] = [];
    let id = "";
    engine.model.onDidChange(({ kind, added, changed, removed }: ModelChange) => {
      if (kind !== "container") return;
      for (const [word, objects] of Object.entries({ added, changed, removed }))
        for (const object of objects)
          if (object.id === id && object.kind === "container") seen.push(`${word} ${object.state}`);
    });
    ({ Id: id } = await containers.create(engine, sleeper));
    await until("the model", () => engine.model.containers.has(id));
    await containers.start(engine, id);
    await until("the model", () => engine.model.containers.get(id)?.state === "running");
    await containers.start(engine, id);
    await containers.pause(engine, id);
    await until("the model", () => engine.model.containers.get(id)?.state === "paused");
    await containers.unpause(engine, id);
    await containers.kill(engine, id);
    await until("the model", () => engine.model.containers.get(id)?.state === "exited");
    assert.equal(engine.model.containers.get(id)?.exitCode, 137);
    const name = `renamed-${id.slice(0, 12)}`;
    await containers.rename(engine, id, name);
    await until("the model", () => engine.model.containers.get(id)?.name === name);
    await containers.remove(engine, id);
    await until("the model", () => !engine.model.containers.has(id));
    assert.equal(seen.at(-1), "removed exited");
    assert.ok(seen.includes("changed running") && seen.includes("changed paused"), seen.join());
  } finally {
    watching.dispose();
    engine.dispose();
  }
});

/** What follows from earlier events has come by then: a container's whole life is told. */
async function anotherLife(engine: Engine): Promise<void> {
  const { Id: id } = await containers.create(engine, sleeper);
  await until("the model", () => engine.model.containers.has(id));
  await containers.remove(engine, id, { force: true });
  await until("the model", () => !engine.model.containers.has(id));
}

test("a container's end costs one request, and leaves what a fresh list says", async () => {
  const engine = engineAt(socket);
  const asked: string[] = [];
  const request = engine.request.bind(engine);
  engine.request = (ask) => {
    asked.push(`${ask.path} ${JSON.stringify(ask.query ?? {})}`);
    return request(ask);
  };
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(30_000));
    const { Id: id } = await containers.create(engine, {
      ...sleeper,
      ExposedPorts: { "80/tcp": {} },
      HostConfig: { PublishAllPorts: true },
      // Podman leaves checks to systemd, which may not be there.
      ...(!isPodman && { Healthcheck: { Test: ["CMD", "true"], Interval: 1e9 } }),
    });
    await containers.start(engine, id);
    const wanted = isPodman ? "running" : "healthy";
    await until("the model", () => {
      const one = engine.model.containers.get(id);
      return one?.state === wanted || one?.health === wanted;
    });
    // A list may have told it before the event did, which then leads to one more.
    await anotherLife(engine);
    asked.length = 0;
    await containers.kill(engine, id);
    await until("the model", () => engine.model.containers.get(id)?.state === "exited");
    await assertEqualsFreshList(engine);
    await anotherLife(engine);
    assert.deepEqual(engine.model.containers.get(id)?.state, "exited");
    const mine = asked.filter((one) => one.includes(id));
    if (!isPodman) assert.equal(mine.length, 1, mine.join("\n"));
  } finally {
    watching.dispose();
    engine.dispose();
  }
});

test("nobody watches: nothing is asked, and nothing is live", async () => {
  const engine = engineAt(socket);
  assert.equal(engine.model.live, false);
  assert.equal(engine.model.containers.size, 0);
  const first = engine.model.watch();
  const second = engine.model.watch();
  await engine.model.whenLive(AbortSignal.timeout(30_000));
  first.dispose();
  first.dispose();
  assert.equal(engine.model.live, true, "the second still watches");
  second.dispose();
  assert.equal(engine.model.live, false);
  engine.dispose();
});

test("a storm leaves the model equal to a fresh list", async () => {
  const engine = engineAt(socket);
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(30_000));
    const ids = await Promise.all(
      Array.from({ length: 30 }, async () => (await containers.create(engine, sleeper)).Id),
    );
    await Promise.all(ids.slice(0, 20).map((id) => containers.remove(engine, id, { force: true })));
    const left = new Set(ids.slice(20));
    await until("the model", () => {
      const known = ids.filter((id) => engine.model.containers.has(id));
      return known.length === left.size && known.every((id) => left.has(id));
    });
  } finally {
    watching.dispose();
    engine.dispose();
  }
});

test("the engine is killed and started again: the model is right again by itself", async (context) => {
  const own = await ownEngine("model-heal");
  if (!own.ours) return context.skip("no engine of our own can be had here");
  const engine = engineAt(own.socket);
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(60_000));
    const { Id: kept } = await containers.create(engine, sleeper);
    await until("the model", () => engine.model.containers.has(kept));
    await own.kill();
    await until("the model", () => engine.state.status === "unreachable" && !engine.model.live);
    assert.ok(engine.model.containers.has(kept), "what was known stays to be seen");
    await own.start();
    await until("the model", () => engine.model.live && engine.state.status === "connected");
    const { Id: fresh } = await containers.create(engine, sleeper);
    await until("the model", () => engine.model.containers.has(fresh));
    await containers.remove(engine, kept, { force: true });
    await until("the model", () => !engine.model.containers.has(kept));
    await assertEqualsFreshList(engine);
  } finally {
    watching.dispose();
    engine.dispose();
    await own.stop();
  }
});
