// BuildKit's FileSync.DiffCopy: tells the engine what is in a folder, and sends what it lacks. It
// deliberately does not read .dockerignore: the engine does, and asks by patterns.
import { type FileHandle, open, readlink } from "node:fs/promises";
import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { join } from "node:path";
import { type ContextEntry, type ContextFilter, permissions, walkContext } from "./context-walk.ts";
import {
  accept,
  Deframer,
  frame,
  frameHead,
  GrpcError,
  NOT_FOUND,
  refuse,
  writable,
} from "./grpc.ts";
import { bytesField, bytesHead, decode, number, numberField, text } from "./protobuf.ts";

const PACKET = { stat: 0, request: 1, data: 2, end: 3, error: 4 } as const;

/**
 * The largest piece of a file in one packet. BuildKit's own client sends 32 KiB; the engine takes
 * messages of up to 4 MiB, and opens its window for the whole of one.
 */
const PIECE = 512 * 1024;
/** Room before a piece for what stands in front of it: gRPC's five bytes, type, number, length. */
const HEAD = 32;
/** Pieces on their way at a time: one is read while others are written. */
const PIECES = 3;

/** What has gone over the wire; grows while a build runs. */
export interface SyncFigures {
  entries: number;
  files: number;
  bytes: number;
}

export interface SyncOptions {
  /** Folders by the name that the engine asks for: `context`, `dockerfile`. */
  readonly folders: Readonly<Record<string, string>>;
  readonly figures: SyncFigures;
  /** Why a folder could not be read: the engine's own message is poorer. */
  readonly onError: (error: Error) => void;
}

/** Answers one DiffCopy call. */
export function serveDiffCopy(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  options: SyncOptions,
): void {
  const name = values(headers, "dir-name")[0] ?? "";
  const root = options.folders[name];
  if (root === undefined)
    refuse(stream, new GrpcError(NOT_FOUND, `no access allowed to dir "${name}"`));
  else new DiffCopy(stream, root, options).run(filterOf(headers));
}

/** The patterns in a call's headers. */
function filterOf(headers: IncomingHttpHeaders): ContextFilter {
  return {
    include: values(headers, "include-patterns"),
    exclude: values(headers, "exclude-patterns"),
    follow: values(headers, "followpaths"),
  };
}

/** Node joins repeated headers by ", "; new engines encode values that are not ASCII. */
function values(headers: IncomingHttpHeaders, key: string): string[] {
  const header = headers[key];
  if (header === undefined) return [];
  const parts = [header].flat().flatMap((value) => value.split(", "));
  const decodeOne = headers[`${key}-encoded`]
    ? (value: string) => decodeURIComponent(value.replaceAll("+", " "))
    : (value: string) => Buffer.from(value, "latin1").toString("utf8");
  return parts.map(decodeOne).filter(Boolean);
}

/** One call: it lists, and sends what it is asked for, file after file. */
class DiffCopy {
  readonly #stream: ServerHttp2Stream;
  readonly #root: string;
  readonly #options: SyncOptions;
  readonly #call;
  readonly #entries: ContextEntry[] = [];
  readonly #wanted: number[] = [];
  readonly #buffers: Buffer[] = [];
  /** When each buffer is free again. */
  readonly #sent: Promise<void>[] = [];
  readonly #closed: Promise<void>;
  #turn = 0;
  #sending = false;
  #failed = false;

  constructor(stream: ServerHttp2Stream, root: string, options: SyncOptions) {
    this.#stream = stream;
    this.#root = root;
    this.#options = options;
    this.#call = accept(stream);
    this.#closed = new Promise((resolve) => stream.once("close", resolve));
  }

