// Where the cursor stands in a Compose file: the path of keys above it and what may be written
// there. Read off the columns of the lines around it, so half-typed and broken text is no hindrance
// and a big file costs no more than a look at its lines.
import type { Lines, Span } from "../../text.ts";
import {
  climbFrom,
  flowFrom,
  isEmptyAt,
  type Path,
  type Siblings,
  siblingsBelow,
} from "./climb.ts";
import type { FlowPlace } from "./flow.ts";
import { closingQuote, commentStart, type Opener, type Row, rowAt } from "./row.ts";

export interface Cursor {
  /** From the root; list items are numbers, always 0. */
  readonly path: Path;
  /**
   * line: the head of a line, for a key of the mapping at `path`, an item of the list there or its
   * value. item: behind `- `, `path` is the item's. key: in braces. value: behind `key: `.
   * text: inside a longer text, where only variables can be meant.
   */
  readonly place: "line" | "item" | "key" | "value" | "text";
  /** What an answer replaces: the whole word, quotes left out. */
  readonly word: Span;
  /** The word up to the cursor. */
  readonly typed: string;
  readonly quote: "" | '"' | "'";
  /** Where a key would begin. */
  readonly column: number;
  /** How deep the line itself is indented; an editor repeats that for further lines. */
  readonly indent: number;
  readonly flow: boolean;
  /** Keys that the mapping has already, with their values; or items that the list has. */
  readonly siblings: Siblings;
  /** A colon follows already. */
  readonly colon: boolean;
  /** The list at `path` has items at this column, so a new one begins with `- `. */
  readonly listed: boolean;
}

/** The cursor's place; undefined in comments and where the indentation fits nothing. */
export function cursorAt(lines: Lines, offset: number): Cursor | undefined {
  const number = lines.lineAt(offset);
  const row = rowAt(lines, number);
  if (isOutside(lines, row, offset)) return undefined;
  const before = openersBefore(row, offset);
  const last = before.at(-1);
  const head = Math.min(row.line.start + row.indent, offset);
  const climb = climbFrom(lines, number, beginning(before, head - row.line.start, offset));
  if (climb.flow) return inFlow(lines, offset, row, climb.flow, climb.path);
  const path = [...climb.path, ...before.map(({ key }) => key ?? 0)];
  const content = row.openers[before.length]?.keySpan.start ?? row.rest.start;
  const start = last ? Math.min(content, offset) : head;
  const flow = flowFrom(lines.text, start, offset);
  if (flow) return inFlow(lines, offset, row, flow, path);
  if (climb.text) return textCursor(lines, offset, path);
  const column = last?.key === undefined ? start - row.line.start : last.column;
  const siblings = new Map(before.length < 2 ? climb.siblings : []);
  const parent = last ? column : climb.parent;
  const fits = siblingsBelow({ lines, from: number, column, parent }, siblings);
  const base = { column, indent: row.indent, flow: false, listed: climb.listed, siblings };
  if (last?.key !== undefined) return valueCursor(lines, offset, row, path, base);
  const word = wordAt(lines.text, start, offset, row.line.end);
  // Somebody may write the key of the deeper lines that follow.
  if (!last && !(climb.fits && (fits || word.typed))) return undefined;
  return { ...base, ...word, path, place: last ? "item" : "line" };
}

function beginning([first]: readonly Opener[], head: number, cursor: number) {
  return first
    ? { cursor, column: first.column, item: first.key === undefined }
    : { cursor, column: head, item: false };
}

/** The dashes and keys before the cursor. A colon that was just typed may be part of a word: `./web:/app:`. */
function openersBefore({ openers }: Row, offset: number): readonly Opener[] {
  return openers.filter(({ key, keySpan: { end } }) => end + (key === undefined ? 0 : 1) < offset);
}

/** Comments, marks between documents, and the blanks before what a line holds. */
function isOutside({ text }: Lines, { kind, line, indent }: Row, offset: number): boolean {
  const content = line.start + indent;
  if (kind === "separator") return offset > line.start;
  if (kind === "content" && offset < content) return true;
  return commentStart(text, { start: content, end: offset }) < offset;
}

type Base = Pick<Cursor, "column" | "indent" | "flow" | "listed" | "siblings">;

function valueCursor(
  { text }: Lines,
  offset: number,
  row: Row,
  path: Path,
  base: Base,
): Cursor | undefined {
  const { start } = row.rest;
  // Before a value there is nothing to write.
  if (offset < start && !isEmptyAt(text, start)) return undefined;
  const value = wordAt(text, Math.min(start, offset), offset, row.line.end);
  return { ...base, ...value, path, place: "value" };
}

function textCursor({ text }: Lines, offset: number, path: Path): Cursor {
  return {
    path,
    place: "text",
    word: { start: offset, end: offset },
    typed: text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset),
    quote: "",
    column: 0,
    indent: 0,
    flow: false,
    siblings: new Map(),
    colon: false,
    listed: false,
  };
}

/** The word from `start` on, over the cursor to its end. */
function wordAt(
  text: string,
  start: number,
  offset: number,
  lineEnd: number,
  flow = false,
): Pick<Cursor, "word" | "typed" | "quote" | "colon"> {
  const mark = text[start];
  const quote = offset > start && (mark === '"' || mark === "'") ? mark : "";
  const from = start + quote.length;
  let end = offset;
  if (quote) {
    const close = closingQuote(text, start, lineEnd);
    end = close < offset ? offset : close;
  } else while (end < lineEnd && isWordPart(text, end, flow)) end++;
  const after = text.slice(end + quote.length, lineEnd);
  return {
    word: { start: from, end },
    typed: text.slice(from, offset),
    quote,
    colon: /^\s*:(?:\s|$)/.test(after),
  };
}

function isWordPart(text: string, at: number, flow: boolean): boolean {
  const character = text[at] ?? " ";
  if (character === ":") return !/[\s,}\]]/.test(text[at + 1] ?? " ");
  return flow ? !/[\s,\]}]/.test(character) : !/\s/.test(character);
}

function inFlow(lines: Lines, offset: number, row: Row, flow: FlowPlace, above: Path): Cursor {
  return {
    path: [...above, ...flow.path],
    place: flow.place,
    ...wordAt(
      lines.text,
      flow.word.start < row.line.start ? offset : flow.word.start,
      offset,
      row.line.end,
      true,
    ),
    column: offset - row.line.start,
    indent: row.indent,
    flow: true,
    siblings: flow.siblings,
    listed: false,
  };
}
