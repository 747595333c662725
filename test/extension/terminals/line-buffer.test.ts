// The ring of kept log lines against a plain list.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineBuffer } from "../../../extension/terminals/line-buffer.ts";
import type { LogEntry } from "../../../extension/terminals/log-lines.ts";
import { seeded } from "../../property-seed.ts";

const line = (text: string): LogEntry => ({ source: 0, time: "", text });

test("the newest lines are kept, and the others counted", () => {
  const buffer = new LineBuffer(10);
  for (let n = 0; n < 1005; n++) buffer.push(line(String(n)));
  assert.deepEqual(
    buffer.lines.map(({ text }) => text),
    Array.from({ length: 10 }, (_, n) => String(995 + n)),
  );
  assert.equal(buffer.forgotten, 995);
});

test("what is kept is the end of what came, unchanged, whatever the lengths", () => {
  const entry = fc.record(
    {
      source: fc.nat(300),
      time: fc.constantFrom("", "2026-01-01T00:00:00.123456789Z"),
      text: fc.oneof(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.constantFrom("", "한글 로그", "🐳".repeat(20), "x".repeat(200)),
      ),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 200 }), (entries) => {
      const buffer = new LineBuffer(16, 2048);
      for (const [index, one] of entries.entries()) {
        buffer.push(one);
        const { lines } = buffer;
        assert.ok(lines.length >= 1);
        assert.deepEqual(lines, entries.slice(index + 1 - lines.length, index + 1));
      }
    }),
    seeded,
  );
});

test("short lines fill the whole limit: the room is no smaller than it says", () => {
  const buffer = new LineBuffer(100, 100 * 30);
  for (let n = 0; n < 1000; n++) buffer.push(line(`line ${n}`));
  assert.equal(buffer.lines.length, 100);
});

test("a line that is longer than the room is cut, and the next ones are whole", () => {
  const buffer = new LineBuffer(10, 100);
  buffer.push(line("y".repeat(1000)));
  assert.equal(buffer.lines[0]?.text, "y".repeat(100));
  buffer.push(line("short"));
  assert.deepEqual(buffer.lines, [line("short")]);
  buffer.clear();
  assert.deepEqual(buffer.lines, []);
});
