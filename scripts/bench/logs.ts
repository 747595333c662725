// How fast log lines are taken in: parsed, kept, filtered, without an engine.
// Run: node scripts/bench/logs.ts [LINES]
import { LineSplitter } from "../../extension/engine/streams/logs.ts";
import { LineBuffer } from "../../extension/terminals/line-buffer.ts";
import { filterTest, parseLine } from "../../extension/terminals/log-lines.ts";

const lines = Number(process.argv[2] ?? 2_000_000);
const stamp = "2026-01-01T00:00:00.123456789Z ";
const chunk = Buffer.from(`${stamp}${"x".repeat(80 - 1)}\n`.repeat(500));
const splitter = new LineSplitter();
const buffer = new LineBuffer(20_000);
const passes = filterTest({ text: "x", level: "warn" });

const before = process.memoryUsage().rss / 1e6;
const begun = performance.now();
let shown = 0;
for (let taken = 0; taken < lines; taken += 500)
  for (const line of splitter.take(chunk)) {
    const entry = parseLine(0, line);
    buffer.push(entry);
    if (passes(entry.text)) shown++;
  }
const seconds = (performance.now() - begun) / 1000;
const memory = process.memoryUsage().rss / 1e6;
console.log(
  `log intake, ${lines} lines: ${Math.round(lines / seconds)} lines/s; RSS ${before.toFixed(0)} MB before, ${memory.toFixed(0)} MB after; ${shown} passed the filter`,
);
