// What a terminal needs of a process in a container: bytes both ways, size, end. Shared by exec, attach and run.
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "../connection/http.ts";
import { type EngineError, toEngineError } from "../errors.ts";
import { type Piece, pieces } from "./demux.ts";

export interface Session {
  /** Output, in pieces; read it by `for await`. Ends with the process or the connection. */
  readonly output: AsyncIterable<Piece>;
  /** Resolves when the bytes are on their way: wait for it before sending much more. */
  write(bytes: string | Buffer): Promise<void>;
  /** Closes the process's standard input. */
  endInput(): void;
  resize(columns: number, rows: number): Promise<void>;
  /** The exit code, once the output has ended. */
  exitCode(): Promise<number>;
  /** Lets go of the connection; what becomes of the process says the one who made the session. */
  close(): void;
}

/** Output and input of a hijacked connection. */
export function sessionStreams(connection: Duplex, tty: boolean) {
  connection.on("error", () => {});
  return {
    output: untilClosed(connection, tty),
    write: (bytes: string | Buffer) =>
      new Promise<void>((resolve) => {
        if (connection.writable) connection.write(bytes, () => resolve());
        else resolve();
      }),
    endInput: () => {
      connection.end();
    },
    close: () => {
      connection.destroy();
    },
  };
}

// A closed terminal is no failure; a broken connection ends the output, and the exit code tells the rest.
async function* untilClosed(connection: Duplex, tty: boolean): AsyncGenerator<Piece> {
  try {
    yield* pieces(connection.iterator({ destroyOnReturn: false }), tty);
  } catch {
    // The output ends here.
  }
}

const resizeAttempts = 20;
const resizePause = 50;

/** Sets a terminal's size; an engine that says “not running” yet is asked again for a second. */
export async function resizeTerminal(
  client: Client,
  at: string,
  columns: number,
  rows: number,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.request({ method: "POST", path: at, query: { w: columns, h: rows } });
      return;
    } catch (error) {
      const known = toEngineError(error);
      if (!isTooEarly(known)) throw known;
      // Too late is no failure either: the process has ended meanwhile.
      if (attempt === resizeAttempts) return;
      await delay(resizePause);
    }
  }
}

const isTooEarly = (error: EngineError) =>
  /not running|no such exec|not started|process not found|container state improper/i.test(
    error.said,
  ) || error.kind === "notFound";
