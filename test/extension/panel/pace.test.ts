// When the views are drawn: at once, but not between a container's end and its removal.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Container } from "../../../extension/engine/model/objects.ts";
import { Pace } from "../../../extension/views/pace.ts";

const containers = (states: Record<string, Container["state"]>) =>
  new Map(Object.entries(states).map(([id, state]) => [id, { id, state } as Container]));

function drawn(changes: readonly (readonly [number, Record<string, Container["state"]>])[]) {
  return (context: import("node:test").TestContext) => {
    context.mock.timers.enable({ apis: ["setTimeout"] });
    let now = 0;
    context.mock.method(performance, "now", () => now);
    const draws: number[] = [];
    const pace = new Pace(() => draws.push(now));
    const pending = [...changes];
    for (now = 0; now < 600; now++) {
      while (pending[0]?.[0] === now) pace.changed(containers(pending.shift()?.[1] ?? {}));
      context.mock.timers.tick(1);
    }
    pace.dispose();
    return draws;
  };
}

test("a burst of changes is drawn once", (context) => {
  const draws = drawn([
    [0, { a: "created" }],
    [5, { a: "running" }],
  ])(context);
  assert.equal(draws.length, 1);
  assert.ok((draws[0] ?? 0) < 20);
});

test("an end and the removal that follows are drawn as one change, at the removal", (context) => {
  const draws = drawn([
    [0, { a: "running" }],
    [200, { a: "exited" }],
    [280, {}],
  ])(context);
  assert.equal(draws.length, 2);
  assert.ok((draws[1] ?? 0) >= 280 && (draws[1] ?? 0) < 300);
});

test("an end alone is drawn a moment later", (context) => {
  const draws = drawn([
    [0, { a: "running" }],
    [200, { a: "exited" }],
  ])(context);
  assert.equal(draws.length, 2);
  assert.ok((draws[1] ?? 0) > 300 && (draws[1] ?? 0) < 400);
});
