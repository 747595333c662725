// The verbs of images. Credentials come from the caller for each request and are kept nowhere.
import type { Readable } from "node:stream";
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";
import { EngineError } from "../errors.ts";
import { familiar, parseReference, type Reference } from "../references.ts";
import { type AuthConfig, authHeader } from "../registry/auth-header.ts";
import { follow, type Progress } from "../streams/streams.ts";
import { t } from "../text.ts";

export interface TransferOptions {
  auth?: AuthConfig | undefined;
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Pulls a reference (`:latest` when it has neither tag nor digest). */
export async function pull(
  client: Client,
  reference: string,
  { auth, signal, onProgress, platform }: TransferOptions & { platform?: string } = {},
): Promise<void> {
  const { tag, digest } = checkedReference(reference);
  const full = tag || digest ? reference : `${reference}:latest`;
  const answer = await client.stream({
    method: "POST",
    path: "/images/create",
    query: { fromImage: full, platform },
    headers: authHeader(auth),
    signal,
  });
  await follow(answer, { signal, onProgress });
}

/** Pushes a reference and gives the digest that the registry has it under, if the engine tells. */
export async function push(
  client: Client,
  reference: string,
  { auth, signal, onProgress }: TransferOptions = {},
): Promise<string | undefined> {
  const { tag } = checkedReference(reference);
  const name = tag ? reference.slice(0, reference.lastIndexOf(`:${tag}`)) : reference;
  const answer = await client.stream({
    method: "POST",
    path: path`/images/${name}/push`,
    query: { tag: tag ?? "latest" },
    // The engine refuses a push without the header, even an anonymous one.
    headers: authHeader(auth ?? {}),
    signal,
  });
  const reports = await follow(answer, { signal, onProgress });
  const digest = reports.map(({ aux }) => (aux as { Digest?: unknown } | undefined)?.Digest);
  return digest.find((one): one is string => typeof one === "string");
}

/** Gives an image a further name. */
export async function tag(client: Client, image: string, reference: string): Promise<void> {
  const { tag: name = "latest" } = checkedReference(reference);
  const repository = reference.replace(/:[\w.-]+$/, (end) => (end.includes("/") ? end : ""));
  await client.request({
    method: "POST",
    path: path`/images/${image}/tag`,
    query: { repo: repository, tag: name },
  });
}

/** Removes a tag, or by id the image with all its tags; gives what was untagged and deleted. */
export async function remove(
  client: Client,
  image: string,
  { force = false, noPrune = false } = {},
): Promise<{ untagged: string[]; deleted: string[] }> {
  const steps = await client.request<{ Untagged?: string; Deleted?: string }[]>({
    method: "DELETE",
    path: path`/images/${image}`,
    query: { force, noprune: noPrune },
    timeout: 0,
  });
  return {
    untagged: steps.flatMap(({ Untagged }) => (Untagged ? familiar(Untagged) : [])),
    deleted: steps.flatMap(({ Deleted }) => Deleted ?? []),
  };
}

export const inspect = (client: Client, image: string): Promise<Docker.ImageInspectInfo> =>
  client.request({ path: path`/images/${image}/json` });

export interface Layer {
  /** Milliseconds since 1970. */
  readonly created: number;
  /** The instruction that made it. */
  readonly createdBy: string;
  /** Bytes; 0 for a layer of metadata only. */
  readonly size: number;
  readonly tags: readonly string[];
  readonly comment: string;
}

/** The layers, the newest first. */
export async function history(client: Client, image: string): Promise<Layer[]> {
  interface RawLayer {
    Created: number;
    CreatedBy: string;
    Size: number;
    Tags: string[] | null;
    Comment: string;
  }
  const layers = await client.request<RawLayer[]>({ path: path`/images/${image}/history` });
  return layers.map((layer) => ({
    created: layer.Created * 1000,
    createdBy: layer.CreatedBy,
    size: layer.Size,
    tags: layer.Tags ?? [],
    comment: layer.Comment,
  }));
}

/** Images as a TAR that `load` takes; the answer has no length. */
export const save = (client: Client, images: readonly string[], signal?: AbortSignal) =>
  client.stream({ path: "/images/get", query: { names: [...images] }, signal });

/** Loads what `save` gave; gives the references or ids that were loaded. */
export async function load(
  client: Client,
  tar: Readable,
  { signal, onProgress }: Omit<TransferOptions, "auth"> = {},
): Promise<string[]> {
  const answer = await client.stream({
    method: "POST",
    path: "/images/load",
    query: { quiet: false },
    headers: { "Content-Type": "application/x-tar" },
    body: tar,
    signal,
  });
  const reports = await follow(answer, { signal, onProgress });
  return reports.flatMap(({ status }) => {
    const [, name] = /^Loaded image(?: ID)?: (.+)$/.exec(status) ?? [];
    return name ? familiar(name) : [];
  });
}

/** Makes an image of a TAR of files; `changes` are Dockerfile instructions. Gives its id. */
export async function importFiles(
  client: Client,
  tar: Readable,
  reference: string,
  { changes, signal, onProgress }: Omit<TransferOptions, "auth"> & { changes?: string[] } = {},
): Promise<string | undefined> {
  const { tag: name } = checkedReference(reference);
  const answer = await client.stream({
    method: "POST",
    path: "/images/create",
    // The tag stands in the name: Podman overlooks the parameter for it.
    query: { fromSrc: "-", repo: name ? reference : `${reference}:latest`, changes },
    headers: { "Content-Type": "application/x-tar" },
    body: tar,
    signal,
  });
  const reports = await follow(answer, { signal, onProgress });
  return reports.map(({ status }) => status).find((status) => status.startsWith("sha256:"));
}

export interface Found {
  readonly name: string;
  readonly description: string;
  readonly stars: number;
  readonly official: boolean;
}

/** Searches the registry of the term (Docker Hub when it names none). */
export async function search(
  client: Client,
  term: string,
  limit = 25,
  signal?: AbortSignal,
): Promise<Found[]> {
  interface RawFound {
    name: string;
    description: string;
    star_count: number;
    is_official: boolean;
  }
  const found = await client.request<RawFound[]>({
    path: "/images/search",
    query: { term, limit },
    signal,
  });
  return found.map((one) => ({
    name: one.name,
    description: one.description,
    stars: one.star_count,
    official: one.is_official,
  }));
}

/** The parts of a reference. @throws EngineError `invalid` when it is none */
export function checkedReference(reference: string): Reference {
  const parsed = parseReference(reference);
  if (parsed) return parsed;
  throw new EngineError("invalid", t("“{0}” is not the name of an image.", reference), {
    remedy: t("Write it as repository:tag, in lower case."),
  });
}
