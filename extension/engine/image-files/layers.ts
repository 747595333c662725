// Reads an engine's archive of images into lists of what each layer holds. Keeps names, sizes and digests, never
// contents. A layer is known by the digest of its TAR (its diff id), so that it does not matter how engines lay
// their archives out: folders with a layer.tar (Docker to 24), blobs (from 25), files beside links (Podman).
import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import * as zlib from "node:zlib";
import { EngineError } from "../errors.ts";
import { beginsTar, readTar, type TarEntry } from "../streams/tar.ts";
import { t } from "../text.ts";

/** What a layer holds at a path, or takes away there. */
export interface LayerFile {
  /** Without slashes at its ends. */
  readonly path: string;
  /** `removed`: nothing from below is left there; `emptied`: a folder that shows nothing from below. */
  readonly kind: "file" | "folder" | "symlink" | "other" | "removed" | "emptied";
  readonly size: number;
  /** Of the content; empty for an empty one. */
  readonly digest: string;
  readonly mode: number;
  /** `0:0` */
  readonly owner: string;
  /** Where a symbolic link leads. */
  readonly target: string;
  /** A further name of another file of the layer: its bytes are counted there. */
  readonly shared: boolean;
}

export type Layer = readonly LayerFile[];

export interface LayerLimits {
  /** Told how many bytes have been read. */
  readonly onBytes?: (bytes: number) => void;
  /** How many entries all layers together may have. */
  readonly most?: number;
}

/** An entry takes about 300 bytes of memory, so this is some hundred MB at worst. */
const mostEntries = 1_000_000;

/** The layers with these diff ids. @throws EngineError when one is missing, damaged, or there is too much of them */
export async function readLayers(
  archive: AsyncIterable<Buffer>,
  wanted: ReadonlySet<string>,
  { onBytes = () => {}, most = mostEntries }: LayerLimits = {},
): Promise<ReadonlyMap<string, Layer>> {
  const layers = new Map<string, Layer>();
  const words = new Words();
  let left = most;
  for await (const { type, content } of readTar(counted(archive, onBytes))) {
    if (type !== "file") continue;
    const tar = await asTar(content);
    if (!tar) continue;
    const { diffId, files } = await readLayer(tar, words, left);
    if (!wanted.has(diffId) || layers.has(diffId)) continue;
    left -= files.length;
    layers.set(diffId, files);
  }
  if ([...wanted].some((diffId) => !layers.has(diffId)))
    throw new EngineError("badAnswer", t("The engine did not send all layers of the images."), {
      remedy: t("Pull or build the image again."),
    });
  return layers;
}

async function* counted(archive: AsyncIterable<Buffer>, tell: (bytes: number) => void) {
  let bytes = 0;
  for await (const chunk of archive) {
    bytes += chunk.length;
    tell(bytes);
    yield chunk;
  }
}

/** The bytes of a layer, decompressed; undefined for what is none (a configuration, a list). */
async function asTar(content: AsyncGenerator<Buffer>): Promise<AsyncIterable<Buffer> | undefined> {
  const first: Buffer[] = [];
  let length = 0;
  while (length < 512) {
    const { value, done } = await content.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const begin = Buffer.concat(first);
  const whole = async function* () {
    yield begin;
    yield* content;
  };
  if (beginsTar(begin)) return whole();
  const unpacker = unpackerOf(begin);
  if (!unpacker) return undefined;
  // What fails on the way is thrown to who reads the end of it.
  pipeline(Readable.from(whole()), unpacker, () => {});
  return unpacker as AsyncIterable<Buffer>;
}

function unpackerOf(begin: Buffer): zlib.Gunzip | undefined {
  const magic = begin.length >= 4 ? begin.readUInt32BE(0) : 0;
  if (magic >>> 16 === 0x1f8b) return zlib.createGunzip();
  if (magic !== 0x28b52ffd) return undefined;
  const { createZstdDecompress: zstd } = zlib as { createZstdDecompress?: () => zlib.Gunzip };
  if (zstd) return zstd();
  throw new EngineError("unsupported", t("The layers are compressed with zstd."), {
    remedy: t("A newer VS Code can read them."),
  });
}

async function readLayer(
  tar: AsyncIterable<Buffer>,
  words: Words,
  most: number,
): Promise<{ diffId: string; files: LayerFile[] }> {
  const hash = createHash("sha256");
  const hashed = (async function* () {
    for await (const chunk of tar) {
      hash.update(chunk);
      yield chunk;
    }
  })();
  // Reading a TAR ends before its last zeros, which are part of the digest.
  const source = { [Symbol.asyncIterator]: () => ({ next: () => hashed.next() }) };
  const files: LayerFile[] = [];
  const links: [index: number, target: string][] = [];
  for await (const entry of readTar(source)) {
    const file = await fileOf(entry, words);
    if (!file) continue;
    if (entry.type === "link") links.push([files.length, trimmed(entry.linkTarget)]);
    if (files.push(file) > most)
      throw new EngineError("failed", t("The images have too many files to compare them."));
  }
  for await (const _ of hashed);
  resolveLinks(files, links);
  return { diffId: `sha256:${hash.digest("hex")}`, files };
}

/** A further name of a file is what the file is; its target stands before it. */
function resolveLinks(files: LayerFile[], links: readonly [number, string][]): void {
  if (links.length === 0) return;
  const targets = new Set(links.map(([, target]) => target));
  const named = new Map<string, number>();
  for (const [index, { path }] of files.entries()) if (targets.has(path)) named.set(path, index);
  for (const [index, target] of links) {
    const link = files[index];
    const first = files[named.get(target) ?? -1];
    if (link && first) files[index] = { ...first, path: link.path, shared: true };
  }
}

const removal = ".wh.";
const emptying = ".wh..wh..opq";

async function fileOf(entry: TarEntry, words: Words): Promise<LayerFile | undefined> {
  const { digest, size } = await contentOf(entry);
  const path = trimmed(entry.path);
  const slash = path.lastIndexOf("/") + 1;
  const name = path.slice(slash);
  const file = {
    kind: entry.type === "link" ? "other" : entry.type,
    size,
    digest,
    mode: entry.mode,
    owner: words.one(`${entry.uid ?? 0}:${entry.gid ?? 0}`),
    target: words.one(entry.linkTarget),
    shared: false,
  } as const;
  if (!path) return undefined;
  if (name === emptying) return { ...file, kind: "emptied", path: path.slice(0, slash - 1) };
  // What storage drivers keep for themselves.
  if (name.startsWith(`${removal}${removal}`)) return undefined;
  if (!name.startsWith(removal)) return { ...file, path };
  return { ...file, kind: "removed", path: path.slice(0, slash) + name.slice(removal.length) };
}

async function contentOf({ content }: TarEntry): Promise<{ digest: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const bytes of content) {
    size += bytes.length;
    hash.update(bytes);
  }
  // Half of a digest tells contents apart just as well, and takes a quarter of its text's memory.
  return { digest: size > 0 ? hash.digest().toString("latin1", 0, 16) : "", size };
}

const trimmed = (path: string) => path.replace(/^(?:\.?\/)+|\/+$|^\.$/g, "");

/** Texts that come again and again, kept once. */
class Words {
  readonly #known = new Map<string, string>();

  one(text: string): string {
    const known = this.#known.get(text);
    if (known === undefined) this.#known.set(text, text);
    return known ?? text;
  }
}
