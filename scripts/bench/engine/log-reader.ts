// Reads a container's log line by line and slowly, and tells how much memory that took: see ../engine-logs.ts.
import { setTimeout as delay } from "node:timers/promises";
import { HttpClient } from "../../../extension/engine/connection/http.ts";
import { logBatches } from "../../../extension/engine/streams/logs.ts";

const [socket = "", id = "", wanted = "0"] = process.argv.slice(2);
const lines = Number(wanted);
const client = new HttpClient(async () => socket);
const rss = () => process.memoryUsage.rss() / 1e6;
const before = rss();
const begun = performance.now();
let most = before;
let next = 0;
for await (const batch of logBatches(client, id, { follow: true, tty: false }))
  for (const { text } of batch) {
    if (text.length !== 79 || Number(text) !== next) throw new Error(`line ${next} is ${text}`);
    next++;
    if (next % 2000 !== 0) continue;
    most = Math.max(most, rss());
    // Every now and then it is busy with something else, longer than the engine needs for as many lines.
    await delay(next % 100_000 === 0 ? 500 : 15);
  }
if (next !== lines) throw new Error(`${next} of ${lines} lines`);
const seconds = (performance.now() - begun) / 1000;
console.log(
  `log of ${lines} lines through a slow reader: all in order, ${Math.round(lines / seconds)} lines/s, RSS ${before.toFixed(0)} MB before, at most ${most.toFixed(0)} MB`,
);
client.dispose();
