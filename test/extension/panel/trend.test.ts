// The line through a cell's last numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Trend } from "../../../extension/panels/table/trend.ts";

/** A trend of these numbers, one object per look. */
function trendOf(...looks: readonly Readonly<Record<string, number>>[]): Trend {
  const trend = new Trend();
  for (const look of looks) trend.add(new Map(Object.entries(look)));
  return trend;
}

test("there is no line before there are two numbers", () => {
  assert.equal(trendOf({ a: 5 }).points("a", "own", 39, 10), "");
  assert.equal(trendOf().points("a", "own", 39, 10), "");
});

test("the newest number is at the right end, the greatest at the top", () => {
  assert.equal(
    trendOf({ a: 0 }, { a: 4 }, { a: 2 }).points("a", "own", 39, 10),
    "37.0,10.0 38.0,0.0 39.0,5.0",
  );
});

test("rows compare where the scale is shared, and do not where it is their own", () => {
  const trend = trendOf({ a: 10, b: 100 }, { a: 10, b: 50 });
  assert.equal(trend.points("a", "shared", 39, 10), "38.0,9.0 39.0,9.0");
  assert.equal(trend.points("a", "own", 39, 10), "38.0,0.0 39.0,0.0");
});

test("what idles stays at the bottom, and what is not known, too", () => {
  assert.equal(trendOf({ a: 0 }, { a: 0.1 }).points("a", "own", 39, 10), "38.0,10.0 39.0,9.0");
  assert.equal(trendOf({ a: -1 }, { a: -1 }).points("a", "own", 39, 10), "38.0,10.0 39.0,10.0");
});

test("old numbers and rows that are gone are forgotten", () => {
  const trend = new Trend();
  for (let number = 0; number <= 100; number++) trend.add(new Map([["a", number]]));
  const points = trend.points("a", "own", 39, 100).split(" ");
  assert.equal(points.length, 40);
  assert.equal(points[0], "0.0,39.0");
  trend.add(new Map([["b", 1]]));
  trend.add(new Map([["a", 1]]));
  assert.equal(trend.points("a", "own", 39, 100), "");
});
