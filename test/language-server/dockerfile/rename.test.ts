// What can be renamed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { renameable } from "../../../language-server/dockerfile/features/navigation.ts";
import { editor } from "./editor.ts";

/** The text that would be renamed at the cursor. */
function named(marked: string): string | undefined {
  const { document, offset, text } = editor(marked);
  const span = renameable(document, offset);
  return span && text.slice(span.start, span.end);
}

test("variables, stages and heredocs have names", () => {
  assert.equal(named("FROM a\nARG na|me\n"), "name");
  assert.equal(named("FROM a\nLABEL b=${na|me:-c}\n"), "name");
  assert.equal(named("FROM a AS bu|ild\n"), "build");
  assert.equal(named("FROM a\nRUN <<EO|F\nb\nEOF\n"), "EOF");
});

test("what the shell counts and keeps has none", () => {
  assert.equal(named("FROM a\nLABEL b=$|?\n"), undefined);
  assert.equal(named("FROM a\nLABEL b=${|1}\n"), undefined);
});
