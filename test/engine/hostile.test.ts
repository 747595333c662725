// What people (or attackers) may write into an engine's objects: it comes through whole, and harms nothing.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { EngineError } from "../../extension/engine/errors.ts";
import { create, inspect, remove, rename } from "../../extension/engine/verbs/containers.ts";
import { runDetached } from "../../extension/engine/verbs/run.ts";
import { busybox, cleanUp, engineAt, labels, socket, until } from "./engine.ts";
import { execAndKeep } from "./exec-and-keep.ts";

const engine = engineAt(socket);
after(async () => {
  engine.dispose();
  await cleanUp();
});

const evil = "\x1b]0;x\x07 <img src=x onerror=alert(1)> $(touch /tmp/x) `id` ‮gpj.exe \r\n 한국어";
// Podman ends a key at the first sign of equality.
const evilKey = evil.replaceAll("=", " ");

test("labels, commands and environments of any content come through unchanged", async () => {
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(60_000));
    const big = "x".repeat(1 << 20);
    const { id } = await runDetached(engine, {
      Image: busybox,
      Cmd: ["sh", "-c", 'printf %s "$EVIL"; sleep 1000', evil],
      Env: [`EVIL=${evil}`],
      Labels: { ...labels, evil, [evilKey]: "1", big },
    });
    await until("the model", () => engine.model.containers.get(id)?.state === "running");
    const known = engine.model.containers.get(id)?.labels ?? {};
    assert.equal(known.evil, evil);
    assert.equal(known[evilKey], "1");
    assert.equal(known.big?.length, big.length);
    const { Config } = await inspect(engine, id);
    assert.ok(Config.Env.includes(`EVIL=${evil}`));
    const { stdout } = await execAndKeep(engine, id, ["printf", "%s", evil]);
    assert.equal(stdout, evil);
    await remove(engine, id, { force: true });
    await until("the model", () => !engine.model.containers.has(id));
  } finally {
    watching.dispose();
  }
});

test("names that are none are refused in clean words, and lead to no other object", async () => {
  const { Id: id } = await create(engine, { Image: busybox, Labels: { ...labels } });
  for (const name of [evil, "../images", "a b", "-x"])
    await assert.rejects(rename(engine, id, name), (error: EngineError) => {
      assert.equal(error.name, "EngineError");
      assert.doesNotMatch(error.message, /[\u0000-\u001f\u202e]/);
      return true;
    });
  for (const name of ["../images/json", "x/../../info", `${id}/json?x=`, "%2e%2e"])
    await assert.rejects(inspect(engine, name), { name: "EngineError" }, name);
  await remove(engine, id);
});
