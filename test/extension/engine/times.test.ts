// Times for --since and --until.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engineTime } from "../../../extension/engine/times.ts";

const now = Date.UTC(2026, 0, 31, 12);
const at = now / 1000;

test("durations count back from now", () => {
  assert.equal(engineTime("10m", now), (at - 600).toFixed(3));
  assert.equal(engineTime("1h30m", now), (at - 5400).toFixed(3));
  assert.equal(engineTime("1.5h", now), (at - 5400).toFixed(3));
  assert.equal(engineTime(" 2d ", now), (at - 172_800).toFixed(3));
});

test("seconds stay, times become seconds", () => {
  assert.equal(engineTime(17, now), "17");
  assert.equal(engineTime("17.25", now), "17.25");
  assert.equal(engineTime("2026-01-31T12:00:00Z", now), String(at));
  assert.equal(engineTime("2026-01-31T13:00:00+01:00", now), String(at));
  assert.equal(engineTime("2026-01-31", now), String(new Date(2026, 0, 31).getTime() / 1000));
  assert.equal(engineTime(undefined), undefined);
});

test("anything else is refused with an example", () => {
  for (const text of ["", "yesterday", "10 minutes", "10x", "2026-13-99", "m"])
    assert.throws(() => engineTime(text, now), /10m/, text);
});
