// When the views are drawn: once for a burst, and with a wait for containers that are about to go.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Container } from "../../../extension/engine/model/objects.ts";
import { Pace } from "../../../extension/views/pace.ts";

const containers = (states: Readonly<Record<string, string>>) =>
  new Map(Object.entries(states).map(([id, state]) => [id, { id, state } as Container]));

test("a burst of changes is drawn once, without a wait", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const drawn: unknown[] = [];
  const pace = new Pace((settled) => drawn.push(settled));
  for (let i = 0; i < 5; i++) pace.changed(containers({ a: "running" }));
  context.mock.timers.tick(10);
  assert.deepEqual(drawn, [undefined]);
});

test("rows are told when the container that has ended is gone, or after 100 ms", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let settled: Promise<void> | undefined;
  let drawn = 0;
  const pace = new Pace((until) => {
    settled = until;
    drawn++;
  });
  const show = (states: Readonly<Record<string, string>>) => {
    pace.changed(containers(states));
    context.mock.timers.tick(10);
  };
  const isSettled = async () => {
    const pending = {};
    return (await Promise.race([settled, Promise.resolve(pending)])) !== pending;
  };
  show({ a: "running", b: "running" });
  show({ a: "exited", b: "running" });
  assert.equal(drawn, 2);
  assert.equal(await isSettled(), false);
  // Something else is no reason to tell the row that is about to go.
  const first = settled;
  show({ a: "exited", b: "running", c: "created" });
  assert.equal(settled, first);
  pace.changed(containers({ b: "running", c: "created" }));
  await first;

  context.mock.timers.tick(10);
  show({ b: "exited", c: "created" });
  assert.equal(await isSettled(), false);
  context.mock.timers.tick(100);
  await settled;
  // It has ended before, and is not waited for again.
  show({ b: "exited", c: "running" });
  assert.equal(settled, undefined);
  pace.dispose();
});
