// What is typed where nobody else edits it, and how fast a window is fed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Flow } from "../../../extension/terminals/flow.ts";
import { TypedLine } from "../../../extension/terminals/typed-line.ts";

const after = (...keys: readonly string[]) => {
  const line = new TypedLine();
  return keys.map((key) => line.take(key));
};

test("a line goes as a whole, as it was edited", () => {
  const typed = after("a", "b", "\x7f", "c", "\r");
  assert.deepEqual(
    typed.map(({ text }) => text),
    ["", "", "", "", "ac\n"],
  );
  assert.equal(typed.map(({ echo }) => echo).join(""), "ab\b \bc\r\n");
  assert.deepEqual(after("abc\x15x\r"), [{ echo: `abc${"\b \b".repeat(3)}x\r\n`, text: "x\n" }]);
  // Hangul takes two columns; on an empty line there is nothing to take away.
  assert.deepEqual(after("한\x7f\x7f"), [{ echo: "한\b \b\b \b", text: "" }]);
});

test("a text that is pasted, arrows and controls", () => {
  assert.deepEqual(after("one\r\ntwo\nthree"), [
    { echo: "one\r\ntwo\r\nthree", text: "one\ntwo\n" },
  ]);
  assert.deepEqual(after("\x1b[A", "\x01x"), [
    { echo: "", text: "" },
    { echo: "x", text: "" },
  ]);
});

test("Ctrl+D sends what there is, and ends the input where there is nothing", () => {
  assert.deepEqual(after("a", "\x04", "\x04"), [
    { echo: "a", text: "" },
    { echo: "", text: "a" },
    { echo: "", text: "", end: "input" },
  ]);
});

test("Ctrl+C drops the line and interrupts", () => {
  const [, interrupted, next] = after("abc", "\x03", "\r");
  assert.deepEqual(interrupted, { echo: "^C\r\n", text: "", end: "interrupt" });
  assert.equal(next?.text, "\n");
});

test("little text waits for nothing, much text for the window", () => {
  const flow = new Flow();
  assert.equal(flow.pauseAfter(100_000, 1000), 0);
  const wait = flow.pauseAfter(1_000_000, 1000);
  assert.ok(wait > 200 && wait < 300, String(wait));
  // Once that has been waited for, little text goes at once again.
  assert.ok(flow.pauseAfter(10, 1000 + wait) < 1);
  assert.equal(flow.pauseAfter(10, 5000), 0);
});
