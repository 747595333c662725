import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCompose } from "../../../language-server/compose/yaml/document.ts";

const service = "services:\n  web:\n    image: nginx:1.29\n";

test("brackets in brackets without end are refused at once, however long the file", () => {
  const text = `${service}x-deep: ${"[".repeat(1_000)}\n${service.repeat(100)}`;
  const { broken, problems, documents, readings } = parseCompose(text);
  assert.equal(broken, true);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ["This file is nested too deeply to be read."],
  );
  assert.deepEqual([documents.length, readings.length], [0, 0]);
});

test("mappings in one line count as brackets too", () => {
  assert.equal(parseCompose(`x-deep: ${"{a: ".repeat(1_000)}`).broken, true);
});

test("a hundred levels are read", () => {
  const text = `${service}x-deep: ${"[".repeat(100)}1${"]".repeat(100)}\n`;
  const { broken, problems, documents } = parseCompose(text);
  assert.deepEqual([broken, problems.length, documents.length], [false, 0, 1]);
});
