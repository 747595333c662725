// Reads the logs of several containers: first what there is, in the order of time, then every one as it
// speaks. It draws nothing and keeps nothing.
import { isHalfWritten } from "../engine/dialect.ts";
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
  /** Told that the log of one has ended. */
  readonly ended?: (source: number) => void;
}

type Range = Pick<LogsWish, "tail" | "since">;
export type Named = { readonly id: string; readonly name: string };

/** Resolves when the last of the logs has ended. An entry's `source` is the index of its container. */
export async function followLogs(
  engine: Engine,
  containers: readonly Named[],
  wish: Range,
  listener: LogListener,
): Promise<void> {
  const { take, ended } = listener;
  const read = (source: number, range: LogOptions, each = take) =>
    readLog(engine, containers[source] as Named, range, { ...listener, take: each }, source);
  const range = wish.since ? { since: wish.since, tail: KEPT } : { tail: wish.tail };
  const isWhole = await followsTails(engine);
  // One alone is in order.
  if (containers.length === 1 && isWhole) {
    await read(0, { follow: true, ...range });
    ended?.(0);
    return;
  }
  // What is written while the last lines are looked for would stand behind a gap.
  const until = isWhole ? undefined : Date.now() / 1000;
  const past = await Promise.all(
    containers.map(async (_, source) => {
      const entries: LogEntry[] = [];
      await read(source, { ...range, until }, (entry) => entries.push(entry));
      return entries;
    }),
  );
  for (const entry of inTimeOrder(past)) take(entry);
  await Promise.all(
    past.map(async (entries, source) => {
      await followBehind(engine, containers[source] as Named, source, entries, wish, listener);
      ended?.(source);
    }),
  );
}

/** Follows one container from behind the entries that were taken of it. Resolves when its log has ended. */
export async function followBehind(
  engine: Engine,
  container: Named,
  source: number,
  taken: readonly LogEntry[],
  wish: Range,
  listener: LogListener,
): Promise<void> {
  const isNew = newerThan(taken);
  const take = (entry: LogEntry) => {
    if (isNew(entry)) listener.take(entry);
  };
  const range = { follow: true, ...rangeAfter(taken, wish) };
  await readLog(engine, container, range, { ...listener, take }, source);
}

/** One that does not answer is asked for the log, and so says what is wrong. */
async function followsTails(engine: Engine): Promise<boolean> {
  const info = await engine.facts().catch(() => undefined);
  return info?.followsTails ?? true;
}

/** By the engine's clock, for ours may be another; where there was no line at all, everything is new. */
function rangeAfter(taken: readonly LogEntry[], { tail, since }: Range): LogOptions {
  const last = taken.at(-1)?.time;
  if (last) return { since: Math.floor(Date.parse(last) / 1000) };
  if (since) return { since };
  return tail > 0 ? {} : { tail };
}

/** So many lines tell where one was: more need not be compared. */
const COMPARED = 200;

/**
 * Tells whether an entry stands behind those that were taken. A range goes by whole seconds, and so do
 * Podman's times: the last second comes again, perhaps with older lines of it before those taken.
 */
function newerThan(taken: readonly LogEntry[]): (entry: LogEntry) => boolean {
  const last = taken.at(-1)?.time ?? "";
  const known = taken
    .slice(-COMPARED)
    .filter(({ time }) => time === last)
    .map(({ text }) => text);
  const passed: string[] = [];
  let isBehind = last === "";
  return ({ time, text }) => {
    isBehind ||= time > last;
    if (isBehind || time === "") return true;
    if (time < last) return false;
    passed.push(text);
    if (passed.length > known.length) passed.shift();
    isBehind = passed.length === known.length && passed.every((one, at) => one === known[at]);
    return false;
  };
}

async function readLog(
  engine: Engine,
  { id, name }: Named,
  range: LogOptions,
  { signal, take, note }: LogListener,
  source: number,
): Promise<void> {
  const each = (line: string) => take(parseLine(source, line));
  const read = () => readLines(engine, id, { ...range, signal }, each);
  try {
    await read().catch((error) => {
      if (!isHalfWritten(error)) throw error;
      // It has given nothing yet, and a moment later the line is whole.
      return read();
    });
  } catch (error) {
    note(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

async function readLines(
  engine: Engine,
  id: string,
  range: LogOptions & { readonly signal: AbortSignal },
  each: (line: string) => void,
): Promise<void> {
  for await (const lines of logBatches(engine, id, { ...range, timestamps: true }))
    for (const { text } of lines) {
      if (range.signal.aborted) return;
      each(text);
    }
}
