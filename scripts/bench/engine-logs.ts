// The log of a real engine, read by somebody slower than the engine: memory, order, completeness.
// `node scripts/bench/engine-logs.ts [lines]`. The reader is a process of its own, as small as it can be.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { runDetached } from "../../extension/engine/verbs/run.ts";
import { busyboxImage } from "../engine-images.ts";
import { startBed } from "./engine/bed.ts";

const lines = Number(process.argv[2] ?? 2_000_000);
const folder = mkdtempSync(join(tmpdir(), "dockwright-logs-"));
const reader = join(folder, "reader.mjs");
// Bundled as the extension is: the reading of TypeScript alone would take as much memory again.
await build({
  entryPoints: [join(import.meta.dirname, "engine/log-reader.ts")],
  outfile: reader,
  bundle: true,
  minify: true,
  platform: "node",
  format: "esm",
  external: ["dockerode"],
});
const bed = await startBed("bench-logs");
try {
  const count = `BEGIN { for (i = 0; i < ${lines}; i++) printf "%079d\\n", i }`;
  const wish = { Image: busyboxImage, Cmd: ["awk", count] };
  const { id } = await runDetached(bed.engine, wish);
  const child = spawn(process.execPath, [reader, bed.own.socket, id, String(lines)], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = (await once(child, "close")) as [number];
  process.exitCode = code;
} finally {
  await bed.close();
  rmSync(folder, { recursive: true, force: true });
}
