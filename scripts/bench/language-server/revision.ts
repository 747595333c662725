// The server as it was at another commit, built in a folder that is kept for the next run.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const entry = join("dist", "language-server.js");

/** The built server of a commit: a name that Git knows, or the path of a built server itself. */
export function serverAt(revision: string): string {
  if (existsSync(revision)) return resolve(revision);
  const commit = git("rev-parse", "--verify", `${revision}^{commit}`).toString().trim();
  const all = join(tmpdir(), "dockwright-bench-builds");
  const folder = join(all, commit);
  if (!existsSync(folder)) {
    mkdirSync(all, { recursive: true });
    const making = mkdtempSync(join(all, "making-"));
    execFileSync("tar", ["-x"], { cwd: making, input: git("archive", commit) });
    symlinkSync(resolve("node_modules"), join(making, "node_modules"));
    execFileSync(process.execPath, ["esbuild.mjs", "--production"], { cwd: making });
    renameSync(making, folder);
  }
  return join(folder, entry);
}

function git(...words: readonly string[]): Buffer {
  return execFileSync("git", words, { maxBuffer: 1024 ** 3, stdio: ["ignore", "pipe", "inherit"] });
}
