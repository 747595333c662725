// The log of a real engine, read by somebody slower than the engine: memory, order, completeness.
// `node scripts/bench/engine-logs.ts [lines]`. The reader is a process of its own, as small as it can be.
import { runDetached } from "../../extension/engine/verbs/run.ts";
import { busyboxImage } from "../engine-images.ts";
import { startBed } from "./engine/bed.ts";
import { smallProcess } from "./engine/small-process.ts";

const lines = Number(process.argv[2] ?? 2_000_000);
const bed = await startBed("bench-logs");
try {
  const count = `BEGIN { for (i = 0; i < ${lines}; i++) printf "%079d\\n", i }`;
  const { id } = await runDetached(bed.engine, { Image: busyboxImage, Cmd: ["awk", count] });
  process.exitCode = await smallProcess("log-reader.ts", bed.own.socket, id, String(lines));
} finally {
  await bed.close();
}
