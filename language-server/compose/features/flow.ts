// Where the cursor stands inside `{…}` and `[…]`, which may go over several lines and need not
// be closed. Pure text.
import type { Span } from "../../text.ts";
import { closingQuote, unquoted } from "./row.ts";

export interface FlowPlace {
  /** From the outermost bracket; a key that is being typed is not in it, a list item's number is. */
  readonly path: readonly (string | number)[];
  readonly place: "key" | "item" | "value";
  /** From the beginning of the word to the cursor. */
  readonly word: Span;
  readonly siblings: ReadonlyMap<string, string>;
}

interface Frame {
  readonly map: boolean;
  readonly keys: Map<string, string>;
  key: string | undefined;
  /** Where the present word begins; -1: it does not yet. */
  word: number;
}

/** The place of `cursor` in the brackets that open at `start`; undefined if they close before it. */
export function flowPlace(text: string, start: number, cursor: number): FlowPlace | undefined {
  const frames: Frame[] = [];
  for (let at = start; at < cursor; at++) {
    at = step(text, at, cursor, frames);
    if (frames.length === 0) return undefined;
  }
  const frame = frames.at(-1);
  if (!frame) return undefined;
  const path: (string | number)[] = [];
  for (const { map, key } of frames) {
    if (!map) path.push(0);
    else if (key !== undefined) path.push(key);
  }
  const place = !frame.map ? "item" : frame.key === undefined ? "key" : "value";
  const word = { start: frame.word < 0 ? cursor : frame.word, end: cursor };
  if (place === "key") collectBehind(text, cursor, frame.keys);
  return { path, place, word, siblings: frame.keys };
}

/** Takes one character, or one quoted text, in; gives the offset of its last character. */
function step(text: string, at: number, end: number, frames: Frame[]): number {
  const frame = frames.at(-1);
  const character = text[at] ?? "";
  switch (character) {
    case "{":
    case "[":
      frames.push(open(character === "{"));
      return at;
    case "}":
    case "]":
      frames.pop();
      return at;
    case ",":
      if (frame) next(text, at, frame);
      return at;
    case '"':
    case "'":
      if (!frame || frame.word >= 0) return at;
      frame.word = at;
      return endOfQuote(text, at, end);
    case "#":
      return /\s/.test(text[at - 1] ?? "") ? endOfComment(text, at, end) : at;
    case ":":
      if (frame) colon(text, at, frame);
      return at;
    default:
      if (frame && frame.word < 0 && !/\s/.test(character)) frame.word = at;
      return at;
  }
}

function endOfQuote(text: string, at: number, end: number): number {
  const close = closingQuote(text, at, end);
  return close < 0 ? end - 1 : close;
}

function endOfComment(text: string, at: number, end: number): number {
  const close = text.indexOf("\n", at);
  return close < 0 || close >= end ? end - 1 : close;
}

function open(map: boolean): Frame {
  return { map, keys: new Map(), key: undefined, word: -1 };
}

function next(text: string, at: number, frame: Frame): void {
  if (frame.word >= 0)
    frame.keys.set(frame.key ?? wordOf(text, at, frame), wordOf(text, at, frame));
  frame.key = undefined;
  frame.word = -1;
}

function wordOf(text: string, at: number, { word }: Frame): string {
  return unquoted(text.slice(word, at).trim());
}

function colon(text: string, at: number, frame: Frame): void {
  const quoted = /["']/.test(text[at - 1] ?? "");
  if (!frame.map || frame.key !== undefined || frame.word < 0) return;
  if (!quoted && !/[\s,{}[\]]/.test(text[at + 1] ?? " ")) return;
  frame.key = unquoted(text.slice(frame.word, at).trim()).replace(/^&\S+\s+/, "");
  frame.keys.set(frame.key, "");
  frame.word = -1;
}

/** How far behind the cursor keys of the same braces are looked for. */
const reach = 4000;

/** The keys behind the cursor, up to the brace that closes. */
function collectBehind(text: string, cursor: number, keys: Map<string, string>): void {
  const frame: Frame = { ...open(true), keys, word: cursor };
  const frames = [frame];
  const end = Math.min(text.length, cursor + reach);
  // What is left of the word that is being typed is no key of its own.
  let at = cursor;
  while (at < end && /[^,{}[\]\n]/.test(text[at] ?? "")) at++;
  for (; at < end && frames.length > 0; at++) at = step(text, at, end, frames);
}
