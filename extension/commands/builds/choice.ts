// What a build was chosen to be, by questions or by a task, as the engine layer takes it.
import { readFile } from "node:fs/promises";
import type { BuildOptions } from "../../engine/build/build.ts";
import { sshAgentsFor } from "../../terminals/ssh-agents.ts";
import type { BuildChoice } from "../../workspace/build-choices.ts";

/** Secrets are read when a step wants them. */
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
