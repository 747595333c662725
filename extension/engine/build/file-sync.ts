// BuildKit's FileSync.DiffCopy: tells the engine what is in a folder, and sends what it lacks. It
// deliberately does not read .dockerignore: the engine does, and asks by patterns.
import { isUtf8 } from "node:buffer";
import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { onDisk } from "./context-names.ts";
import { type ContextFilter, walkContext } from "./context-walk.ts";
import { emptyPacket, Outgoing, PACKET, statPacket } from "./file-packets.ts";
import { FileSender, type WantedFile } from "./file-sender.ts";
import { accept, Deframer, GrpcError, NOT_FOUND, refuse } from "./grpc.ts";
import { decode, number, text } from "./protobuf.ts";
import { explainUnreadable } from "./unreadable.ts";

/** What has gone over the wire; grows while a build runs. */
export interface SyncFigures {
  entries: number;
  files: number;
  bytes: number;
  /** The first that has a name, or leads as a link to one, that is no UTF-8. */
  oddName?: string;
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

/** One call: it lists, and sends what it is asked for. */
class DiffCopy {
  readonly #stream: ServerHttp2Stream;
  readonly #root: string;
  readonly #options: SyncOptions;
  readonly #call;
  readonly #outgoing: Outgoing;
  readonly #sender: FileSender;
  /** What has been listed; the engine asks by number. */
  readonly #listed: WantedFile[] = [];
  #failed = false;

  constructor(stream: ServerHttp2Stream, root: string, options: SyncOptions) {
    this.#stream = stream;
    this.#root = root;
    this.#options = options;
    this.#call = accept(stream);
    this.#outgoing = new Outgoing(stream);
    this.#sender = new FileSender({
      outgoing: this.#outgoing,
      figures: options.figures,
      fileOf: (id) => this.#fileOf(id),
      onError: (error) => this.#fail(error),
    });
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
    if (type === PACKET.request) this.#sender.want(number(packet, 3));
    else if (type === PACKET.end) {
      void this.#outgoing.write(emptyPacket(PACKET.end));
      this.#call.end();
    }
    // What ended it is the engine's own affair (its disk is full, say), and told better in its answer.
    else if (type === PACKET.error) this.#call.end(new Error(text(packet, 4)));
  }

  async #list(filter: ContextFilter): Promise<void> {
    for await (const entry of walkContext(this.#root, filter)) {
      if (this.#outgoing.isOver || this.#failed) return;
      this.#listed.push({ place: onDisk(this.#root, entry), size: Number(entry.stats.size) });
      this.#options.figures.entries++;
      if (entry.bytes || !isUtf8(entry.link ?? Buffer.of()))
        this.#options.figures.oddName ??= entry.path;
      await this.#outgoing.write(statPacket(entry));
    }
    await this.#outgoing.write(emptyPacket(PACKET.stat));
  }

  #fileOf(id: number): WantedFile {
    const file = this.#listed[id];
    if (!file) throw new Error(`The engine asked for a file that was not listed: ${id}.`);
    return file;
  }

  #fail(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    const error = explainUnreadable(cause);
    this.#options.onError(error);
    this.#call.end(error);
  }
}
