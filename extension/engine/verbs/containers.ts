// The verbs of containers: what changes one goes through dockerode, what asks (or tells warnings) through our client.
// “Already so” (304) is success everywhere; ids rather than names are expected.
import { setTimeout as delay } from "node:timers/promises";
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";
import type { Doer } from "../connection/late-docker.ts";
import { endsJustNow } from "../dialect.ts";

/** Requests that wait for the container's process may take long; only the caller's signal ends them. */
const noLimit = 0;
/** Verbs that do so may take long, too. */
const patience = 10 * 60_000;

/** dockerode's container; ids rather than names are expected, and nothing in them leads elsewhere. */
const at = (docker: Docker, id: string) => docker.getContainer(encodeURIComponent(id));

/** What dockerode takes for the query alone: it would send it as the body, too. */
const query = (values: object, abortSignal: AbortSignal): object => ({
  _query: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  _body: {},
  abortSignal,
});

/** Creates a container; `warnings` are the engine's own words. */
export function create(
  client: Client,
  options: Docker.ContainerCreateOptions,
  signal?: AbortSignal,
): Promise<{ Id: string; Warnings?: string[] }> {
  const { name, platform, ...body } = options;
  return client.request({
    method: "POST",
    path: "/containers/create",
    query: { name, platform },
    body,
    signal,
    timeout: noLimit,
  });
}

export const start = (engine: Doer, id: string, signal?: AbortSignal): Promise<void> =>
  engine.docker((docker, abortSignal) => at(docker, id).start({ abortSignal }), {
    timeout: patience,
    signal,
  });

/** Asks the process to end, and kills it after `seconds` (the container's own limit when left out). */
export const stop = (
  engine: Doer,
  id: string,
  seconds?: number,
  signal?: AbortSignal,
): Promise<void> =>
  engine.docker((docker, abortSignal) => at(docker, id).stop(query({ t: seconds }, abortSignal)), {
    timeout: patience,
    signal,
  });

export const restart = (
  engine: Doer,
  id: string,
  seconds?: number,
  signal?: AbortSignal,
): Promise<void> =>
  engine.docker(
    (docker, abortSignal) => at(docker, id).restart(query({ t: seconds }, abortSignal)),
    { timeout: patience, signal },
  );

export const pause = (engine: Doer, id: string): Promise<void> =>
  engine.docker((docker, abortSignal) => at(docker, id).pause({ abortSignal }));

export const unpause = (engine: Doer, id: string): Promise<void> =>
  engine.docker((docker, abortSignal) => at(docker, id).unpause({ abortSignal }));

/** Sends a signal by name or number: `SIGTERM`, `HUP`, `9`. */
export const kill = (engine: Doer, id: string, signalName = "SIGKILL"): Promise<void> =>
  engine.docker((docker, abortSignal) =>
    at(docker, id).kill(query({ signal: signalName }, abortSignal)),
  );

export const rename = (engine: Doer, id: string, name: string): Promise<void> =>
  engine.docker((docker, abortSignal) => at(docker, id).rename(query({ name }, abortSignal)));

export type WaitCondition = "not-running" | "next-exit" | "removed";

/** Waits for the condition and gives the exit code. */
export async function wait(
  client: Client,
  id: string,
  { condition, signal }: { condition?: WaitCondition; signal?: AbortSignal } = {},
): Promise<number> {
  const { StatusCode } = await client.request<{ StatusCode: number }>({
    method: "POST",
    path: path`/containers/${id}/wait`,
    query: { condition },
    signal,
    timeout: noLimit,
  });
  return StatusCode;
}

/** Removes a container; `force` kills it first, `volumes` takes its anonymous volumes along. */
export async function remove(
  engine: Doer,
  id: string,
  {
    force = false,
    volumes = false,
    signal,
  }: { force?: boolean; volumes?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  const once = () =>
    engine.docker(
      (docker, abortSignal) => at(docker, id).remove(query({ force, v: volumes }, abortSignal)),
      { timeout: patience, signal },
    );
  for (const pause of force ? [100, 400, 1600] : [])
    try {
      return await once();
    } catch (error) {
      if (!endsJustNow(error)) throw error;
      await delay(pause);
    }
  return once();
}

/** Limits and restart policy of a living container (not on Podman 4). */
export const update = (
  engine: Doer,
  id: string,
  limits: Record<string, unknown>,
): Promise<{ Warnings?: string[] }> =>
  engine.docker((docker, abortSignal) =>
    at(docker, id).update({ _query: {}, _body: limits, abortSignal }),
  );

export interface CommitOptions {
  repository?: string;
  tag?: string;
  comment?: string;
  author?: string;
  /** Dockerfile instructions: `CMD ["sh"]`. */
  changes?: string[];
  pause?: boolean;
}

/** Makes an image of the container and gives its id. */
export async function commit(
  client: Client,
  id: string,
  { repository, changes, ...options }: CommitOptions = {},
  signal?: AbortSignal,
): Promise<string> {
  const { Id } = await client.request<{ Id: string }>({
    method: "POST",
    path: "/commit",
    query: { container: id, repo: repository, changes, ...options },
    body: {},
    signal,
    timeout: noLimit,
  });
  return Id;
}

export const inspect = (
  client: Client,
  id: string,
  { size = false } = {},
): Promise<Docker.ContainerInspectInfo & { SizeRw?: number; SizeRootFs?: number }> =>
  client.request({ path: path`/containers/${id}/json`, query: { size: size || undefined } });

export interface Processes {
  Titles: string[];
  Processes: string[][];
}

/** The running processes, as `ps` on the engine's host tells them. */
export const top = (client: Client, id: string, psArguments?: string): Promise<Processes> =>
  client.request({ path: path`/containers/${id}/top`, query: { ps_args: psArguments } });

export interface FileChange {
  readonly path: string;
  readonly change: "changed" | "added" | "deleted";
}

/** What differs from the image's files. */
export async function diff(client: Client, id: string): Promise<FileChange[]> {
  const words = ["changed", "added", "deleted"] as const;
  const changes = await client.request<{ Path: string; Kind: 0 | 1 | 2 }[] | null>({
    path: path`/containers/${id}/changes`,
    timeout: noLimit,
  });
  return (changes ?? []).map(({ Path, Kind }) => ({ path: Path, change: words[Kind] }));
}

/** The container's files as a TAR. */
export const exportFiles = (client: Client, id: string, signal?: AbortSignal) =>
  client.stream({ path: path`/containers/${id}/export`, signal });

/** Sizes of the writable layer and of all files, in bytes; the engine has to walk the files. */
export async function size(
  client: Client,
  id: string,
): Promise<{ writable: number; total: number }> {
  const { SizeRw = 0, SizeRootFs = 0 } = await inspect(client, id, { size: true });
  return { writable: SizeRw, total: SizeRootFs };
}
