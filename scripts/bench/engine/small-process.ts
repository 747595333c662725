// Runs a part of a bench in a process of its own, as small as it can be, so that its memory tells of that part.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

/** Runs a script of this folder to its end; gives the exit code. */
export async function smallProcess(script: string, ...args: string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-bench-"));
  const outfile = join(folder, "script.mjs");
  try {
    // Bundled as the extension is: the reading of TypeScript alone would take as much memory again.
    await build({
      entryPoints: [join(import.meta.dirname, script)],
      outfile,
      bundle: true,
      minify: true,
      platform: "node",
      format: "esm",
      external: ["dockerode"],
    });
    const child = spawn(process.execPath, [outfile, ...args], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const [code] = (await once(child, "close")) as [number];
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
