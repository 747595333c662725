// Splits the arguments of an instruction the ways BuildKit's parser does: flags, words at blanks,
// words with quotes, and the JSON form. Works on cooked text; knows no instruction.
import type { Span } from "../../text.ts";
import type { Cooked } from "./cooked.ts";

/** A word of an instruction: what it says and where it stands. */
export interface Word extends Span {
  /** Continuations removed; quotes and escapes are still there, except in the JSON form. */
  readonly text: string;
  /** Where it begins in the instruction's cooked text. */
  readonly offset: number;
}

/** `--name=value`, quotes and escapes removed from the value. */
export interface Flag extends Span {
  /** Without the dashes. */
  readonly name: string;
  readonly nameSpan: Span;
  /** `undefined`: no `=`. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  /** The value as it stands, and where in the cooked text. */
  readonly raw: string;
  readonly offset: number;
}

/** What the JSON form gave: words, or why it is none. `mixed`: an array, but not of strings alone. */
export type JsonForm =
  | { readonly kind: "strings"; readonly words: readonly Word[] }
  | { readonly kind: "mixed" }
  | { readonly kind: "none" };

/** What parts words: no-break spaces and their like are letters to BuildKit. */
function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** Where words may be quoted, every blank of Unicode parts them, and at the ends of a line all are cut off. */
export function isAnyBlank(unit: number): boolean {
  if (unit < 0x85) return isBlank(unit);
  if (unit < 0x2000) return unit === 0x85 || unit === 0xa0 || unit === 0x1680;
  return unit <= 0x200a || WIDE_BLANKS.has(unit);
}

const WIDE_BLANKS = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

/** The first offset from `from` on that is no blank. */
export function skipBlanks(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

/** Where the blanks at the end of a line begin. */
export function lineEnd(text: string): number {
  let end = text.length;
  while (end > 0 && isAnyBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The first offset from `from` on that is a blank, or the end. */
export function wordEnd(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && !isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

export function word(cooked: Cooked, start: number, end: number): Word {
  const { start: from, end: to } = cooked.span(start, end);
  return { start: from, end: to, text: cooked.text.slice(start, end), offset: start };
}

/** Words at blanks; quotes mean nothing. */
export function blankWords(cooked: Cooked, from: number): readonly Word[] {
  const text = cooked.text.slice(0, lineEnd(cooked.text));
  const words: Word[] = [];
  let start = skipBlanks(text, from);
  while (start < text.length) {
    const end = wordEnd(text, start);
    words.push(word(cooked, start, end));
    start = skipBlanks(text, end);
  }
  return words;
}

/** Words at blanks outside quotes, as ENV, ARG and LABEL have them; quotes and escapes are kept. */
export function quotedWords(cooked: Cooked, from: number, escapeChar: string): readonly Word[] {
  const { text } = cooked;
  const words: Word[] = [];
  let start = skipAnyBlanks(text, from);
  while (start < text.length) {
    const end = quotedWordEnd(text, start, escapeChar);
    words.push(word(cooked, start, end));
    start = skipAnyBlanks(text, end);
  }
  return words;
}

function skipAnyBlanks(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && isAnyBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

function quotedWordEnd(text: string, start: number, escapeChar: string): number {
  let quote = 0;
  for (let offset = start; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === escapeChar.charCodeAt(0) && quote !== 39) offset++;
    else if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 34 || unit === 39) quote = unit;
    else if (isAnyBlank(unit)) return offset;
  }
  return text.length;
}

/** The flags at the head of the arguments, and where the rest begins. */
export function leadingFlags(
  cooked: Cooked,
  from: number,
): { flags: readonly Flag[]; rest: number } {
  const { text } = cooked;
  let start = skipBlanks(text, from);
  if (!text.startsWith("--", start)) return { flags: [], rest: start };
  const flags: Flag[] = [];
  while (text.startsWith("--", start)) {
    const end = quotedWordEnd(text, start, "\\");
    // A bare `--` ends the flags.
    if (end - start === 2) return { flags, rest: skipBlanks(text, end) };
    flags.push(flag(cooked, start, end));
    start = skipBlanks(text, end);
  }
  return { flags, rest: start };
}

function flag(cooked: Cooked, start: number, end: number): Flag {
  const text = cooked.text.slice(start, end);
  const equals = text.indexOf("=");
  const nameEnd = equals < 0 ? end : start + equals;
  const raw = equals < 0 ? "" : text.slice(equals + 1);
  return {
    ...cooked.span(start, end),
    name: unquote(cooked.text.slice(start + 2, nameEnd)),
    nameSpan: cooked.span(start, nameEnd),
    value: equals < 0 ? undefined : unquote(raw),
    valueSpan: equals < 0 ? undefined : cooked.span(nameEnd + 1, end),
    raw,
    offset: nameEnd + 1,
  };
}

/** A word without its quotes and escapes. */
export function unquote(text: string, escapeChar = "\\"): string {
  if (!/["'\\`]/.test(text)) return text;
  let result = "";
  let quote = "";
  for (let offset = 0; offset < text.length; offset++) {
    const char = text[offset] ?? "";
    if (char === quote) quote = "";
    else if (quote === "" && (char === '"' || char === "'")) quote = char;
    else if (char === escapeChar && quote !== "'") result += text[++offset] ?? "";
    else result += char;
  }
  return result;
}

const JSON_STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** The JSON form: an array of strings in double quotes and nothing behind it. */
export function jsonForm(cooked: Cooked, from: number): JsonForm {
  const { text } = cooked;
  if (text.charCodeAt(from) !== 91) return { kind: "none" };
  const words: Word[] = [];
  let offset = skipBlanks(text, from + 1);
  if (text[offset] === "]") return closed(text, offset, words);
  while (offset < text.length) {
    JSON_STRING.lastIndex = offset;
    const match = JSON_STRING.exec(text);
    if (!match) return otherJson(text, from);
    words.push({
      ...cooked.span(offset, offset + match[0].length),
      text: JSON.parse(match[0]) as string,
      offset,
    });
    offset = skipBlanks(text, offset + match[0].length);
    if (text[offset] === "]") return closed(text, offset, words);
    if (text[offset] !== ",") return { kind: "none" };
    offset = skipBlanks(text, offset + 1);
  }
  return { kind: "none" };
}

function closed(text: string, offset: number, words: readonly Word[]): JsonForm {
  return skipBlanks(text, offset + 1) < text.length ? { kind: "none" } : { kind: "strings", words };
}

/** An array that is JSON, but holds other things than strings, is refused; other text is shell form. */
function otherJson(text: string, from: number): JsonForm {
  try {
    return Array.isArray(JSON.parse(text.slice(from))) ? { kind: "mixed" } : { kind: "none" };
  } catch {
    return { kind: "none" };
  }
}
