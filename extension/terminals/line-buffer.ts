// The newest lines of a log, in a fixed piece of memory. The lines are kept as bytes in a ring, not
// as strings: millions of strings that live just long enough to be old cost hundreds of megabytes
// before the collector looks at them.
import type { LogEntry } from "./log-lines.ts";

/** Room for the text of all kept lines, in bytes. */
const ROOM = 8 * 1024 * 1024;

export class LineBuffer {
  readonly #limit: number;
  readonly #bytes: Buffer;
  // Of each kept line, at its number modulo the limit: where its bytes begin, how many they are,
  // how many of them are its time, and whose it is.
  readonly #start: Uint32Array;
  readonly #length: Uint32Array;
  readonly #timeLength: Uint8Array;
  readonly #source: Uint16Array;
  /** Numbers of the oldest kept line and of the next one. */
  #first = 0;
  #next = 0;
  #free = 0;

  /** Keeps at most `limit` lines, and fewer where they are longer than the room (in bytes). */
  constructor(limit: number, room = ROOM) {
    this.#limit = limit;
    this.#bytes = Buffer.alloc(room);
    this.#start = new Uint32Array(limit);
    this.#length = new Uint32Array(limit);
    this.#timeLength = new Uint8Array(limit);
    this.#source = new Uint16Array(limit);
  }

  /** How many older lines were given up. */
  get forgotten(): number {
    return this.#first;
  }

  /** The kept lines, oldest first. */
  get lines(): LogEntry[] {
    return Array.from({ length: this.#next - this.#first }, (_, index) =>
      this.#read((this.#first + index) % this.#limit),
    );
  }

  push({ source, time, text }: LogEntry): void {
    // A UTF-16 unit takes three bytes at the most.
    const begin = this.#makeRoom(Math.min(3 * (time.length + text.length), this.#bytes.length));
    const timeLength = this.#bytes.write(time, begin);
    const length = timeLength + this.#bytes.write(text, begin + timeLength);
    const at = this.#next % this.#limit;
    this.#start[at] = begin;
    this.#length[at] = length;
    this.#timeLength[at] = timeLength;
    this.#source[at] = source;
    this.#next++;
    this.#free = begin + length;
  }

  clear(): void {
    this.#first = 0;
    this.#next = 0;
    this.#free = 0;
  }

  #read(at: number): LogEntry {
    const begin = this.#start[at] ?? 0;
    const middle = begin + (this.#timeLength[at] ?? 0);
    return {
      source: this.#source[at] ?? 0,
      time: this.#bytes.toString("latin1", begin, middle),
      text: this.#bytes.toString("utf8", middle, begin + (this.#length[at] ?? 0)),
    };
  }

  /** Gives up the oldest lines until so many bytes are free in one piece; tells where. */
  #makeRoom(wanted: number): number {
    if (this.#next - this.#first === this.#limit) this.#first++;
    let begin = this.#free;
    if (begin + wanted > this.#bytes.length) {
      // Lines stand whole: what is left at the end stays empty, with the lines that stood there.
      while (this.#first < this.#next && this.#oldest >= begin) this.#first++;
      begin = 0;
    }
    while (this.#first < this.#next && this.#oldest >= begin && this.#oldest < begin + wanted)
      this.#first++;
    return begin;
  }

  get #oldest(): number {
    return this.#start[this.#first % this.#limit] ?? 0;
  }
}
