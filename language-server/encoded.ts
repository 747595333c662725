// JSON that is written already. A part of a message that stays the same from one message to the next
// is encoded once; who writes messages to a stream puts it there as it is (message-writer.ts).

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The bytes of a value's JSON, or of a piece of it. */
export function encode(json: string): Uint8Array {
  return encoder.encode(json);
}

/** The JSON of one value in pieces. To all who do not know of it, it is that value. */
export class Encoded<Value> {
  readonly pieces: readonly Uint8Array[];

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces;
  }

  toJSON(): Value {
    const texts = this.pieces.map((piece) => decoder.decode(piece));
    return JSON.parse(texts.join(""));
  }
}
