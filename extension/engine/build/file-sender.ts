// Sends what is in the files that the engine asks for: small ones several at a time, as opening each
// takes longer than reading it, and large ones one after the other in large pieces.
import { close, closeSync, open, openSync, read, readSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { dataPacket, emptyPacket, HEAD, type Outgoing, PACKET } from "./file-packets.ts";

// Without FileHandle, which costs as much as the reading of a small file.
const openFile = promisify(open);
const readFile = promisify(read);
const closeFile = promisify(close);

/**
 * The largest piece of a file in one packet. BuildKit's own client sends 32 KiB; the engine takes
 * messages of up to 4 MiB, and opens its window for the whole of one.
 */
const PIECE = 512 * 1024;
/** Pieces on their way at a time: one is read while others are written. */
const PIECES = 3;
/** Up to this size a file goes in one piece, with others. */
const SMALL = 32 * 1024;
/** Large files that are open at a time. */
const AT_ONCE = 16;
/**
 * Milliseconds for which small files are read one after the other before anything else gets its turn.
 * Each by itself takes some microseconds, and several times that by way of Node's threads.
 */
const SLICE = 4;

/** A file that the engine may ask for. */
export interface WantedFile {
  readonly place: string | Buffer;
  /** Of its bytes, when it was listed; it may have changed. */
  readonly size: number;
}

export interface SenderOptions {
  readonly outgoing: Outgoing;
  readonly fileOf: (id: number) => WantedFile;
  /** What has been sent. */
  readonly figures: { files: number; bytes: number };
  readonly onError: (error: unknown) => void;
}

export class FileSender {
  readonly #options: SenderOptions;
  readonly #wanted: number[] = [];
  readonly #buffers: Buffer[] = [];
  /** When each buffer is free again. */
  readonly #sent: Promise<void>[] = [];
  /** When the large files before have been sent. */
  #large: Promise<void> = Promise.resolve();
  #next = 0;
  #open = 0;
  #turn = 0;
  #sliceEnd = 0;
  #failed = false;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  want(id: number): void {
    this.#wanted.push(id);
    if (this.#open < AT_ONCE)
      this.#sendWanted().catch((error) => {
        this.#failed = true;
        this.#options.onError(error);
      });
  }

  get #isOver(): boolean {
    return this.#failed || this.#options.outgoing.isOver;
  }

  async #sendWanted(): Promise<void> {
    this.#open++;
    while (this.#next < this.#wanted.length && !this.#isOver) {
      const id = this.#wanted[this.#next++] ?? 0;
      await this.#send(id);
    }
    this.#open--;
  }

  async #send(id: number): Promise<void> {
    const { outgoing, figures } = this.#options;
    const { place, size } = this.#options.fileOf(id);
    const sent = size <= SMALL && this.#sendSmall(id, place, size);
    if (!sent) await this.#sendLarge(id, place);
    else if (performance.now() > this.#sliceEnd) {
      await setImmediate();
      this.#sliceEnd = performance.now() + SLICE;
    }
    if (this.#isOver) return;
    figures.files++;
    await outgoing.write(emptyPacket(PACKET.data, id));
  }

  /** False, with nothing sent, when there is more in it than there was. */
  #sendSmall(id: number, place: string | Buffer, size: number): boolean {
    const { outgoing, figures } = this.#options;
    const buffer = Buffer.allocUnsafe(HEAD + size + 1);
    const file = openSync(place, "r");
    let length = 0;
    try {
      length = readSync(file, buffer, HEAD, size + 1, null);
    } finally {
      closeSync(file);
    }
    if (length > size) return false;
    figures.bytes += length;
    if (length > 0) void outgoing.write(dataPacket(id, buffer.subarray(0, HEAD + length)));
    return true;
  }

  async #sendLarge(id: number, place: string | Buffer): Promise<void> {
    const file = await openFile(place, "r");
    try {
      this.#large = this.#large.then(() => this.#sendRest(id, file));
      await this.#large;
    } finally {
      await closeFile(file);
    }
  }

  /** Reads into a few buffers by turns, each as soon as what it held before has been sent. */
  async #sendRest(id: number, file: number): Promise<void> {
    const { outgoing, figures } = this.#options;
    for (;;) {
      const turn = this.#turn++ % PIECES;
      await this.#sent[turn];
      const buffer = this.#buffers[turn] ?? Buffer.allocUnsafeSlow(HEAD + PIECE);
      this.#buffers[turn] = buffer;
      const { bytesRead } = await readFile(file, buffer, HEAD, PIECE, null);
      if (bytesRead === 0 || this.#isOver) return;
      figures.bytes += bytesRead;
      this.#sent[turn] = outgoing.sent(dataPacket(id, buffer.subarray(0, HEAD + bytesRead)));
    }
  }
}
