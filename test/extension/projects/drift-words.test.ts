// The forms to which values are brought for comparison, and differences in words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytes, nanoseconds } from "../../../extension/projects/drift/values.ts";
import { differenceWords, recreateWords } from "../../../extension/projects/words.ts";

test("durations and sizes of both sides come to one form", () => {
  assert.deepEqual(["1m30s", "1h", "500ms", "", 90e9].map(nanoseconds), [
    ...[90e9, 3600e9, 5e8, undefined, 90e9],
  ]);
  assert.deepEqual(["50m", "52428800", 52428800, "1gb", "", 0].map(bytes), [
    ...["52428800 B", "52428800 B", "52428800 B", "1073741824 B", "", ""],
  ]);
});

test("differences in words; secrets are not shown", () => {
  assert.equal(differenceWords({ key: "command", file: "b", container: "a" }), "a → b");
  assert.equal(differenceWords({ key: "labels.x", file: "", container: "a" }), "removed: a");
  assert.doesNotMatch(
    differenceWords({ key: "environment.API_KEY", file: "s3cret", container: "" }),
    /s3cret/,
  );
  const many = ["a", "b", "c", "d"].map((key) => ({ key, file: "1", container: "2" }));
  assert.equal(recreateWords(many), "recreate needed: a, b, c, …");
  assert.equal(recreateWords([]), "");
});
