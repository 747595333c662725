// The engine's frames of stdout and stderr taken apart, as many at once as have come. Knows no text.
// https://docs.docker.com/reference/api/engine/ (ContainerAttach: stream format)

export interface Piece {
  readonly stream: "stdout" | "stderr";
  readonly bytes: Buffer;
}

const headerLength = 8;

/** What a container puts out, in pieces. With a TTY the bytes are its own; without one they come in frames. */
export async function* pieces(source: AsyncIterable<Buffer>, tty: boolean): AsyncGenerator<Piece> {
  const frames = new Frames();
  for await (const chunk of source)
    if (tty) yield { stream: "stdout", bytes: chunk };
    else yield* frames.take(chunk);
}

/** Takes multiplexed bytes that may be cut anywhere. */
export class Frames {
  readonly #header = Buffer.alloc(headerLength);
  #have = 0;
  #left = 0;
  #stream: Piece["stream"] = "stdout";

  /** The pieces in these bytes. Neighbours of one stream are one piece: often each line is a frame. */
  take(chunk: Buffer): Piece[] {
    const gathered = new Gathering(chunk.length);
    let at = 0;
    while (at < chunk.length) {
      if (this.#left === 0) {
        at += this.#takeHeader(chunk, at);
        continue;
      }
      const end = Math.min(at + this.#left, chunk.length);
      gathered.add(this.#stream, chunk, at, end);
      this.#left -= end - at;
      at = end;
    }
    return gathered.end();
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

/** Puts the payloads of one chunk side by side. */
class Gathering {
  readonly #bytes: Buffer;
  readonly #pieces: Piece[] = [];
  #start = 0;
  #end = 0;
  #stream: Piece["stream"] = "stdout";

  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafe(room);
  }

  add(stream: Piece["stream"], chunk: Buffer, from: number, to: number): void {
    if (stream !== this.#stream) this.#close();
    this.#stream = stream;
    this.#end += chunk.copy(this.#bytes, this.#end, from, to);
  }

  end(): Piece[] {
    this.#close();
    return this.#pieces;
  }

  #close(): void {
    if (this.#end > this.#start)
      this.#pieces.push({
        stream: this.#stream,
        bytes: this.#bytes.subarray(this.#start, this.#end),
      });
    this.#start = this.#end;
  }
}
