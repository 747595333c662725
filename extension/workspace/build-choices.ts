// What was chosen for the builds of the workspace's Dockerfiles, remembered from one window to the next.
import type { Memento } from "vscode";

/** No secret is in it, only the paths of their files. */
export interface BuildChoice {
  readonly folder: string;
  readonly dockerfile: string;
  readonly tag: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly secretFiles: Readonly<Record<string, string>>;
  /** Ids of mounts that the ssh agent is lent to. */
  readonly ssh: readonly string[];
  readonly platform?: string;
  readonly noCache: boolean;
  readonly pull: boolean;
}

const keyOf = (dockerfile: string) => `build.${dockerfile}`;
const lastKey = "build.last";

/** What was chosen for the Dockerfile last, or for any when none is named. */
export function lastChoice(memory: Memento, dockerfile?: string): BuildChoice | undefined {
  const name = dockerfile ?? memory.get<string>(lastKey);
  const kept = name ? memory.get<BuildChoice>(keyOf(name)) : undefined;
  // It may have been kept by another version of this program.
  return kept && { ...kept, ssh: Array.isArray(kept.ssh) ? kept.ssh : [] };
}

export async function rememberChoice(memory: Memento, choice: BuildChoice): Promise<void> {
  await memory.update(keyOf(choice.dockerfile), choice);
  await memory.update(lastKey, choice.dockerfile);
}
