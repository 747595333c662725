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

function vertex(fields: Fields): Vertex {
  return {
    digest: text(fields, 1),
    inputs: texts(fields, 2),
    name: text(fields, 3),
    cached: number(fields, 4) !== 0,
    started: time(fields, 5),
    completed: time(fields, 6),
    error: text(fields, 7),
  };
}

function status(fields: Fields): VertexStatus {
  return {
    id: text(fields, 1),
    vertex: text(fields, 2),
    current: number(fields, 4),
    total: number(fields, 5),
    completed: time(fields, 8),
  };
}

function log(fields: Fields): VertexLog {
  return {
    vertex: text(fields, 1),
    time: time(fields, 2),
    stream: number(fields, 3),
    data: bytes(fields, 4),
  };
}

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
