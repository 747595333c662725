// The packets of BuildKit's FileSync, and their way out: small ones leave together.
import type { ServerHttp2Stream } from "node:http2";
import { type ContextEntry, permissions } from "./context-walk.ts";
import { frame, frameHead, writable } from "./grpc.ts";
import { bytesField, bytesHead, numberField } from "./protobuf.ts";

export const PACKET = { stat: 0, request: 1, data: 2, end: 3, error: 4 } as const;

/** Room before the bytes of a file for what stands in front of them: gRPC's five bytes, type, number, length. */
export const HEAD = 32;

/** The packet without content; with a number, the last one of that file. */
export function emptyPacket(type: number, id = 0): Buffer {
  return frame(Buffer.concat([numberField(1, type), numberField(3, id)]));
}

/** Puts the head of a packet right before the data that begins at HEAD; gives both. */
export function dataPacket(id: number, buffer: Buffer): Buffer {
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

/** What the engine is to know of an entry before it asks for what is in it. */
export function statPacket({ path, bytes, stats, link, sameAs }: ContextEntry): Buffer {
  const target = link ?? (sameAs && (sameAs.bytes ?? sameAs.path)) ?? "";
  const stat = Buffer.concat([
    bytesField(1, bytes ?? path),
    numberField(2, goFileMode(stats.isDirectory(), link !== undefined, permissions(stats))),
    numberField(5, stats.isFile() && !sameAs ? stats.size : 0),
    numberField(6, stats.mtimeNs),
    bytesField(7, target),
  ]);
  return frame(bytesField(2, stat));
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

/**
 * Writes packets. What comes in one turn of the event loop goes in one piece: 20,000 small files
 * would be 60,000 writes, each of which wakes the engine.
 */
export class Outgoing {
  readonly #stream: ServerHttp2Stream;
  readonly #closed: Promise<void>;
  #room: Promise<void> | undefined;
  #isGathering = false;

  constructor(stream: ServerHttp2Stream) {
    this.#stream = stream;
    this.#closed = new Promise((resolve) => stream.once("close", resolve));
  }

  get isOver(): boolean {
    return this.#stream.destroyed || this.#stream.writableEnded;
  }

  /** Gives what to wait for before the next one, where too much is waiting already. */
  write(packet: Buffer): Promise<void> | undefined {
    if (this.isOver) return undefined;
    this.#gather();
    if (this.#stream.write(packet)) return undefined;
    this.#room ??= writable(this.#stream).finally(() => {
      this.#room = undefined;
    });
    return this.#room;
  }

  /** Resolves when the packet's bytes are needed no more. */
  sent(packet: Buffer): Promise<void> {
    this.#gather();
    return new Promise((resolve) => {
      this.#stream.write(packet, () => resolve());
      void this.#closed.then(resolve);
    });
  }

  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#stream.cork();
    setImmediate(() => {
      this.#isGathering = false;
      this.#stream.uncork();
    });
  }
}
