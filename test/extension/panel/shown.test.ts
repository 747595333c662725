// What a view gives VS Code of its rows, and when it tells it to ask again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import type { Node } from "../../../extension/views/node.ts";
import { Shown } from "../../../extension/views/shown.ts";

const row = (id: string, stamp = 1): Node => ({
  id,
  stamp,
  contextValue: "row",
  item: () => ({}),
});
const group = (id: string, rows: () => Node[]): Node => ({
  ...row(id),
  isGroup: true,
  children: rows,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => row(`row-${n}`));
const ids = (rows: readonly Node[]) => rows.map(({ id }) => id);

test("a view that shows nothing gets the first rows of a long list, and all of them next", async () => {
  const { shown, told } = begin(() => many(1000));
  assert.deepEqual(ids(await shown.below()), ids(many(1000).slice(0, 100)));
  assert.deepEqual(told, [], "VS Code has not yet taken the first rows");
  await setImmediate();
  assert.deepEqual(told, ["all"]);
  assert.deepEqual(ids(await shown.below()), ids(many(1000)));
  await setImmediate();
  assert.deepEqual(told, ["all"], "nothing is missing any more");
});

test("the rows of a long list are made once, until there is something else", async () => {
  let rows = many(0);
  let made = 0;
  const { shown } = begin(() => {
    made++;
    return rows;
  });
  await shown.below();
  rows = many(1000);
  made = 0;
  await shown.refresh();
  assert.equal((await shown.below()).length, 100);
  await setImmediate();
  assert.equal((await shown.below()).length, 1000);
  assert.equal(made, 1, "for the comparison, the first rows, and all");

  rows = many(999);
  await shown.refresh();
  rows = many(998);
  await shown.refresh();
  assert.equal((await shown.below()).length, 998, "what was made before a change is not given");
  rows = many(997);
  await shown.refresh();
  rows = many(996);
  shown.redraw();
  assert.equal((await shown.below()).length, 996);
});

test("of rows that take a while to make, none are given that are older than the last look", async () => {
  let rows = many(1);
  const made: (() => void)[] = [];
  const { shown } = begin(async () => {
    const now = rows;
    await new Promise<void>((resolve) => made.push(resolve));
    return now;
  });
  const first = shown.below();
  made.shift()?.();
  await first;
  rows = many(2);
  const earlier = shown.refresh();
  rows = many(3);
  const later = shown.refresh();
  for (const done of made.splice(0)) done();
  await Promise.all([earlier, later]);
  const asked = shown.below();
  made.shift()?.();
  assert.equal((await asked).length, 3);
});

test("a short list comes at once", async () => {
  const { shown, told } = begin(() => many(200));
  assert.equal((await shown.below()).length, 200);
  await setImmediate();
  assert.deepEqual(told, []);
});

test("a view that shows rows already gets a long list as a whole", async () => {
  let rows = many(1);
  const { shown, told } = begin(() => rows);
  await shown.below();
  rows = many(1000);
  await shown.refresh();
  assert.deepEqual(told, ["all"]);
  assert.equal((await shown.below()).length, 1000);
  await setImmediate();
  assert.deepEqual(told, ["all"]);
});

test("the first list after an empty one is given in two parts, too", async () => {
  let rows: Node[] = [];
  const { shown, told } = begin(() => rows);
  assert.deepEqual(await shown.below(), []);
  rows = many(1000);
  await shown.refresh();
  assert.equal((await shown.below()).length, 100);
  await setImmediate();
  assert.deepEqual(told, ["all", "all"]);
});

test("a change between the first rows and the rest comes with the rest, told once", async () => {
  let rows = many(1000);
  const { shown, told } = begin(() => rows);
  await shown.below();
  rows = [row("a"), ...rows.slice(1)];
  await shown.refresh();
  await setImmediate();
  await shown.refresh();
  assert.deepEqual(told, ["all"]);
  assert.deepEqual(ids(await shown.below()), ids(rows));
});

test("a long group is unfolded in two parts, and stays whole when all is drawn anew", async () => {
  const { shown, told } = begin(() => [group("g", () => many(1000))]);
  const [one] = await shown.below();
  assert.equal((await shown.below(one)).length, 100);
  assert.deepEqual(told, []);
  await setImmediate();
  assert.deepEqual(told, ["g"]);
  assert.equal((await shown.below(one)).length, 1000);
  shown.redraw();
  const [again] = await shown.below();
  assert.equal((await shown.below(again)).length, 1000);
  await setImmediate();
  assert.deepEqual(told, ["g", "all"]);
});

test("what stands below a row that is no group comes as a whole", async () => {
  const owner = { ...row("r"), children: () => many(1000) };
  const { shown, told } = begin(() => [owner]);
  assert.equal((await shown.below(owner)).length, 1000);
  await setImmediate();
  assert.deepEqual(told, []);
});

test("nothing is told before somebody has asked, nor twice until somebody asks again", async () => {
  let rows = many(1);
  const { shown, told } = begin(() => rows);
  await shown.refresh();
  assert.deepEqual(told, []);
  await shown.below();
  rows = many(2);
  await shown.refresh();
  rows = many(3);
  await shown.refresh();
  assert.deepEqual(told, ["all"]);
});

test("rows that differ are told alone, also in a group that has been opened", async () => {
  let stamp = 1;
  const { shown, told } = begin(() => [row("a"), group("g", () => [row("b", stamp)])]);
  const [, opened] = await shown.below();
  await shown.below(opened);
  stamp = 2;
  await shown.refresh();
  assert.deepEqual(told, ["b"]);
});

test("roots that are there at once are told before anything else happens", async () => {
  let rows: Node[] = [];
  const { shown, told } = begin(() => rows);
  await shown.below();
  rows = many(2);
  void shown.refresh();
  assert.deepEqual(told, ["all"]);
});

/** What is shown of these roots, and what VS Code was told: ids, or that all is to be drawn anew. */
function begin(roots: () => Node[] | Promise<Node[]>) {
  const told: string[] = [];
  const shown = new Shown(roots, (rows) => {
    told.push(...(rows === undefined ? ["all"] : ids([rows].flat())));
  });
  return { shown, told };
}
