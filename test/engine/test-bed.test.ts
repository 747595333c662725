// The test bed itself: the engine that the other tests rely on runs a container and removes it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { busybox, cleanUp, engine, hello, labels } from "./engine.ts";

after(cleanUp);

test("a local image runs a command, and its output comes back", async () => {
  const wished = { Image: busybox, Cmd: ["echo", "ready"], Labels: labels, Tty: true };
  const made = await engine("POST", "/containers/create", wished);
  assert.equal(made.status, 201, made.body);
  const { Id } = JSON.parse(made.body) as { Id: string };
  const started = await engine("POST", `/containers/${Id}/start`);
  assert.equal(started.status, 204, started.body);
  const ended = await engine("POST", `/containers/${Id}/wait`);
  assert.equal((JSON.parse(ended.body) as { StatusCode: number }).StatusCode, 0);
  const logs = await engine("GET", `/containers/${Id}/logs?stdout=1`);
  assert.equal(logs.body.trim(), "ready");
});

test("the sample image is there", async () => {
  assert.equal((await engine("GET", `/images/${hello}/json`)).status, 200);
});
