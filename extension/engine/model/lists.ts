// The four lists, whole or for a few ids, as model objects. Keeps nothing.
import type { Client } from "../connection/http.ts";
import { list, type Raw } from "../raw.ts";
import { type Kind, type ObjectOf, toContainer, toImage, toNetwork, toVolume } from "./objects.ts";

interface Source<K extends Kind> {
  path: string;
  query?: Record<string, boolean>;
  /** The filter that picks single objects; the engine may match more than it was asked for. */
  filter?: string;
  convert(raw: Raw): ObjectOf[K];
  unwrap?(answer: Raw): unknown;
}

const sources: { [K in Kind]: Source<K> } = {
  container: { path: "/containers/json", query: { all: true }, filter: "id", convert: toContainer },
  image: { path: "/images/json", convert: toImage },
  volume: {
    path: "/volumes",
    filter: "name",
    convert: toVolume,
    unwrap: (answer) => answer?.Volumes,
  },
  network: { path: "/networks", filter: "id", convert: toNetwork },
};

/** Everything of one kind. */
export function listAll<K extends Kind>(
  client: Client,
  kind: K,
  signal?: AbortSignal,
): Promise<ObjectOf[K][]> {
  return ask(client, kind, undefined, signal);
}

/** The objects with these ids that exist, in one request. */
export async function listSome<K extends Kind>(
  client: Client,
  kind: K,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<ObjectOf[K][]> {
  const wanted = new Set(ids);
  const found = await ask(client, kind, ids, signal);
  return found.filter(({ id }) => wanted.has(id));
}

async function ask<K extends Kind>(
  client: Client,
  kind: K,
  ids: readonly string[] | undefined,
  signal: AbortSignal | undefined,
): Promise<ObjectOf[K][]> {
  const source = sources[kind] as Source<K>;
  const filters = ids && source.filter ? { [source.filter]: ids } : undefined;
  const answer = await client.request<Raw>({
    path: source.path,
    query: { ...source.query, filters },
    signal,
  });
  const all = list(source.unwrap ? source.unwrap(answer) : answer);
  return all.map(source.convert).filter(({ id }) => id);
}
