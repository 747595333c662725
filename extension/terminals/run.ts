// Terminals in which a container runs: a new one (`docker run -it`), and one that is started again.
import { dockerLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { type create, kill, stop } from "../engine/verbs/containers.ts";
import { run, startAttached } from "../engine/verbs/run.ts";
import { type ContainerName, interrupts, localMounts } from "./exec.ts";
import { openTerminal } from "./open.ts";
import { type Process, SessionTerminal } from "./session-terminal.ts";

type Options = Parameters<typeof create>[1];

/** `docker run -it --rm`. The container ends with its terminal. */
export async function startRun(engine: Engine, options: Options): Promise<Process> {
  const session = await run(engine, {
    ...options,
    Tty: true,
    OpenStdin: true,
    HostConfig: { ...options.HostConfig, AutoRemove: true },
  });
  return { session, tty: true, end: () => void endRun(engine, session.id).catch(() => {}) };
}

/** What hangs up ends a shell at once; a server is asked to end, as it may have something to write. */
async function endRun(engine: Engine, id: string): Promise<void> {
  await kill(engine, id, "SIGHUP");
  await stop(engine, id);
}

let runs = 0;

/** Runs a new container in a terminal of its own. */
export function openRun(engine: Engine, name: string, options: Options, line: string): void {
  openTerminal({
    key: `run ${++runs}`,
    name,
    icon: "play",
    lines: [line],
    make: () =>
      new SessionTerminal({
        line,
        detached: t("Detached from {0}, which keeps running.", name),
        takesDetachKeys: true,
        start: () => startRun(engine, options),
      }),
  });
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
