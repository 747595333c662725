// When the views are drawn: once for a burst, and with a wait for containers that are about to go.
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Container } from "../../../extension/engine/model/objects.ts";
import { Pace } from "../../../extension/views/pace.ts";

const containers = (states: Readonly<Record<string, string>>) =>
  new Map(Object.entries(states).map(([id, state]) => [id, { id, state } as Container]));

test("a burst of changes is drawn once, without a wait", (context) => {
  const { pace, drawn, pass } = begin(context);
  for (let i = 0; i < 5; i++) pace.changed();
  assert.equal(drawn(), 0);
  pass(10);
  assert.equal(drawn(), 1);
});

test("the first list of containers is drawn at once, and what changed before it with it", (context) => {
  const { pace, drawn, pass } = begin(context);
  // The model's own map, which changes with it.
  const all = new Map();
  pace.changed(all);
  all.set("a", { id: "a", state: "running" });
  pace.changed(all);
  assert.equal(drawn(), 1);
  pass(10);
  assert.equal(drawn(), 1);
  all.set("b", { id: "b", state: "running" });
  pace.changed(all);
  assert.equal(drawn(), 1);
  pass(10);
  assert.equal(drawn(), 2);
});

test("the end of a container is drawn when it is gone", (context) => {
  const { pace, drawn, pass } = begin(context);
  const show = (states: Readonly<Record<string, string>>) => {
    pace.changed(containers(states));
    pass(10);
  };
  show({ a: "running", b: "running" });
  assert.equal(drawn(), 1);
  show({ a: "exited", b: "running" });
  // Something else is no reason to draw the row that is about to go.
  show({ a: "exited", b: "running", c: "created" });
  assert.equal(drawn(), 1);
  show({ b: "running", c: "created" });
  assert.equal(drawn(), 2);
  pass(1000);
  assert.equal(drawn(), 2);
});

test("the end of a container that stays is drawn after 100 ms, whatever else ends", (context) => {
  const { pace, drawn, pass } = begin(context);
  const show = (states: Readonly<Record<string, string>>) => {
    pace.changed(containers(states));
    pass(10);
  };
  show({ a: "running", b: "running" });
  show({ a: "exited", b: "running" });
  pass(80);
  show({ a: "exited", b: "exited" });
  assert.equal(drawn(), 1);
  pass(10);
  assert.equal(drawn(), 2);
  // They have ended before, and are not waited for again.
  show({ a: "running", b: "exited" });
  assert.equal(drawn(), 3);
  show({ a: "exited", b: "exited" });
  pace.dispose();
  pass(1000);
  assert.equal(drawn(), 3);
});

/** A pace, how often it has drawn, and a way to let time pass (ms). */
function begin(context: TestContext) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let count = 0;
  const pace = new Pace(() => {
    count++;
  });
  return { pace, drawn: () => count, pass: (time: number) => context.mock.timers.tick(time) };
}
