// The text of logs: timestamps taken off, levels found, JSON lines folded, filters. Pure; the
// terminal around it is logs.ts.

export interface LogEntry {
  /** Index of the container it comes from. */
  readonly source: number;
  /** As the engine writes it: RFC 3339 with nanoseconds; they sort as text. */
  readonly time: string;
  readonly text: string;
}

export type Level = "trace" | "debug" | "info" | "warn" | "error";
const LEVELS: readonly Level[] = ["trace", "debug", "info", "warn", "error"];

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** Splits the engine's timestamp from a line. */
export function parseLine(source: number, line: string): LogEntry {
  const blank = line.indexOf(" ");
  const head = blank < 0 ? line : line.slice(0, blank);
  return TIME.test(head)
    ? { source, time: sortable(head), text: blank < 0 ? "" : line.slice(blank + 1) }
    : { source, time: "", text: line };
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

/** What loggers call their levels; the numbers are those of pino and bunyan. */
const NAMES: Readonly<Record<string, Level>> = {
  trace: "trace",
  debug: "debug",
  info: "info",
  information: "info",
  notice: "info",
  warn: "warn",
  warning: "warn",
  err: "error",
  error: "error",
  crit: "error",
  critical: "error",
  alert: "error",
  emerg: "error",
  fatal: "error",
  panic: "error",
  severe: "error",
  "10": "trace",
  "20": "debug",
  "30": "info",
  "40": "warn",
  "50": "error",
  "60": "error",
};

/** Where a line says its level, the surest first: `level=…`, `[warn]`, `WARN`, a word of its text. */
const PLACES: readonly RegExp[] = [
  /\b(?:level|severity|lvl)"?\s*[=:]\s*"?(\w+)/gi,
  /\[(\w+)\]/g,
  /\b([A-Z]{3,11})\b/g,
  /\b(error|fatal|panic|critical|emerg|alert)\b/gi,
  /(error|exception)\b/gi,
  /\b(warn(?:ing)?|debug|trace)\b/gi,
];

/** Lines without any of these are nearly all, and need no closer look. */
const HINTS =
  /level|severity|lvl|trace|debug|info|notice|warn|err|crit|alert|emerg|fatal|panic|severe|exception/i;

/** How serious a line is, by the words in its first 200 characters; plain ones are `info`. */
export function levelOf(text: string): Level {
  const head = text.slice(0, 200);
  if (!HINTS.test(head)) return "info";
  for (const place of PLACES)
    for (const [, word = ""] of head.matchAll(place)) {
      const level = NAMES[word.toLowerCase().replace("exception", "error")];
      if (level) return level;
    }
  return "info";
}

export interface LogFilter {
  /** Text without regard to case, or `/pattern/flags`. */
  readonly text: string;
  /** This level and what is more serious. */
  readonly level: Level;
}

/** Tells whether a line passes. @throws SyntaxError for a pattern that is none. */
export function filterTest({ text, level }: LogFilter): (line: string) => boolean {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  const pattern = source ? new RegExp(source, flags?.replace(/[gy]/g, "")) : undefined;
  const lower = text.toLowerCase();
  const least = LEVELS.indexOf(level);
  return (line) => {
    if (pattern ? !pattern.test(line) : lower && !line.toLowerCase().includes(lower)) return false;
    return least <= 0 || LEVELS.indexOf(levelOf(line)) >= least;
  };
}

/** A JSON line in one readable line: level, message, then the rest as `key=value`; else as it is. */
export function foldJson(text: string): string {
  if (!/^\s*\{.*\}\s*$/s.test(text)) return text;
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return text;
  }
  const shown: string[] = [];
  const level = NAMES[String(fields.level)];
  if (typeof fields.level === "number" && level) fields.level = level;
  const take = (names: readonly string[]) => {
    const name = names.find((one) => typeof fields[one] === "string" && fields[one] !== "");
    if (name === undefined) return;
    shown.push(String(fields[name]));
    delete fields[name];
  };
  take(["level", "severity", "lvl"]);
  take(["msg", "message", "event"]);
  for (const name of ["time", "timestamp", "ts", "@timestamp"]) delete fields[name];
  for (const [name, value] of Object.entries(fields))
    shown.push(`${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  // A stack trace in it would tear the line apart.
  return shown.join(" ").replace(/\s*[\r\n]+\s*/g, " ↵ ");
}
