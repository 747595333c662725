// What differs between two images: their files and their configurations. The engine sends both in one archive,
// in which layers that they share stand once.
import type { Client } from "../connection/http.ts";
import { toEngineError } from "../errors.ts";
import { inspect, save } from "../verbs/images.ts";
import { compareFiles, type FileChange } from "./compare.ts";
import { type ConfigurationChange, compareConfigurations } from "./configuration.ts";
import { readLayers } from "./layers.ts";
import { type Content, contentOf, filesOf, type Waste } from "./tree.ts";

export interface ComparedImage {
  readonly layers: number;
  readonly content: Content;
  readonly waste: readonly Waste[];
}

export interface ImageDiff {
  readonly older: ComparedImage;
  readonly newer: ComparedImage;
  /** How many layers both have, from the lowest. */
  readonly sharedLayers: number;
  readonly files: readonly FileChange[];
  readonly configuration: readonly ConfigurationChange[];
}

/** Compares two images by their ids. `onBytes` is told how much the engine has sent. */
export async function diffImages(
  client: Client,
  olderId: string,
  newerId: string,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (bytes: number) => void } = {},
): Promise<ImageDiff> {
  const images = await Promise.all([inspect(client, olderId), inspect(client, newerId)]);
  const [old = [], fresh = []] = images.map(({ RootFS }) => RootFS?.Layers ?? []);
  const layers = await readAll(client, [olderId, newerId], new Set([...old, ...fresh]), {
    signal,
    onBytes,
  });
  const [older, newer] = [filesIn(layers, old), filesIn(layers, fresh)];
  const firstOther = fresh.findIndex((layer, index) => layer !== old[index]);
  const whole = (files: ReturnType<typeof filesIn>, count: number): ComparedImage => ({
    layers: count,
    content: contentOf(files.root),
    waste: files.waste,
  });
  return {
    older: whole(older, old.length),
    newer: whole(newer, fresh.length),
    sharedLayers: firstOther < 0 ? fresh.length : firstOther,
    files: compareFiles(older.root, newer.root),
    configuration: compareConfigurations(...images),
  };
}

type Layers = Awaited<ReturnType<typeof readLayers>>;

const filesIn = (layers: Layers, ids: readonly string[]) =>
  filesOf(ids.map((id) => layers.get(id) ?? []));

async function readAll(
  client: Client,
  images: readonly string[],
  wanted: ReadonlySet<string>,
  {
    signal,
    onBytes,
  }: { signal: AbortSignal | undefined; onBytes: ((bytes: number) => void) | undefined },
): Promise<Layers> {
  const archive = await save(client, images, signal);
  try {
    const layers = await readLayers(archive, wanted, onBytes && { onBytes });
    // All may have come before the end was heard of.
    signal?.throwIfAborted();
    return layers;
  } catch (error) {
    throw toEngineError(signal?.aborted ? { name: "AbortError" } : error);
  } finally {
    archive.destroy();
  }
}
