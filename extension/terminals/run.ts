// Terminals in which a container runs: a new one (`docker run -it`), and one that is started again.
import { dockerLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { type create, kill, stop } from "../engine/verbs/containers.ts";
import { type Run, run, startAttached } from "../engine/verbs/run.ts";
import { interrupts, openAttached } from "./attach.ts";
import { type ContainerName, localMounts } from "./exec.ts";
import { openTerminal, type ShowOptions, tellAgain, tellLeft } from "./open.ts";
import { SessionTerminal } from "./session-terminal.ts";

type Options = Parameters<typeof create>[1];

/** `docker run -it --rm` */
export function startRun(engine: Engine, options: Options): Promise<Run> {
  return run(engine, {
    ...options,
    Tty: true,
    OpenStdin: true,
    HostConfig: { ...options.HostConfig, AutoRemove: true },
  });
}

/** What hangs up ends a shell at once; a server is asked to end, as it may have something to write. */
export async function endRun(engine: Engine, id: string): Promise<void> {
  await kill(engine, id, "SIGHUP");
  await stop(engine, id);
}

let runs = 0;

/** Runs a new container in a terminal of its own. It ends when a person closes that, not with the window. */
export function openRun(engine: Engine, name: string, options: Options, line: string): void {
  const key = `run ${++runs}`;
  let id: string | undefined;
  let isClosed = false;
  const endClosed = () => {
    if (isClosed && id) endRun(engine, id).catch(() => {});
  };
  openTerminal({
    key,
    name,
    icon: "play",
    lines: [line],
    make: () =>
      new SessionTerminal({
        line,
        detached: t("Detached from {0}, which keeps running.", name),
        takesDetachKeys: true,
        onLeft: (isLeft) => tellLeft(key, isLeft),
        start: async () => {
          const session = await startRun(engine, options);
          id = session.id;
          tellAgain(key, { kind: "run", title: name, containers: [id] });
          endClosed();
          return { session, tty: true };
        },
      }),
    onClosedByPerson: () => {
      isClosed = true;
      endClosed();
    },
  });
}

/** The terminal of a container that ran in one before the window was reloaded. */
export function openRunAgain(engine: Engine, container: ContainerName, show: ShowOptions): void {
  const onClosed = () => endRun(engine, container.id);
  openAttached(engine, container, { kind: "run", onClosed }, show);
}

/** Starts a stopped container and attaches to it. Closing the terminal stops nothing. */
export function openStartAttached(engine: Engine, container: ContainerName): void {
  const { id, name } = container;
  const line = dockerLine("start", "-ai", name);
  openTerminal({
    key: `start ${id}`,
    name,
    icon: "plug",
    lines: [line],
    make: () =>
      new SessionTerminal({
        line,
        mounts: localMounts(engine, container),
        detached: t("Detached from {0}, which keeps running.", name),
        takesDetachKeys: true,
        start: async () => {
          const { tty, ...session } = await startAttached(engine, id);
          return { session, tty, interrupt: interrupts(engine, id) };
        },
      }),
  });
}
