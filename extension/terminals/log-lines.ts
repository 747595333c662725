// The text of logs: timestamps taken off, levels found, filters. Pure; the terminal around it is logs.ts.
import { LEVELS, type Level, levelNamed, levelOfLetter } from "./levels.ts";
import { levelOfJson } from "./log-json.ts";

export interface LogEntry {
  /** Index of the container it comes from. */
  readonly source: number;
  /** As the engine writes it: RFC 3339 with nanoseconds; they sort as text. */
  readonly time: string;
  readonly text: string;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** The engine keeps longer lines in pieces (of 16 KiB), and stamps each of them: so few characters are never cut. */
const NEVER_CUT = (16 * 1024) / 3 - 1;

/** Splits the engine's timestamp from a line. */
export function parseLine(source: number, line: string): LogEntry {
  const blank = line.indexOf(" ");
  const head = blank < 0 ? line : line.slice(0, blank);
  if (!TIME.test(head)) return { source, time: "", text: line };
  const text = blank < 0 ? "" : line.slice(blank + 1);
  // All pieces of a line have the time of the first.
  const whole = text.length > NEVER_CUT ? text.replaceAll(`${head} `, "") : text;
  return { source, time: sortable(head), text: whole };
}

const NINE_DIGITS = "2026-01-01T00:00:00.123456789Z".length;

/** The fraction filled up to nine digits, so that times compare as text. */
function sortable(time: string): string {
  // Nearly always all nine are there; a slice costs nothing.
  if (time.length === NINE_DIGITS && time.endsWith("Z")) return time;
  const [, seconds = "", fraction = "", zone = ""] = /^(.{19})(?:\.(\d+))?(.*)$/.exec(time) ?? [];
  return `${seconds}.${fraction.padEnd(9, "0")}${zone}`;
}

/** Lines of several containers in the order of time; equal times keep their order. */
export function inTimeOrder(lists: readonly (readonly LogEntry[])[]): LogEntry[] {
  return lists.flat().sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** Where a line says its level, the surest first: `level=…`, `warn:`, `[warn]`, `WARN`, a word of its text. */
const PLACES: readonly RegExp[] = [
  /\b(?:level|severity|lvl)"?\s*[=:]\s*"?(\w+)/gi,
  /^(\w+)(?::\s|\s\(most recent call last\))/g,
  /\[(\w+)\]/g,
  /\b([A-Z]{3,11})\b/g,
  /\b(error|fatal|panic|critical|emerg|alert)\b/gi,
  /(error|exception)\b/gi,
  /\b(warn(?:ing)?|debug|trace)\b/gi,
];

/** Lines without any of these are nearly all, and need no closer look. */
const HINTS =
  /level|severity|lvl|tr(?:a)?ce|de?bu?g|info?|notice|wa?rn|err|fail|crit|alert|emerg|fatal|panic|severe|exception/i;

/** As klog writes it: `E0131 12:00:00.000000`. */
const LETTERED = /^([A-Z])\d{4} \d\d:\d\d:\d\d/;

/** How serious a line is: what JSON says, else the words in its first 200 characters; plain ones are `info`. */
export function levelOf(text: string): Level {
  const said = levelOfJson(text);
  if (said) return said;
  const head = text.slice(0, 200);
  const letter = LETTERED.exec(head)?.[1];
  if (letter) return levelOfLetter(letter) ?? "info";
  if (!HINTS.test(head)) return "info";
  for (const place of PLACES)
    for (const [, word = ""] of head.matchAll(place)) {
      const level = levelNamed(word.toLowerCase().replace("exception", "error"));
      // One digit may count anything.
      if (level && word.length > 1) return level;
    }
  return "info";
}

/** Lines that go on with the one before: frames of a stack, what is indented, and blank ones between. */
const CONTINUES = /^(?:\s|$|[)\]}]|Caused by: |Suppressed: |\.{3} \d+ |goroutine \d+ |\S+\(.*\)$)/;

export interface LogFilter {
  /** Text without regard to case, or `/pattern/flags`. */
  readonly text: string;
  /** This level and what is more serious. */
  readonly level: Level;
}

/** What a person reads of it: colours are none of that. */
function plainOf(text: string): string {
  return text.includes("\x1b") ? text.replace(/\x1b\[[\d;:]*m/g, "") : text;
}

/** A line, as far as filters go by it. */
type Filtered = Pick<LogEntry, "source" | "text">;

/**
 * Tells whether a line passes; asked of one line after the other, since what goes on with a line is as
 * serious as that. @throws SyntaxError for a pattern that is none.
 */
export function filterTest({ text, level }: LogFilter): (line: Filtered) => boolean {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  const pattern = source ? new RegExp(source, flags?.replace(/[gy]/g, "")) : undefined;
  const lower = text.toLowerCase();
  const hasText = (line: string) =>
    pattern ? pattern.test(line) : !lower || line.toLowerCase().includes(lower);
  const least = LEVELS.indexOf(level);
  if (least <= 0) return (line) => hasText(plainOf(line.text));
  const before = new Map<number, number>();
  return ({ source, text }) => {
    const plain = plainOf(text);
    const own = LEVELS.indexOf(levelOf(plain));
    const known = CONTINUES.test(plain) ? (before.get(source) ?? 0) : 0;
    const rank = Math.max(own, known);
    before.set(source, rank);
    return rank >= least && hasText(plain);
  };
}
