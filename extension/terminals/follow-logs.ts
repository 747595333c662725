// Reads the logs of several containers: first what there is, in the order of time, then every one as it
// speaks. It draws nothing and keeps nothing.
import type { Engine } from "../engine/engine.ts";
import { type LogOptions, logBatches } from "../engine/streams/logs.ts";
import { inTimeOrder, type LogEntry, parseLine } from "./log-lines.ts";
import type { LogsWish } from "./logs-wish.ts";

/** Lines kept for a new filter, for documents and files; more than these are not read at once either. */
export const KEPT = 20_000;

export interface LogListener {
  /** Ends all when it is aborted. */
  readonly signal: AbortSignal;
  readonly take: (entry: LogEntry) => void;
  /** Told of a container that cannot be read: it does not end the others. */
  readonly note: (text: string) => void;
}

type Range = Pick<LogsWish, "tail" | "since">;
type Named = { readonly id: string; readonly name: string };

/** Resolves when the last of the logs has ended. An entry's `source` is the index of its container. */
export async function followLogs(
  engine: Engine,
  containers: readonly Named[],
  wish: Range,
  { signal, take, note }: LogListener,
): Promise<void> {
  const read = (source: number, range: LogOptions, each: (entry: LogEntry) => void) =>
    readLog(engine, containers[source] as Named, { ...range, signal }, note, (text) =>
      each(parseLine(source, text)),
    );
  const range = wish.since ? { since: wish.since, tail: KEPT } : { tail: wish.tail };
  // One alone is in order, and one request cannot come between two.
  if (containers.length === 1) return read(0, { follow: true, ...range }, take);
  const past = await Promise.all(
    containers.map(async (_, source) => {
      const entries: LogEntry[] = [];
      await read(source, range, (entry) => entries.push(entry));
      return entries;
    }),
  );
  for (const entry of inTimeOrder(past)) take(entry);
  await Promise.all(
    past.map((entries, source) => {
      const last = entries.at(-1)?.time ?? "";
      // The range goes by whole seconds, and so do Podman's times: what has been taken comes again.
      let again = entries.filter(({ time }) => time === last).length;
      return read(source, { follow: true, ...newerThan(last, wish) }, (entry) => {
        if (last && entry.time === last && again-- > 0) return;
        if (entry.time === "" || entry.time >= last) take(entry);
      });
    }),
  );
}

/** By the engine's clock, for ours may be another; where there was no line at all, everything is new. */
function newerThan(last: string, { tail, since }: Range): LogOptions {
  if (last) return { since: Math.floor(Date.parse(last) / 1000) };
  if (since) return { since };
  return tail > 0 ? {} : { tail };
}

async function readLog(
  engine: Engine,
  { id, name }: Named,
  range: LogOptions & { readonly signal: AbortSignal },
  note: (text: string) => void,
  each: (line: string) => void,
): Promise<void> {
  try {
    for await (const lines of logBatches(engine, id, { ...range, timestamps: true }))
      for (const { text } of lines) {
        if (range.signal.aborted) return;
        each(text);
      }
  } catch (error) {
    note(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}
