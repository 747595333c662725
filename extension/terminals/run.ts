// Terminals in which a container runs: a new one (`docker run -it`), and one that is started again.
import { engineLine } from "../docker-line.ts";
import { dockerRunLine } from "../engine/docker-run-line.ts";
import type { Engine } from "../engine/engine.ts";
import { madeLike } from "../engine/made-like.ts";
import { ranOutOfMemory } from "../engine/streams/memory.ts";
import { t } from "../engine/text.ts";
import { type create, inspect, kill, stop } from "../engine/verbs/containers.ts";
import { inspect as inspectImage } from "../engine/verbs/images.ts";
import { attachRunning, type Run, run, startAttached } from "../engine/verbs/run.ts";
import { interrupts } from "./attach.ts";
import { type ContainerName, localMounts } from "./exec.ts";
import { openTerminal, type Reopened, type ShowOptions, tellAgain, tellLeft } from "./open.ts";
import { type Process, SessionTerminal, type SessionWish } from "./session-terminal.ts";

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

/** What a terminal runs, and runs again when a person wants it. */
interface Running {
  readonly options: Options;
  /** The docker line that equals it. */
  readonly line: string;
}

/** Runs a new container in a terminal of its own. It ends when a person closes that, not with the window. */
export function openRun(
  engine: Engine,
  name: string,
  options: Options,
  line: string,
  hint?: string,
): void {
  openRunning(engine, { name, line, ...(hint && { hint }) }, async () => {
    const session = await startRun(engine, options);
    return { id: session.id, session, tty: true };
  });
}

/** The terminal of a container that ran in one before the window was reloaded; after that one, others like it. */
export function openRunAgain(engine: Engine, { id, name }: ContainerName, show: ShowOptions): void {
  let like: Running | undefined;
  const first = engineLine(engine, "attach", name);
  const shown = {
    name,
    get line() {
      return like?.line ?? first;
    },
    again: againOf(engine, name, id),
  };
  const start = async () => {
    if (like) {
      const session = await startRun(engine, like.options);
      return { id: session.id, session, tty: true };
    }
    const known = await runningLike(engine, id);
    const { tty, ...session } = await attachRunning(engine, id);
    like = known;
    return { id, session, tty, interrupt: interrupts(engine, id) };
  };
  openRunning(engine, shown, start, show);
}

function againOf({ endpoint }: Engine, title: string, id: string): Reopened {
  return { kind: "run", title, engine: endpoint.host, containers: [id] };
}

async function runningLike(engine: Engine, id: string): Promise<Running> {
  const container = await inspect(engine, id);
  const image = await inspectImage(engine, container.Image).catch(() => undefined);
  // Podman does not tell that somebody was attached.
  const Config = { ...container.Config, AttachStdout: true };
  const source = { container: { ...container, Config }, image };
  return { options: madeLike(source), line: dockerRunLine(source) };
}

interface Shown {
  readonly name: string;
  readonly line: string;
  readonly hint?: string;
  readonly again?: Reopened;
}

function openRunning(
  engine: Engine,
  shown: Shown,
  start: () => Promise<Process & { readonly id: string }>,
  show?: ShowOptions,
): void {
  const { name, line, hint, again } = shown;
  const key = `run ${++runs}`;
  let id: string | undefined;
  let isClosed = false;
  const endClosed = () => {
    if (isClosed && id) endRun(engine, id).catch(() => {});
  };
  const wish: SessionWish = {
    get line() {
      return shown.line;
    },
    ...(hint && { hint }),
    detached: t("Detached from {0}, which keeps running.", name),
    takesDetachKeys: true,
    onLeft: (isLeft) => tellLeft(key, isLeft),
    start: async () => {
      const process = await start();
      const known = process.id;
      id = known;
      tellAgain(key, againOf(engine, name, id));
      endClosed();
      return { ...process, ranOutOfMemory: (since) => ranOutOfMemory(engine, known, since) };
    },
  };
  openTerminal(
    {
      key,
      name,
      icon: "play",
      lines: [line],
      make: () => new SessionTerminal(wish),
      ...(again && { again }),
      onClosedByPerson: () => {
        isClosed = true;
        endClosed();
      },
    },
    show,
  );
}

/** Starts a stopped container and attaches to it. Closing the terminal stops nothing. */
export function openStartAttached(engine: Engine, container: ContainerName): void {
  const { id, name } = container;
  const line = engineLine(engine, "start", "-ai", name);
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
          return {
            ...{ session, tty, interrupt: interrupts(engine, id) },
            ranOutOfMemory: (since) => ranOutOfMemory(engine, id, since),
          };
        },
      }),
  });
}
