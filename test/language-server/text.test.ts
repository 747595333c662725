// Lines after edits are those that the whole text has.
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { Lines } from "../../language-server/text.ts";
import { seeded } from "../property-seed.ts";

const texts = fc
  .array(fc.constantFrom("a", "\n", "\r", "\r\n", "é", "bc"), { maxLength: 12 })
  .map((parts) => parts.join(""));

test("lines after edits are those that the whole text has", () => {
  fc.assert(
    fc.property(texts, fc.array(fc.tuple(fc.nat(), fc.nat(), texts)), (text, edits) => {
      let lines = new Lines(text);
      for (const [one, other, put] of edits) {
        const ends = [one, other].map((offset) => offset % (lines.text.length + 1));
        const span = { start: Math.min(...ends), end: Math.max(...ends) };
        const wanted = lines.text.slice(0, span.start) + put + lines.text.slice(span.end);
        lines = lines.edited(span, put);
        assert.equal(lines.text, wanted);
        const fresh = new Lines(wanted);
        assert.deepEqual(
          Array.from({ length: lines.count }, (_, line) => lines.start(line)),
          Array.from({ length: fresh.count }, (_, line) => fresh.start(line)),
        );
      }
    }),
    seeded,
  );
});
