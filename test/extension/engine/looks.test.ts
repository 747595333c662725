// How events become looks at the engine: few, one at a time, and again where the engine's list lags behind.
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { watchSleep } from "../../../extension/engine/connection/wake.ts";
import { following, isBorneOut, type Touch } from "../../../extension/engine/model/events.ts";
import { type Look, Looks } from "../../../extension/engine/model/looks.ts";
import { toContainer } from "../../../extension/engine/model/objects.ts";

const touch = (id: string, expected?: Touch["expected"]): Touch => ({
  kind: "container",
  id,
  gone: false,
  ...(expected ? { expected } : {}),
});

function looksWith(context: TestContext, look: Look, isSettled?: (touch: Touch) => boolean) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const failures: unknown[] = [];
  const looks = new Looks(look, (error) => failures.push(error), isSettled);
  const pass = async (time: number) => {
    context.mock.timers.tick(time);
    // The look itself is asynchronous.
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return { looks, failures, pass };
}

test("a burst of events is one look, and nothing is asked before the first list", async (context) => {
  const asked: string[][] = [];
  const { looks, pass } = looksWith(context, async (_, touched) => {
    asked.push([...touched.keys()]);
    return [];
  });
  for (const id of ["a", "b", "a"]) looks.mark(touch(id));
  await pass(1000);
  assert.deepEqual(asked, []);
  looks.open();
  await pass(50);
  assert.deepEqual(asked, [["a", "b"]]);
  looks.mark(touch("c"));
  looks.close();
  await pass(60_000);
  assert.equal(asked.length, 1, "what is closed asks nothing");
});

test("a list that lags behind an end is asked again until it knows, through other events too", async (context) => {
  let knows = false;
  let asked = 0;
  const { looks, pass } = looksWith(context, async (_, touched) => {
    asked++;
    return knows ? [] : [...touched.values()].filter(({ expected }) => expected);
  });
  looks.open();
  looks.mark(touch("a", "ended"));
  await pass(40);
  assert.equal(asked, 1);
  await pass(50);
  await pass(40);
  assert.equal(asked, 2);
  // The container leaves its network: an event that says nothing of its state.
  looks.mark(touch("a"));
  await pass(40);
  assert.equal(asked, 3);
  knows = true;
  await pass(50);
  await pass(40);
  assert.equal(asked, 4);
  await pass(60_000);
  assert.equal(asked, 4, "it knows now");
});

test("an engine whose list never follows is left in peace at last", async (context) => {
  let asked = 0;
  const { looks, pass } = looksWith(context, async (_, touched) => {
    asked++;
    return [...touched.values()];
  });
  looks.open();
  looks.mark(touch("a", "ended"));
  for (let step = 0; step < 3000; step++) await pass(20);
  assert.ok(asked > 5 && asked < 12, String(asked));
});

test("a look that fails is told, and the next event looks again", async (context) => {
  let asked = 0;
  const { looks, failures, pass } = looksWith(context, async () => {
    if (asked++ === 0) throw new Error("no");
    return [];
  });
  looks.open();
  looks.mark(touch("a"));
  await pass(40);
  assert.equal(failures.length, 1);
  looks.mark(touch("a"));
  await pass(40);
  assert.equal(asked, 2);
});

test("a full list waits for the look under way", async (context) => {
  const steps: string[] = [];
  let finish = () => {};
  const { looks, pass } = looksWith(context, async () => {
    steps.push("look begins");
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    steps.push("look ends");
    return [];
  });
  looks.open();
  looks.mark(touch("a"));
  await pass(40);
  const listed = looks.alone(async () => void steps.push("list"));
  finish();
  await listed;
  assert.deepEqual(steps, ["look begins", "look ends", "list"]);
});

test("sleep is told by the clock that has jumped, and by nothing less", (context) => {
  context.mock.timers.enable({ apis: ["setInterval", "Date"] });
  let woke = 0;
  const watching = watchSleep(() => woke++);
  for (let minute = 0; minute < 10; minute++) context.mock.timers.tick(20_000);
  assert.equal(woke, 0);
  context.mock.timers.setTime(Date.now() + 3_600_000);
  context.mock.timers.tick(20_000);
  assert.equal(woke, 1);
  watching.dispose();
});

test("a look that is due while something else is asked alone waits for its end", async (context) => {
  const asked: string[] = [];
  const { looks, pass } = looksWith(context, async (_, touched) => {
    asked.push(...touched.keys());
    return [];
  });
  looks.open();
  looks.mark(touch("a"));
  let end = () => {};
  const done = looks.alone(() => new Promise((resolve) => (end = resolve)));
  await pass(1000);
  assert.deepEqual(asked, []);
  end();
  await done;
  await pass(0);
  await pass(1000);
  assert.deepEqual(asked, ["a"]);
});

test("a container has to be in the networks that it was told to join, and out of those it left", () => {
  const on = (...names: string[]) => ({ Networks: Object.fromEntries(names.map((n) => [n, {}])) });
  const web = (State: string, ...names: string[]) =>
    toContainer({ Id: "a", State, NetworkSettings: on(...names) });
  const told = (name: string, isIn: boolean): Touch => ({
    ...touch("a"),
    networks: [{ id: `id of ${name}`, name, isIn }],
  });
  assert.ok(!isBorneOut(told("back", true), web("running", "front")));
  assert.ok(isBorneOut(told("back", true), web("running", "front", "back")));
  assert.ok(!isBorneOut(told("back", false), web("running", "front", "back")));
  assert.ok(isBorneOut(told("back", false), web("running", "front")));
  assert.ok(
    isBorneOut(told("back", false), web("exited", "front", "back")),
    "it keeps their names",
  );
  assert.ok(isBorneOut(told("back", true), undefined), "it has gone");
  // The last word on each network counts, and on its state.
  const both = following(told("front", false), following(told("back", false), told("back", true)));
  assert.ok(isBorneOut(both, web("running", "back")));
  assert.ok(!isBorneOut(both, web("running", "front", "back")));
  assert.ok(!isBorneOut(following(touch("a", "alive"), both), web("created", "back")));
});

test("what becomes known in another way is not asked again", async (context) => {
  let asked = 0;
  let known = false;
  const late: Look = async (_, touched) => {
    asked++;
    return [...touched.values()];
  };
  const { looks, pass } = looksWith(context, late, () => known);
  looks.open();
  looks.mark(touch("a", "alive"));
  await pass(50);
  await pass(50);
  await pass(50);
  const before = asked;
  assert.ok(before >= 2);
  known = true;
  await pass(60_000);
  assert.equal(asked, before);
});
