// The verbs of containers. “Already so” (304) is success everywhere; ids rather than names are expected.
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";

/** Verbs that wait for the container's process may take long; only the caller's signal ends them. */
const noLimit = 0;

const post = (client: Client, at: string, query = {}, rest = {}) =>
  client.request<undefined>({ method: "POST", path: at, query, ...rest });

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

export const start = (client: Client, id: string, signal?: AbortSignal): Promise<void> =>
  post(client, path`/containers/${id}/start`, {}, { timeout: noLimit, signal });

/** Asks the process to end, and kills it after `seconds` (the container's own limit when left out). */
export const stop = (
  client: Client,
  id: string,
  seconds?: number,
  signal?: AbortSignal,
): Promise<void> =>
  post(client, path`/containers/${id}/stop`, { t: seconds }, { timeout: noLimit, signal });

export const restart = (
  client: Client,
  id: string,
  seconds?: number,
  signal?: AbortSignal,
): Promise<void> =>
  post(client, path`/containers/${id}/restart`, { t: seconds }, { timeout: noLimit, signal });

export const pause = (client: Client, id: string): Promise<void> =>
  post(client, path`/containers/${id}/pause`);

export const unpause = (client: Client, id: string): Promise<void> =>
  post(client, path`/containers/${id}/unpause`);

/** Sends a signal by name or number: `SIGTERM`, `HUP`, `9`. */
export const kill = (client: Client, id: string, signalName = "SIGKILL"): Promise<void> =>
  post(client, path`/containers/${id}/kill`, { signal: signalName });

export const rename = (client: Client, id: string, name: string): Promise<void> =>
  post(client, path`/containers/${id}/rename`, { name });

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
  client: Client,
  id: string,
  {
    force = false,
    volumes = false,
    signal,
  }: { force?: boolean; volumes?: boolean; signal?: AbortSignal } = {},
): Promise<void> {
  await client.request({
    method: "DELETE",
    path: path`/containers/${id}`,
    query: { force, v: volumes },
    timeout: noLimit,
    signal,
  });
}

/** Limits and restart policy of a living container (not on Podman 4). */
export const update = (
  client: Client,
  id: string,
  limits: Record<string, unknown>,
): Promise<{ Warnings?: string[] }> =>
  client.request({ method: "POST", path: path`/containers/${id}/update`, body: limits });

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

export interface Pruned {
  /** Names or ids of what is gone. */
  readonly removed: string[];
  /** Bytes. */
  readonly reclaimed: number;
}

/** Removes all stopped containers. */
export async function prune(
  client: Client,
  filters: Record<string, string[]> = {},
): Promise<Pruned> {
  const answer = await client.request<{
    ContainersDeleted?: string[] | null;
    SpaceReclaimed?: number;
  }>({
    method: "POST",
    path: "/containers/prune",
    query: { filters },
    timeout: noLimit,
  });
  return { removed: answer.ContainersDeleted ?? [], reclaimed: answer.SpaceReclaimed ?? 0 };
}

/** Sizes of the writable layer and of all files, in bytes; the engine has to walk the files. */
export async function size(
  client: Client,
  id: string,
): Promise<{ writable: number; total: number }> {
  const { SizeRw = 0, SizeRootFs = 0 } = await inspect(client, id, { size: true });
  return { writable: SizeRw, total: SizeRootFs };
}
