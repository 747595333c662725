// Takes in log lines as the terminal of a log does, parsed, kept and filtered: see ../logs.ts.
import { LineSplitter } from "../../../extension/engine/streams/logs.ts";
import { LineBuffer } from "../../../extension/terminals/line-buffer.ts";
import { filterTest, parseLine } from "../../../extension/terminals/log-lines.ts";

const lines = Number(process.argv[2]);
const stamp = "2026-01-01T00:00:00.123456789Z ";
const chunk = Buffer.from(`${stamp}${"x".repeat(80 - 1)}\n`.repeat(500));
const splitter = new LineSplitter();
const buffer = new LineBuffer(20_000);
const passes = filterTest({ text: "x", level: "warn" });
const rss = () => process.memoryUsage.rss() / 1e6;

const before = rss();
let most = before;
let shown = 0;
const begun = performance.now();
for (let taken = 0; taken < lines; taken += 500) {
  for (const line of splitter.take(chunk)) {
    const entry = parseLine(0, line);
    buffer.push(entry);
    if (passes(entry)) shown++;
  }
  if (taken % 50_000 === 0) most = Math.max(most, rss());
}
const seconds = (performance.now() - begun) / 1000;
console.log(
  `log intake, ${lines} lines: ${Math.round(lines / seconds)} lines/s; RSS ${before.toFixed(0)} MB before, at most ${Math.max(most, rss()).toFixed(0)} MB; ${shown} passed the filter`,
);
