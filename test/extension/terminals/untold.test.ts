// A build's warnings beside what the linter says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { REFUSED, untold } from "../../../extension/terminals/untold.ts";

const at = (code: string | { value: string } | undefined, start: number, end = start) => ({
  code,
  range: { start: { line: start }, end: { line: end } },
});
const alias = at({ value: "StageNameCasing" }, 0);
const json = at("JSONArgsRecommended", 4, 6);
const failure = at(undefined, 4, 6);

test("what the linter has said of words of an instruction, a build does not say of the whole", () => {
  const found = [alias, json, failure];
  assert.deepEqual(untold(found, []), found);
  assert.deepEqual(untold(found, [at("JSONArgsRecommended", 5)]), [alias, failure]);
  assert.deepEqual(
    untold(found, [at("StageNameCasing", 0), at({ value: "JSONArgsRecommended" }, 4)]),
    [failure],
  );
});

test("another code, or the same in another instruction, takes nothing away", () => {
  const others = [at("JSONArgsRecommended", 3), at("JSONArgsRecommended", 7), at("DL3025", 5)];
  assert.deepEqual(untold([json], others), [json]);
});

test("what BuildKit cannot read is told once where the linter has an error, not where it only warns", () => {
  const refused = at(REFUSED, 4);
  const error = { ...at("InvalidStageName", 4), severity: 0 };
  assert.deepEqual(untold([refused], [error]), []);
  assert.deepEqual(untold([refused], [{ ...error, severity: 1 }]), [refused]);
  assert.deepEqual(untold([refused], [{ ...at("InvalidStageName", 3), severity: 0 }]), [refused]);
  assert.deepEqual(untold([failure], [error]), [failure]);
});
