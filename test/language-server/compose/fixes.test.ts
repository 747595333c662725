// What a beginner gets wrong, and what the first fix of each fault makes of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import { inService, mended, whole } from "./fix-cases.ts";
import { folder, folderHost } from "./folder.ts";

/** Applies the first fix of the first finding that has one, until nothing is left to repair. */
function repaired(start: string): string {
  let text = start;
  for (let round = 0; round < 8; round++) {
    const host = folderHost({ "compose.yaml": text, "app/Dockerfile": "FROM scratch\n" });
    const context = { uri: `${folder}compose.yaml`, host, settings: {} };
    const errors = compose
      .lint(compose.parse(text), context)
      .filter(({ severity, code }) => severity === "error" || code === "InvalidImage");
    const [fix] = errors.flatMap(({ fixes }) => fixes?.() ?? []);
    assert.ok(errors.length === 0 || fix, `${errors[0]?.message}\n${text}`);
    for (const { start, end, newText } of [...(fix?.edits ?? [])].sort((a, b) => b.start - a.start))
      text = text.slice(0, start) + newText + text.slice(end);
    if (!fix) return text;
  }
  return text;
}

test("faults in a service are mended by their first fixes", () => {
  for (const [wrong, right] of mended)
    assert.equal(repaired(inService(wrong)), inService(right), wrong);
});

test("faults in the build of the file are mended by their first fixes", () => {
  for (const [wrong, right] of whole) assert.equal(repaired(wrong), right, wrong);
});

/** All fixes of a text. */
function fixesOf(text: string) {
  const host = folderHost({ "compose.yaml": text });
  const context = { uri: `${folder}compose.yaml`, host, settings: {} };
  return compose.lint(compose.parse(text), context).flatMap(({ fixes }) => fixes?.() ?? []);
}

test("fixes never fail on half-typed files, and their edits do not overlap", () => {
  const texts = whole.flatMap(([wrong]) => [...wrong].map((_, end) => wrong.slice(0, end)));
  for (const text of texts)
    for (const { edits } of fixesOf(text)) {
      const sorted = [...edits].sort((a, b) => a.start - b.start);
      for (const [index, edit] of sorted.entries())
        assert.ok(edit.end <= (sorted[index + 1]?.start ?? text.length), text);
    }
});
