// Writes messages to a stream, each in one piece and as it comes. The writer of vscode-jsonrpc makes
// them wait for several turns of the event loop, and knows only values, not what is encoded already.
import {
  AbstractMessageWriter,
  type Message,
  type MessageWriter,
} from "vscode-languageserver/node";
import { Encoded, encode } from "./encoded.ts";

/** A stream of bytes, as far as it is written to. */
export interface ByteStream {
  write(bytes: Uint8Array, written: (error?: Error | null) => void): unknown;
  end(): unknown;
  on(event: "error", heard: (error: Error) => void): unknown;
  on(event: "close", heard: () => void): unknown;
}

export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: ByteStream;
  #failures = 0;

  constructor(stream: ByteStream) {
    super();
    this.#stream = stream;
    stream.on("error", (error) => this.fireError(error));
    stream.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(framed(piecesOf(message)), (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failures);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}

const closingBrace = encode("}");

function piecesOf(message: Message & { readonly params?: unknown }): readonly Uint8Array[] {
  const { params, ...rest } = message;
  if (!(params instanceof Encoded)) return [encode(JSON.stringify(message))];
  const open = JSON.stringify(rest).slice(0, -1);
  return [encode(`${open},"params":`)].concat(params.pieces, closingBrace);
}

/** The bytes of a message behind the header that tells how many they are. */
function framed(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat([encode(`Content-Length: ${length}\r\n\r\n`)].concat(pieces));
}
