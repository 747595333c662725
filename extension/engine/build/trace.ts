// Decodes what BuildKit tells about a build while it runs: the StatusResponse messages in the
// build's answer (`moby.buildkit.trace`). It keeps no state: progress.ts does.
import { bytes, decode, type Fields, message, messages, number, text, texts } from "./protobuf.ts";

/** A step; it comes again with every change. Times are in ms since 1970. */
export interface Vertex {
  readonly digest: string;
  readonly inputs: readonly string[];
  readonly name: string;
  readonly cached: boolean;
  readonly started: number | undefined;
  readonly completed: number | undefined;
  readonly error: string;
}

/** How far a part of a step is, such as one layer that is pulled. */
export interface VertexStatus {
  readonly id: string;
  readonly vertex: string;
  readonly current: number;
  readonly total: number;
  readonly completed: number | undefined;
}

export interface VertexLog {
  readonly vertex: string;
  readonly time: number | undefined;
  /** 1 output, 2 errors. */
  readonly stream: number;
  /** Any cut of the output: a chunk may end within a character. */
  readonly data: Uint8Array;
}

/** A place in the Dockerfile: lines from 1, columns from 0; an end without a column is the line's. */
export interface SourceRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface BuildWarning {
  /** BuildKit's name of the check, `""` where the warning comes from none. */
  readonly code: string;
  readonly message: string;
  readonly detail: string;
  readonly url: string;
  readonly file: string;
  readonly ranges: readonly SourceRange[];
}

export interface Trace {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly BuildWarning[];
}

/** @throws RangeError where the text is no trace. */
export function decodeTrace(base64: string): Trace {
  const root = decode(Buffer.from(base64, "base64"));
  return {
    vertexes: messages(root, 1).map(vertex),
    statuses: messages(root, 2).map(status),
    logs: messages(root, 3).map(log),
    warnings: messages(root, 4).map(warning),
  };
}

/** A message as an object: for each key the reader and the number of its field. */
function shaped<T>(
  shape: {
    readonly [Key in keyof T]: readonly [
      read: (fields: Fields, field: number) => T[Key],
      field: number,
    ];
  },
): (fields: Fields) => T {
  const entries = Object.entries(shape) as [string, (typeof shape)[keyof T]][];
  return (fields) =>
    Object.fromEntries(entries.map(([key, [read, field]]) => [key, read(fields, field)])) as T;
}

const flag = (fields: Fields, field: number) => number(fields, field) !== 0;

const vertex = shaped<Vertex>({
  digest: [text, 1],
  inputs: [texts, 2],
  name: [text, 3],
  cached: [flag, 4],
  started: [time, 5],
  completed: [time, 6],
  error: [text, 7],
});

const status = shaped<VertexStatus>({
  id: [text, 1],
  vertex: [text, 2],
  current: [number, 4],
  total: [number, 5],
  completed: [time, 8],
});

const log = shaped<VertexLog>({
  vertex: [text, 1],
  time: [time, 2],
  stream: [number, 3],
  data: [bytes, 4],
});

function warning(fields: Fields): BuildWarning {
  const [, code = "", shown = text(fields, 3)] = /^([A-Z]\w+): (.*)$/s.exec(text(fields, 3)) ?? [];
  const source = message(fields, 6);
  return {
    code,
    message: shown.replace(/ \(line \d+\)$/, ""),
    detail: texts(fields, 4).join("\n"),
    url: text(fields, 5),
    file: source ? text(source, 1) : "",
    ranges: messages(fields, 7).map((range) => ({
      start: position(message(range, 1)),
      end: position(message(range, 2)),
    })),
  };
}

function position(fields: Fields | undefined): { line: number; column: number } {
  return { line: fields ? number(fields, 1) : 0, column: fields ? number(fields, 2) : 0 };
}

function time(fields: Fields, field: number): number | undefined {
  const stamp = message(fields, field);
  return stamp && number(stamp, 1) * 1000 + number(stamp, 2) / 1e6;
}
