// `docker run`: create, attach, start, wait; what it prints and returns is complete, however short the run.
import { json } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";
import type { Doer } from "../connection/late-docker.ts";
import { type EngineInfo, patienceForWait, readyPath } from "../dialect.ts";
import { EngineError, toEngineError } from "../errors.ts";
import { attach } from "../streams/attach.ts";
import type { Session } from "../streams/terminal-session.ts";
import { t } from "../text.ts";
import * as containers from "./containers.ts";

type Runner = Client & Doer & { readonly info: EngineInfo | undefined };

export interface Run extends Session {
  readonly id: string;
  readonly warnings: readonly string[];
}

/**
 * Runs a container in the foreground. `HostConfig.AutoRemove` is respected (the engine removes it);
 * a container that cannot start is removed again, as far as it was to be removed.
 */
export async function run(
  client: Runner,
  options: Docker.ContainerCreateOptions,
  { detachKeys, signal }: { detachKeys?: string; signal?: AbortSignal } = {},
): Promise<Run> {
  const input = options.OpenStdin === true;
  const tty = options.Tty === true;
  const autoRemove = options.HostConfig?.AutoRemove === true;
  const { Id: id, Warnings } = await containers.create(
    client,
    { ...options, AttachStdin: input, AttachStdout: true, AttachStderr: true, StdinOnce: input },
    signal,
  );
  try {
    const session = await attach(client, id, {
      tty,
      input,
      detachKeys,
      ...(signal ? { signal } : {}),
    });
    const exitCode = await startAndFollow(client, id, autoRemove);
    return { ...session, id, warnings: Warnings ?? [], exitCode };
  } catch (error) {
    if (autoRemove)
      await containers.remove(client, id, { force: true, volumes: true }).catch(() => {});
    throw error;
  }
}

/** `docker start -ai`: attaches to a container that does not run, starts it, and follows it to its end. */
export async function startAttached(
  client: Runner,
  id: string,
): Promise<Session & { tty: boolean }> {
  const { Config, HostConfig } = await containers.inspect(client, id);
  const ready = readyPath(client.info, id);
  // One that was never started is ready as it is, and refused here.
  if (ready) await client.request({ method: "POST", path: ready }).catch(() => {});
  const session = await attach(client, id, { tty: Config.Tty, input: Config.OpenStdin });
  try {
    const exitCode = await startAndFollow(client, id, HostConfig.AutoRemove === true);
    return { ...session, tty: Config.Tty, exitCode };
  } catch (error) {
    session.close();
    throw error;
  }
}

function notRunning(name: string): EngineError {
  const said = t("{0} is not running.", name.replace(/^\//, ""));
  return new EngineError("conflict", said, { remedy: t("Start the container first.") });
}

/** How long an exit code may be missing after the output has ended: a container that was only left has none. */
const patienceForCode = 5000;

/**
 * `docker attach` to a container that runs. Its end is waited for from the beginning: it may be removed
 * as soon as it ends, and could not be asked any more.
 */
export async function attachRunning(
  client: Runner,
  id: string,
): Promise<Session & { readonly tty: boolean }> {
  const { Config, HostConfig, Name, State } = await containers.inspect(client, id);
  if (!State.Running) throw notRunning(Name);
  const tty = Config.Tty === true;
  const control = new AbortController();
  const until = (condition: containers.WaitCondition) =>
    waitForEnd(client, id, condition, control.signal).code;
  // Podman tells no exit code of a container that has been removed by the time it looks, but for this.
  const ended = until("next-exit");
  const removed = HostConfig.AutoRemove ? until("removed").catch(() => {}) : undefined;
  const inTime = <T>(work: Promise<T> | undefined) =>
    Promise.race([work, delay(patienceForCode, undefined, { ref: false })]);
  try {
    const session = await attach(client, id, { tty, input: Config.OpenStdin === true });
    const close = () => {
      control.abort();
      session.close();
    };
    // The connection to one that had ended by then would stay open, and silent.
    const { State: now } = await containers.inspect(client, id).catch(() => ({ State: undefined }));
    if (!now?.Running) setTimeout(close, patienceForCode).unref();
    const exitCode = async () => {
      const code = await inTime(ended);
      await inTime(removed);
      control.abort();
      if (code === undefined) throw new Error("The container still runs.");
      return code;
    };
    return { ...session, tty, exitCode, close };
  } catch (error) {
    control.abort();
    throw error;
  }
}

// Asks for the end before the start: a short run may be over, and removed, before one could ask.
async function startAndFollow(
  client: Runner,
  id: string,
  autoRemove: boolean,
): Promise<() => Promise<number>> {
  const ended = waitForEnd(client, id, "next-exit");
  // Podman tells no exit code together with the removal.
  const removed = autoRemove ? waitForEnd(client, id, "removed") : undefined;
  const late = delay(patienceForWait(client.info), undefined, { ref: false });
  await Promise.race([Promise.all([ended.begun, removed?.begun]), late]);
  await containers.start(client, id);
  return async () => {
    const code = await ended.code;
    await removed?.code.catch(() => {});
    return code;
  };
}

const cut = (error: unknown): never => {
  throw toEngineError(error);
};

function waitForEnd(
  client: Client & Doer,
  id: string,
  condition: containers.WaitCondition,
  signal?: AbortSignal,
) {
  const begun = client.stream({
    method: "POST",
    path: path`/containers/${id}/wait`,
    query: { condition },
    signal,
  });
  const code = begun.then(async (body) => {
    const { StatusCode } = (await json(body).catch(cut)) as { StatusCode: number };
    return StatusCode;
  });
  code.catch(() => {});
  return { begun: begun.catch(() => {}), code };
}

/** `docker run -d`: gives the id of the started container. */
export async function runDetached(
  client: Client & Doer,
  options: Docker.ContainerCreateOptions,
  signal?: AbortSignal,
): Promise<{ id: string; warnings: readonly string[] }> {
  const { Id: id, Warnings } = await containers.create(client, options, signal);
  await containers.start(client, id);
  return { id, warnings: Warnings ?? [] };
}