  run(filter: ContextFilter): void {
    const deframer = new Deframer();
    this.#stream.on("error", () => {});
    this.#stream.on("data", (chunk: Buffer) => {
      try {
        for (const packet of deframer.push(chunk)) this.#receive(packet);
      } catch (error) {
        this.#fail(error);
      }
    });
    this.#list(filter).catch((error) => this.#fail(error));
  }

  #receive(bytes: Buffer): void {
    const packet = decode(bytes);
    const type = number(packet, 1);
    if (type === PACKET.request) {
      this.#wanted.push(number(packet, 3));
      if (!this.#sending) this.#sendWanted().catch((error) => this.#fail(error));
    } else if (type === PACKET.end) {
      this.#stream.write(packetOf(PACKET.end));
      this.#call.end();
    } else if (type === PACKET.error) this.#options.onError(new Error(text(packet, 4)));
  }

  async #list(filter: ContextFilter): Promise<void> {
    for await (const entry of walkContext(this.#root, filter)) {
      if (this.#stream.destroyed || this.#failed) return;
      this.#entries.push(entry);
      this.#options.figures.entries++;
      await this.#write(packetOf(PACKET.stat, { stat: await statOf(this.#root, entry) }));
    }
    await this.#write(packetOf(PACKET.stat));
  }

  async #sendWanted(): Promise<void> {
    this.#sending = true;
    for (let id = this.#wanted.shift(); id !== undefined; id = this.#wanted.shift()) {
      const entry = this.#entries[id];
      if (!entry) throw new Error(`The engine asked for a file that was not listed: ${id}.`);
      const file = await open(join(this.#root, entry.path));
      try {
        await this.#sendFile(id, file);
      } finally {
        await file.close();
      }
      if (this.#isOver) return;
      this.#options.figures.files++;
      await this.#write(packetOf(PACKET.data, { id }));
    }
    this.#sending = false;
  }

  /** Reads into a few buffers by turns, each as soon as what it held before has been sent. */
  async #sendFile(id: number, file: FileHandle): Promise<void> {
    for (;;) {
      const turn = this.#turn++ % PIECES;
      await this.#sent[turn];
      const buffer = this.#buffers[turn] ?? Buffer.allocUnsafeSlow(HEAD + PIECE);
      this.#buffers[turn] = buffer;
      const { bytesRead } = await file.read(buffer, HEAD, PIECE);
      if (bytesRead === 0 || this.#isOver) return;
      this.#options.figures.bytes += bytesRead;
      const packet = dataPacket(id, buffer.subarray(0, HEAD + bytesRead));
      this.#sent[turn] = new Promise((resolve) => {
        this.#stream.write(packet, () => resolve());
        void this.#closed.then(resolve);
      });
    }
  }

  get #isOver(): boolean {
    return this.#failed || this.#stream.destroyed || this.#stream.writableEnded;
  }

  #write(bytes: Buffer): Promise<void> | undefined {
    if (this.#stream.destroyed || this.#stream.writableEnded) return undefined;
    return this.#stream.write(bytes) ? undefined : writable(this.#stream);
  }

  #fail(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.#options.onError(error);
    this.#call.end(error);
  }
}

function packetOf(
  type: number,
  parts: { stat?: Buffer; id?: number; data?: Uint8Array } = {},
): Buffer {
  return frame(
    Buffer.concat([
      numberField(1, type),
      parts.stat ? bytesField(2, parts.stat) : Buffer.alloc(0),
      numberField(3, parts.id ?? 0),
      parts.data ? bytesField(4, parts.data) : Buffer.alloc(0),
    ]),
  );
}

/** Puts the head of a packet right before the data that begins at HEAD; gives both. */
function dataPacket(id: number, buffer: Buffer): Buffer {
  const length = buffer.length - HEAD;
  const fields = Buffer.concat([
    numberField(1, PACKET.data),
    numberField(3, id),
    bytesHead(4, length),
  ]);
  const head = Buffer.concat([frameHead(fields.length + length), fields]);
  head.copy(buffer, HEAD - head.length);
  return buffer.subarray(HEAD - head.length);
}

async function statOf(root: string, { path, stats }: ContextEntry): Promise<Buffer> {
  const isLink = stats.isSymbolicLink();
  return Buffer.concat([
    bytesField(1, path),
    numberField(2, goFileMode(stats.isDirectory(), isLink, permissions(stats))),
    numberField(5, stats.isFile() ? stats.size : 0),
    numberField(6, stats.mtimeNs),
    isLink ? bytesField(7, slashes(await readlink(join(root, path)))) : Buffer.alloc(0),
  ]);
}

function slashes(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** A mode as Go's os.FileMode has it: permission bits, and its own bits for the rest. */
function goFileMode(isFolder: boolean, isLink: boolean, mode: number): number {
  let goMode = mode & 0o777;
  if (isFolder) goMode += 2 ** 31;
  if (isLink) goMode += 2 ** 27;
  if (mode & 0o4000) goMode += 2 ** 23;
  if (mode & 0o2000) goMode += 2 ** 22;
  if (mode & 0o1000) goMode += 2 ** 20;
  return goMode;
}
