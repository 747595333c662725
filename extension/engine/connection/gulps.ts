// The bytes of a long answer, as many at once as have come. Engines write each line of a log for itself, and
// node:http makes an object of each such write: two million lines took twice the memory and thrice the time.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";

/** Status and body of an answer; the body's end is its end, a body that was cut is an error. */
export interface Gulps {
  readonly status: number;
  readonly body: AsyncIterable<Buffer>;
  close(): void;
}

const maxHead = 64 * 1024;
const endOfHead = "\r\n\r\n";

/** Asks over a connection of its own; `signal` ends it at any time. */
export async function ask(
  socketPath: string,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Gulps> {
  const socket = connect(socketPath);
  const abort = () => socket.destroy(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  socket.once("close", () => signal?.removeEventListener("abort", abort));
  if (signal?.aborted) abort();
  await once(socket, "connect");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n`);
  const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const { head, rest } = await readHead(chunks);
  const status = Number(/^HTTP\/1\.[01] (\d{3})\b/.exec(head)?.[1]);
  if (!status) throw noEngine();
  return { status, body: bodyOf(socket, head, rest, chunks), close: () => socket.destroy() };
}

async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ head: string; rest: Buffer }> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const end = bytes.indexOf(endOfHead);
    if (end >= 0)
      return {
        head: bytes.subarray(0, end).toString("latin1"),
        rest: bytes.subarray(end + endOfHead.length),
      };
    const { done, value } = bytes.length < maxHead ? await chunks.next() : noMore;
    if (done) throw noEngine();
    bytes = Buffer.concat([bytes, value]);
  }
}

const noMore = { done: true, value: undefined } as const;

const noEngine = () =>
  new EngineError("badAnswer", t("What answers is not a Docker engine."), {
    remedy: t("Check the address of the Docker context."),
  });

async function* bodyOf(
  socket: Socket,
  head: string,
  rest: Buffer,
  chunks: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  const framed = /^transfer-encoding:.*\bchunked\b/im.test(head);
  const decoder = framed ? new Chunks() : new Plain(length === undefined ? undefined : +length);
  try {
    let bytes = rest;
    while (!decoder.ended) {
      const content = decoder.take(bytes);
      if (content.length > 0) yield content;
      if (decoder.ended) return;
      const { done, value } = await chunks.next();
      if (!done) bytes = value;
      else if (decoder.mayEnd) return;
      else throw cut();
    }
  } finally {
    socket.destroy();
  }
}

const cut = () => Object.assign(new Error("the answer was cut"), { code: "ECONNRESET" as const });

/** A body without frames: as long as it says, or until the connection ends. */
class Plain {
  #left: number;
  readonly mayEnd: boolean;

  constructor(length: number | undefined) {
    this.#left = length ?? Number.POSITIVE_INFINITY;
    this.mayEnd = length === undefined;
  }

  get ended(): boolean {
    return this.#left === 0;
  }

  take(bytes: Buffer): Buffer {
    const content = bytes.subarray(0, Math.min(bytes.length, this.#left));
    this.#left -= content.length;
    return content;
  }
}

/** A body in chunks: each has its length in hexadecimal digits before it. RFC 9112, 7.1. */
export class Chunks {
  readonly mayEnd = false;
  ended = false;
  #size = "";
  #left = 0;
  #place: "size" | "content" | "after" = "size";

  /** What the chunks in these bytes hold, side by side; they may be cut anywhere. */
  take(bytes: Buffer): Buffer {
    const content = Buffer.allocUnsafe(bytes.length);
    let [at, end] = [0, 0];
    while (at < bytes.length && !this.ended) {
      if (this.#place !== "content") this.#takeSign(bytes[at++] ?? 0);
      else {
        const part = Math.min(this.#left, bytes.length - at);
        end += bytes.copy(content, end, at, at + part);
        at += part;
        this.#left -= part;
        if (this.#left === 0) this.#place = "after";
      }
    }
    return content.subarray(0, end);
  }

  // Ends of lines stand behind the size and behind the content.
  #takeSign(sign: number): void {
    const isLineEnd = sign === 10;
    if (this.#place === "after") {
      if (isLineEnd) this.#place = "size";
    } else if (!isLineEnd) {
      if (this.#size.length > 100) throw noEngine();
      this.#size += String.fromCharCode(sign);
    } else {
      const size = /^([0-9a-f]{1,8})\s*(;|$)/i.exec(this.#size.trim())?.[1];
      if (size === undefined) throw noEngine();
      this.#left = Number.parseInt(size, 16);
      this.#size = "";
      this.#place = "content";
      this.ended = this.#left === 0;
    }
  }
}
