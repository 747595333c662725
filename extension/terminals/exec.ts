// Terminals on a command inside of a container.
import { engineLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import type { Mount } from "../engine/model/objects.ts";
import { exec } from "../engine/streams/exec.ts";
import { ranOutOfMemory } from "../engine/streams/memory.ts";
import { t } from "../engine/text.ts";
import { seeThrough } from "./endings.ts";
import { openTerminal } from "./open.ts";
import { SessionTerminal } from "./session-terminal.ts";

/** What a terminal needs to know of a container. */
export interface ContainerName {
  readonly id: string;
  readonly name: string;
  /** Where its folders come from, for links to files. */
  readonly mounts?: readonly Mount[];
}

/** Where the container's folders come from; nothing where the engine's files are not ours. */
export function localMounts(engine: Engine, { mounts }: ContainerName): readonly Mount[] {
  return engine.endpoint.local ? (mounts ?? []) : [];
}

/** How a process in a container is to run; what is missing is the image's. */
export interface ExecWish {
  readonly command: readonly string[];
  readonly user?: string;
  readonly directory?: string;
}

/** Opens a terminal on a command in the container. Closing it ends the process. */
export async function openExec(
  engine: Engine,
  container: ContainerName,
  { command: argv, user = "", directory = "" }: ExecWish,
): Promise<void> {
  const { id, name } = container;
  const options = [
    ...(user ? ["--user", user] : []),
    ...(directory ? ["--workdir", directory] : []),
  ];
  const line = engineLine(engine, "exec", "-it", ...options, name, ...argv);
  openTerminal({
    key: `exec ${id} ${line}`,
    name,
    icon: "terminal",
    lines: [line],
    make: () =>
      new SessionTerminal({
        line,
        mounts: localMounts(engine, container),
        detached: t("Detached from {0} in {1}.", argv[0] ?? "", name),
        start: async () => {
          const wish = { command: [...argv], user, workingDirectory: directory };
          const session = await exec(engine, id, { ...wish, tty: true, input: true });
          return {
            ...{ session, tty: true, end: () => seeThrough(session.kill()) },
            ranOutOfMemory: (since) => ranOutOfMemory(engine, id, since),
          };
        },
      }),
  });
}
