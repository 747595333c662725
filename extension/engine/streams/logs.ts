// A container's log as lines, with backpressure: a slow reader slows the engine down.
import { StringDecoder } from "node:string_decoder";
import { type Client, path } from "../connection/http.ts";
import { toEngineError } from "../errors.ts";
import { engineTime } from "../times.ts";
import * as containers from "../verbs/containers.ts";
import { type Piece, pieces } from "./demux.ts";

export interface LogOptions {
  follow?: boolean;
  /** Lines from the end; all of them when left out. */
  tail?: number | undefined;
  /** Unix seconds, or as the CLI writes times (`10m`, RFC 3339). */
  since?: number | string | undefined;
  until?: number | string | undefined;
  timestamps?: boolean;
  stdout?: boolean;
  stderr?: boolean;
  signal?: AbortSignal;
  /** Whether the container has a TTY, if that is known; else it is asked. */
  tty?: boolean;
}

export interface LogLine {
  readonly stream: Piece["stream"];
  readonly text: string;
}

/**
 * The lines in order, as many at once as have come, without the line ends; they end with the container (or at
 * once without `follow`). An aborted signal ends them without an error.
 */
export async function* logBatches(
  client: Client,
  id: string,
  options: LogOptions = {},
): AsyncGenerator<LogLine[]> {
  const splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };
  try {
    const tty = options.tty ?? (await containers.inspect(client, id)).Config.Tty;
    const answer = await open(client, id, options);
    for await (const { stream, bytes } of pieces(answer, tty))
      yield splitters[stream].take(bytes).map((text) => ({ stream, text }));
  } catch (error) {
    if (!options.signal?.aborted) throw toEngineError(error);
  }
  for (const stream of ["stdout", "stderr"] as const) {
    const text = splitters[stream].end();
    if (text) yield [{ stream, text }];
  }
}

/** The same, line by line: for logs that are not long. */
export async function* logLines(
  client: Client,
  id: string,
  options: LogOptions = {},
): AsyncGenerator<LogLine> {
  for await (const lines of logBatches(client, id, options)) yield* lines;
}

function open(client: Client, id: string, options: LogOptions): Promise<AsyncIterable<Buffer>> {
  const { follow = false, tail, since, until, timestamps = false, signal } = options;
  return client.gulps({
    path: path`/containers/${id}/logs`,
    query: {
      follow,
      tail: tail ?? "all",
      since: engineTime(since),
      until: engineTime(until),
      timestamps,
      stdout: options.stdout ?? true,
      stderr: options.stderr ?? true,
    },
    signal,
  });
}

const longestLine = 1024 * 1024;

/** Bytes to lines; characters and lines may be cut between chunks, and an endless line is cut to pieces. */
export class LineSplitter {
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";

  /** The lines that are complete with these bytes. */
  take(bytes: Buffer): string[] {
    const lines = this.#decoder.write(bytes).split("\n");
    lines[0] = this.#rest + (lines[0] ?? "");
    this.#rest = lines.pop() ?? "";
    if (this.#rest.length > longestLine) {
      lines.push(this.#rest);
      this.#rest = "";
    }
    return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  }

  /** What stands after the last line end. */
  end(): string {
    const rest = this.#rest + this.#decoder.end();
    this.#rest = "";
    return rest;
  }
}
