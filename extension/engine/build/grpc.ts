// gRPC's framing and status over Node's http2, as a server of a few methods. It knows no method.
import type { ServerHttp2Stream } from "node:http2";

/** A call that ends with a gRPC status other than 0. */
export class GrpcError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const NOT_FOUND = 5;
export const UNIMPLEMENTED = 12;
const UNKNOWN = 2;

/** One message in its frame. */
export function frame(message: Uint8Array): Buffer {
  return Buffer.concat([frameHead(message.length), message]);
}

/** What stands before a message of this length: a flag byte, and the length in four bytes. */
export function frameHead(length: number): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(length, 1);
  return head;
}

/** Cuts a byte stream into messages, wherever its chunks end. */
export class Deframer {
  #rest: Buffer = Buffer.alloc(0);

  /** The messages that are complete with this chunk. */
  push(chunk: Buffer): Buffer[] {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const found: Buffer[] = [];
    while (this.#rest.length >= 5) {
      const end = 5 + this.#rest.readUInt32BE(1);
      if (this.#rest.length < end) break;
      found.push(this.#rest.subarray(5, end));
      this.#rest = this.#rest.subarray(end);
    }
    return found;
  }
}

/** Answers a call that has not been accepted with its error. */
export function refuse(stream: ServerHttp2Stream, error: unknown): void {
  if (stream.destroyed || stream.headersSent) return;
  stream.respond(
    { ":status": 200, "content-type": "application/grpc", ...statusOf(error) },
    { endStream: true },
  );
}

/** An answer that has begun. */
export interface OpenCall {
  /** Ends it with status 0, or with the error's. */
  end(error?: unknown): void;
}

/** Starts an answer whose status is known only at its end. */
export function accept(stream: ServerHttp2Stream): OpenCall {
  let failure: unknown;
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () =>
    stream.sendTrailers(failure === undefined ? { "grpc-status": "0" } : statusOf(failure)),
  );
  return {
    end(error) {
      failure = error;
      if (!stream.destroyed) stream.end();
    },
  };
}

function statusOf(error: unknown): Record<string, string> {
  return {
    "grpc-status": String(error instanceof GrpcError ? error.status : UNKNOWN),
    "grpc-message": encodeURIComponent(error instanceof Error ? error.message : String(error)),
  };
}

/** Resolves when the stream can take more; at once when it is gone. */
export function writable(stream: ServerHttp2Stream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done).off("close", done);
      resolve();
    };
    if (stream.destroyed || stream.writableEnded || !stream.writableNeedDrain) resolve();
    else stream.on("drain", done).on("close", done);
  });
}
