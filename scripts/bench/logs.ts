// How fast log lines are taken in: parsed, kept, filtered, without an engine; and how much memory that takes.
// Run: node scripts/bench/logs.ts [LINES]
import { smallProcess } from "./engine/small-process.ts";

process.exitCode = await smallProcess("log-intake.ts", process.argv[2] ?? "2000000");
