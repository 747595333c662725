// The engine's frames of stdout and stderr taken apart, frame by frame, without recursion. Knows no text.
// https://docs.docker.com/reference/api/engine/ (ContainerAttach: stream format)
import { Transform, type TransformCallback } from "node:stream";

export interface Piece {
  readonly stream: "stdout" | "stderr";
  readonly bytes: Buffer;
}

const headerLength = 8;

/** Takes the multiplexed bytes of a container without a TTY; gives pieces, and holds back when nobody reads. */
export class Demux extends Transform {
  readonly #header = Buffer.alloc(headerLength);
  #have = 0;
  #left = 0;
  #stream: Piece["stream"] = "stdout";

  constructor() {
    super({ readableObjectMode: true, readableHighWaterMark: 64 });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left === 0) {
        at += this.#takeHeader(chunk, at);
        continue;
      }
      const bytes = chunk.subarray(at, at + this.#left);
      this.push({ stream: this.#stream, bytes } satisfies Piece);
      this.#left -= bytes.length;
      at += bytes.length;
    }
    done();
  }

  // A header may be cut anywhere between two chunks.
  #takeHeader(chunk: Buffer, at: number): number {
    const taken = Math.min(headerLength - this.#have, chunk.length - at);
    chunk.copy(this.#header, this.#have, at, at + taken);
    this.#have += taken;
    if (this.#have === headerLength) {
      this.#stream = this.#header[0] === 2 ? "stderr" : "stdout";
      this.#left = this.#header.readUInt32BE(4);
      this.#have = 0;
    }
    return taken;
  }
}

/** The raw bytes of a container with a TTY as pieces. */
export class Whole extends Transform {
  constructor() {
    super({ readableObjectMode: true, readableHighWaterMark: 64 });
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, { stream: "stdout", bytes: chunk } satisfies Piece);
  }
}
