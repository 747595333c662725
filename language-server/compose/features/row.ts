// One line of a Compose file as its letters show it: dashes, a key, and where the value begins.
// Knows no YAML beyond that, so it reads half-typed text as well as whole files.
import type { Lines, Span } from "../../text.ts";

/** A `- ` or a `key:`; the keys and items below it stand at greater columns. */
export interface Opener {
  readonly column: number;
  /** Missing for a list item. */
  readonly key?: string;
  readonly keySpan: Span;
}

export interface Row {
  /** The line without its end. */
  readonly line: Span;
  /** Where its first character that is no blank stands. */
  readonly indent: number;
  readonly openers: readonly Opener[];
  /** What follows the last opener, anchors and tags skipped; `end` may hold a comment. */
  readonly rest: Span;
  readonly kind: "content" | "blank" | "comment" | "separator";
}

export function rowAt(lines: Lines, number: number): Row {
  const line = lines.line(number);
  const { text } = lines;
  let at = skipBlanks(text, line.start, line.end);
  const indent = at - line.start;
  const kind = kindOf(text, line, at);
  const openers: Opener[] = [];
  if (kind === "content") {
    while (text[at] === "-" && isBlank(text, at + 1, line.end)) {
      openers.push({ column: at - line.start, keySpan: { start: at, end: at + 1 } });
      at = skipBlanks(text, at + 1, line.end);
    }
    const keyStart = skipProperties(text, at, line.end);
    const keyEnd = endOfKey(text, keyStart, line.end);
    if (keyEnd >= 0) {
      const colon = text.indexOf(":", keyEnd);
      openers.push({
        column: at - line.start,
        key: unquoted(text.slice(keyStart, keyEnd)),
        keySpan: { start: keyStart, end: keyEnd },
      });
      at = skipBlanks(text, colon + 1, line.end);
    }
  }
  return {
    line,
    indent,
    openers,
    rest: { start: skipProperties(text, at, line.end), end: line.end },
    kind,
  };
}

function kindOf(text: string, line: Span, at: number): Row["kind"] {
  if (at === line.end) return "blank";
  if (text[at] === "#") return "comment";
  const mark = at === line.start && at + 3 <= line.end ? text.slice(at, at + 3) : "";
  return (mark === "---" || mark === "...") && isBlank(text, at + 3, line.end)
    ? "separator"
    : "content";
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === " " || text[at] === "\t")) at++;
  return at;
}

/** Whether a blank or the line's end stands there. */
function isBlank(text: string, at: number, end: number): boolean {
  return at >= end || text[at] === " " || text[at] === "\t";
}

/** Behind `&anchor` and `!tag`. */
export function skipProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text[at] === "&" || text[at] === "!")) {
    let word = at;
    while (!isBlank(text, word, end)) word++;
    at = skipBlanks(text, word, end);
  }
  return at;
}

/** Where the key that begins here ends, if a colon follows; else -1. */
function endOfKey(text: string, start: number, end: number): number {
  const first = text[start] ?? "#";
  if (first === '"' || first === "'") return endOfQuotedKey(text, start, end);
  if (start >= end || /[[{#]/.test(first)) return -1;
  let at = start;
  while (at < end && !(text[at] === ":" && isBlank(text, at + 1, end))) {
    if (text[at] === "#" && isBlank(text, at - 1, end)) return -1;
    at++;
  }
  if (at === end) return -1;
  while (at > start && isBlank(text, at - 1, end)) at--;
  return at;
}

function endOfQuotedKey(text: string, start: number, end: number): number {
  const close = closingQuote(text, start, end);
  const colon = close < 0 ? -1 : skipBlanks(text, close + 1, end);
  return colon >= 0 && text[colon] === ":" && isBlank(text, colon + 1, end) ? close + 1 : -1;
}

/** The quote that closes the one at `start`; -1 if none does. */
export function closingQuote(text: string, start: number, end: number): number {
  const quote = text[start];
  for (let at = start + 1; at < end; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

export function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}

/** Where a comment begins in a stretch of a line; its end, if there is none. */
export function commentStart(text: string, { start, end }: Span): number {
  for (let at = start; at < end; at++) {
    const fresh = at === start || /[\s,:[{]/.test(text[at - 1] ?? "");
    if (!fresh) continue;
    if (text[at] === "#" && (at === start || isBlank(text, at - 1, end))) return at;
    if (text[at] === '"' || text[at] === "'") {
      const close = closingQuote(text, at, end);
      if (close < 0) return end;
      at = close;
    }
  }
  return end;
}
