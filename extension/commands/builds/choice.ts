// What a build was chosen to be, by questions or by a task, and as the engine layer takes it.
import { readFile } from "node:fs/promises";
import type { BuildOptions } from "../../engine/build/build.ts";
import { sshAgentsFor } from "../../terminals/ssh-agents.ts";

/** What can be kept in the workspace's memory: no secret is in it, only the paths of their files. */
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

/** The choice as the engine layer takes it. Secrets are read when a step wants them. */
export function optionsOf(choice: BuildChoice): BuildOptions & { readonly dockerfile: string } {
  return {
    folder: choice.folder,
    dockerfile: choice.dockerfile,
    tags: choice.tag ? [choice.tag] : [],
    args: choice.args,
    noCache: choice.noCache,
    pull: choice.pull,
    ...(choice.target && { target: choice.target }),
    ...(choice.platform && { platform: choice.platform }),
    sshAgents: sshAgentsFor(choice.ssh),
    secrets: Object.fromEntries(
      Object.entries(choice.secretFiles).map(([id, file]) => [id, () => readFile(file)]),
    ),
  };
}
