// The lock by which Compose lets one `watch` alone follow a project: a file with the watcher's process
// id. A watch that was killed leaves it behind, and once another process has that number, Compose
// refuses for as long as that one lives. Knows no VS Code.
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "../engine/connection/docker-config.ts";

/** The living process that a lock names. */
export interface Watcher {
  readonly file: string;
  readonly pid: number;
  /** False: it is certainly no Compose, so that the lock is one that was left behind. */
  readonly maybeCompose: boolean;
}

/** Who keeps the project from being watched; undefined: nobody does. */
export async function watcherOf(project: string, env: Environment): Promise<Watcher | undefined> {
  const file = join(folderOf(env), `${project}.pid`);
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  return { file, pid, maybeCompose: command === undefined || command.includes("compose") };
}

/** Where Compose keeps its locks. */
function folderOf(env: Environment): string {
  if (env.XDG_RUNTIME_DIR) return env.XDG_RUNTIME_DIR;
  if (process.platform === "darwin")
    return join(homedir(), "Library/Application Support/com.docker.compose");
  if (process.platform === "win32") return join(env.LOCALAPPDATA ?? homedir(), "docker-compose");
  return join(homedir(), ".docker/docker-compose");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, and is another user's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
