// Terminals inside of containers: a shell, or another command.
import { engineLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import type { Mount } from "../engine/model/objects.ts";
import { exec, findShell } from "../engine/streams/exec.ts";
import { t } from "../engine/text.ts";
import { inspect } from "../engine/verbs/containers.ts";
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
  /** The best shell that the container has, when missing. */
  readonly command?: readonly string[];
  readonly user?: string;
  readonly directory?: string;
}

/**
 * Opens a shell in the container, or the command. Closing the terminal ends the process.
 * @throws Error where the container has no shell and no command is given.
 */
export async function openExec(
  engine: Engine,
  container: ContainerName,
  { command, user = "", directory = "" }: ExecWish = {},
): Promise<void> {
  const { id, name } = container;
  const shell = command ? undefined : await findShell(engine, id);
  const argv = command ?? (shell ? [shell] : undefined);
  if (!argv) {
    // A container that is gone has none either: then its absence is the message.
    await inspect(engine, id);
    throw new Error(t("There is no shell in {0}.", name));
  }
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
          return { session, tty: true, end: () => seeThrough(session.kill()) };
        },
      }),
  });
}
