// Files of a container in and out. What comes out stays inside the target folder: no escaping paths, links or devices.
import { createReadStream, createWriteStream } from "node:fs";
import { lstat, mkdir, readdir, readlink } from "node:fs/promises";
import { basename, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Client, path } from "../connection/http.ts";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import { readTar, type TarEntry, tarEnd, tarHeader, tarPadding } from "./tar.ts";

export interface PathStat {
  readonly name: string;
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  readonly folder: boolean;
  readonly link: boolean;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  readonly linkTarget: string;
}

// Go's FileMode bits
const goFolder = 2 ** 31;
const goLink = 2 ** 27;

/** What stands at a path of a container, running or not. @throws EngineError `notFound` */
export async function statPath(client: Client, id: string, at: string): Promise<PathStat> {
  const answer = await client.stream({
    method: "HEAD",
    path: path`/containers/${id}/archive`,
    query: { path: at },
    timeout: 30_000,
  });
  answer.resume();
  const header = String(answer.headers["x-docker-container-path-stat"] ?? "");
  try {
    const stat = JSON.parse(Buffer.from(header, "base64").toString()) as Record<string, unknown>;
    const mode = Number(stat.mode);
    return {
      name: String(stat.name),
      size: Number(stat.size),
      mode: mode & 0o777,
      folder: Math.floor(mode / goFolder) % 2 === 1,
      link: Math.floor(mode / goLink) % 2 === 1,
      mtime: Date.parse(String(stat.mtime)) || 0,
      linkTarget: String(stat.linkTarget ?? ""),
    };
  } catch (cause) {
    throw new EngineError("badAnswer", t("The engine's answer is not JSON."), { cause });
  }
}

/** A path of a container as a TAR stream, its last name being the first in it. */
export const readArchive = (client: Client, id: string, at: string, signal?: AbortSignal) =>
  client.stream({ path: path`/containers/${id}/archive`, query: { path: at }, signal });

/** Unpacks a TAR stream into a folder of a container, which must exist. */
export async function writeArchive(
  client: Client,
  id: string,
  folder: string,
  tar: Readable,
  signal?: AbortSignal,
): Promise<void> {
  const answer = await client.stream({
    method: "PUT",
    path: path`/containers/${id}/archive`,
    query: { path: folder, noOverwriteDirNonDir: true },
    headers: { "Content-Type": "application/x-tar" },
    body: tar,
    signal,
  });
  answer.resume();
}

/** What a copy out did: how much came, and what was left out and why it is no plain file or folder. */
export interface CopiedOut {
  readonly files: number;
  readonly bytes: number;
  readonly skipped: string[];
}

/** Copies a path of a container into a local folder. Links, devices and unsafe names are skipped and told. */
export async function copyOut(
  client: Client,
  id: string,
  at: string,
  target: string,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (bytes: number) => void } = {},
): Promise<CopiedOut> {
  const answer = await readArchive(client, id, at, signal);
  const done = { files: 0, bytes: 0, skipped: [] as string[] };
  try {
    for await (const entry of readTar(answer)) {
      const file = safePath(target, entry.path);
      const plain = entry.type === "file" || entry.type === "folder";
      if (file === undefined || !plain || !(await unpack(entry, file))) {
        done.skipped.push(entry.path);
        continue;
      }
      done.files += entry.type === "file" ? 1 : 0;
      done.bytes += entry.size;
      onProgress?.(done.bytes);
    }
  } finally {
    answer.destroy();
  }
  return done;
}

// Never through a link that is already there: it could lead out of the folder.
async function unpack(entry: TarEntry, file: string): Promise<boolean> {
  const there = await lstat(file).catch(() => undefined);
  if (there?.isSymbolicLink()) return false;
  if (entry.type === "folder") {
    await mkdir(file, { recursive: true });
    return true;
  }
  if (there && !there.isFile()) return false;
  await mkdir(resolve(file, ".."), { recursive: true });
  await pipeline(entry.content, createWriteStream(file, { mode: entry.mode & 0o777 }));
  return true;
}

const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The local path of an entry; undefined for a name that could lead anywhere else on any system. */
export function safePath(target: string, entry: string): string | undefined {
  if (entry.startsWith("/") || /[\0\\]|^[a-zA-Z]:/.test(entry)) return undefined;
  const parts = entry.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.some((part) => part === ".." || reservedOnWindows.test(part))) return undefined;
  const root = resolve(target);
  const file = resolve(root, ...parts);
  return file === root || file.startsWith(root.endsWith(sep) ? root : root + sep)
    ? file
    : undefined;
}

/** Copies local files and folders into a folder of a container; links stay links. */
export async function copyIn(
  client: Client,
  id: string,
  sources: readonly string[],
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  await writeArchive(client, id, folder, Readable.from(packAll(sources)), signal);
}

async function* packAll(sources: readonly string[]): AsyncGenerator<Buffer> {
  for (const source of sources) yield* pack(resolve(source), basename(resolve(source)));
  yield tarEnd();
}

async function* pack(file: string, name: string): AsyncGenerator<Buffer> {
  const stat = await lstat(file);
  const common = { mode: stat.mode & 0o7777, mtime: stat.mtimeMs / 1000, linkTarget: "", size: 0 };
  if (stat.isSymbolicLink()) {
    yield tarHeader({ ...common, path: name, type: "symlink", linkTarget: await readlink(file) });
  } else if (stat.isDirectory()) {
    yield tarHeader({ ...common, path: `${name}/`, type: "folder" });
    for (const child of (await readdir(file)).sort())
      yield* pack(join(file, child), `${name}/${child}`);
  } else if (stat.isFile()) {
    yield tarHeader({ ...common, path: name, type: "file", size: stat.size });
    yield* content(file, stat.size);
  }
}

// Exactly as many bytes as the header says, also when the file grows or shrinks meanwhile.
async function* content(file: string, size: number): AsyncGenerator<Buffer> {
  let left = size;
  if (size > 0)
    for await (const chunk of createReadStream(file, { end: size - 1 }) as AsyncIterable<Buffer>) {
      left -= chunk.length;
      yield chunk;
    }
  if (left > 0) yield Buffer.alloc(left);
  yield tarPadding(size);
}
