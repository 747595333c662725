// Terminals inside of containers: a shell or another command, and the main process itself.

import { window } from "vscode";
import { dockerLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { toEngineError } from "../engine/errors.ts";
import type { Mount } from "../engine/model/objects.ts";
import { attach } from "../engine/streams/attach.ts";
import { exec, findShell } from "../engine/streams/exec.ts";
import { t } from "../engine/text.ts";
import { inspect, kill, stop } from "../engine/verbs/containers.ts";
import { setting } from "../settings.ts";
import { openTerminal, type ShowOptions, tellLeft } from "./open.ts";
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
  const line = dockerLine("exec", "-it", ...options, name, ...argv);
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
          return { session, tty: true, end: () => void session.kill().catch(() => {}) };
        },
      }),
  });
}

/** As the docker CLI does, which passes its signals on. */
export const interrupts = (engine: Engine, id: string) => () =>
  void kill(engine, id, "SIGINT").catch(() => {});

/** Opens a terminal on the container's main process. Closing it stops nothing, unless that is set so. */
export function openAttach(engine: Engine, container: ContainerName, show?: ShowOptions): void {
  const { id, name } = container;
  openTerminal(
    {
      key: attachKey(id),
      name,
      icon: "plug",
      lines: [attachLine(name)],
      make: () => attachTerminal(engine, container),
      again: { kind: "attach", title: name, containers: [id] },
      onClosedByPerson: () => void stopIfSetSo(engine, id),
    },
    show,
  );
}

const attachKey = (id: string) => `attach ${id}`;
const attachLine = (name: string) => dockerLine("attach", name);

async function stopIfSetSo(engine: Engine, id: string): Promise<void> {
  if (!setting("attach.stopOnClose", false)) return;
  try {
    await stop(engine, id);
  } catch (error) {
    await window.showErrorMessage(toEngineError(error).message);
  }
}

function attachTerminal(engine: Engine, container: ContainerName): SessionTerminal {
  const { id, name } = container;
  return new SessionTerminal({
    line: attachLine(name),
    mounts: localMounts(engine, container),
    detached: t("Detached from {0}, which keeps running.", name),
    takesDetachKeys: true,
    onLeft: (isLeft) => tellLeft(attachKey(id), isLeft),
    start: async () => {
      const { Config } = await inspect(engine, id);
      const tty = Config.Tty === true;
      const session = await attach(engine, id, { tty, input: Config.OpenStdin === true });
      return { session, tty, interrupt: interrupts(engine, id) };
    },
  });
}
