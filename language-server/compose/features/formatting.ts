// Formatting with few edits: each level stands one step deeper than the one above, one blank behind
// dashes and colons, none at line ends. Texts, quotes, anchors, comments' words and the author's
// way of indenting lists stay as they are; a file that would say something else is left alone.
import type { FeatureContext, FormatOptions } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Lines, Span } from "../../text.ts";
import { alike } from "../project/include.ts";
import { type ComposeDocument, parseBeside } from "../yaml/document.ts";
import type { Node } from "../yaml/tree.ts";
import { Indenter } from "./indenter.ts";
import { type Row, rowAt, skipBlanks } from "./row.ts";

/** The edits for the whole text, or for the lines that `within` touches. */
export function format(
  document: ComposeDocument,
  { tabSize }: FormatOptions,
  { settings }: FeatureContext,
  within: Span = { start: 0, end: document.text.length },
): readonly Edit[] {
  if (settings.format?.enabled === false || document.broken) return [];
  const edits = allEdits(document, settings.format?.indent ?? tabSize).filter(
    ({ start, end }) => end >= within.start && start <= within.end,
  );
  return edits.length > 0 && saysTheSame(document, edits) ? edits : [];
}

/** Whether the text after the edits has the same values under the same keys. */
function saysTheSame(document: ComposeDocument, edits: readonly Edit[]): boolean {
  let text = "";
  let done = 0;
  for (const { start, end, newText } of edits) {
    text += document.text.slice(done, start) + newText;
    done = end;
  }
  const after = parseBeside(text + document.text.slice(done), document);
  return (
    !after.broken &&
    after.documents.length === document.documents.length &&
    after.documents.every((tree, index) => {
      const before = document.documents[index];
      return before !== undefined && alike(before, tree);
    })
  );
}

/** What is known while going down the lines. */
interface Walk {
  readonly text: string;
  readonly indenter: Indenter;
  readonly edits: Edit[];
  /** Comments that follow the line below them. */
  waiting: Row[];
}

function allEdits(document: ComposeDocument, step: number): readonly Edit[] {
  const { lines, text } = document;
  const owners = continuedLines(document);
  const walk: Walk = { text, indenter: new Indenter(step), edits: [], waiting: [] };
  const shifts = new Map<number, number>();
  for (let number = 0; number < lines.count; number++) {
    const owner = owners.get(number);
    if (owner) walk.edits.push(...shifted(text, lines.line(number), shifts, owner));
    else shifts.set(number, takeRow(walk, rowAt(lines, number)));
  }
  placeComments(walk, undefined);
  return walk.edits.sort((one, other) => one.start - other.start);
}

/** Takes a line in; gives how far what it begins has moved. */
function takeRow(walk: Walk, row: Row): number {
  const { text, indenter, edits } = walk;
  if (row.kind === "comment") walk.waiting.push(row);
  if (row.kind === "blank") edits.push(...replaced(text, row.line, ""));
  if (row.kind === "comment" || row.kind === "blank") return 0;
  placeComments(walk, row);
  if (row.kind === "content") return contentEdits(text, row, indenter, edits);
  indenter.reset();
  return 0;
}

function placeComments(walk: Walk, next: Row | undefined): void {
  for (const comment of walk.waiting)
    walk.edits.push(...moved(walk.text, comment, walk.indenter.ofComment(comment.indent, next)));
  walk.waiting = [];
}

/** The edits of a line with content; gives how far its last key has moved. */
function contentEdits(text: string, row: Row, indenter: Indenter, edits: Edit[]): number {
  const columns = indenter.columns(row);
  const first = columns[0] ?? row.indent;
  edits.push(
    ...replaced(
      text,
      { start: row.line.start, end: row.line.start + row.indent },
      " ".repeat(first),
    ),
  );
  for (const { key, keySpan } of row.openers) {
    const gap = key === undefined ? keySpan.end : text.indexOf(":", keySpan.end) + 1;
    const next = skipBlanks(text, gap, row.line.end);
    if (next < row.line.end && text[next] !== "#")
      edits.push(...replaced(text, { start: gap, end: next }, " "));
  }
  edits.push(...trailing(text, row.line));
  const last = row.openers.at(-1);
  return last ? (columns.at(-1) ?? last.column) - last.column : first - row.indent;
}

function moved(text: string, row: Row, column: number): readonly Edit[] {
  const { start } = row.line;
  return [
    ...replaced(text, { start, end: start + row.indent }, " ".repeat(column)),
    ...trailing(text, row.line),
  ];
}

function trailing(text: string, { start, end }: Span): readonly Edit[] {
  let from = end;
  while (from > start && (text[from - 1] === " " || text[from - 1] === "\t")) from--;
  return from > start ? replaced(text, { start: from, end }, "") : [];
}

function replaced(text: string, { start, end }: Span, newText: string): readonly Edit[] {
  return text.slice(start, end) === newText ? [] : [{ start, end, newText }];
}

/** A line that goes on with what an earlier one began. */
interface Owner {
  readonly line: number;
  /** The column of a block text's lines; -1: blanks at the head mean nothing. */
  readonly block: number;
}

/** Moves a continued line as far as the line that it belongs to. */
function shifted(
  text: string,
  line: Span,
  shifts: ReadonlyMap<number, number>,
  owner: Owner,
): readonly Edit[] {
  const by = shifts.get(owner.line) ?? 0;
  if (by === 0) return [];
  const { start, end } = line;
  const blanks = /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
  if (by < 0) return replaced(text, { start, end: start + Math.min(-by, blanks) }, "");
  // In a block text, blanks beyond its column are text; an empty line has none.
  const isEmpty = start + blanks === end && blanks <= Math.max(owner.block, 0);
  return isEmpty ? [] : [{ start, end: start, newText: " ".repeat(by) }];
}

/** Which lines are the inside of texts and brackets, and where those begin. */
function continuedLines(document: ComposeDocument): ReadonlyMap<number, Owner> {
  const found = new Map<number, Owner>();
  const { lines, text } = document;
  const parts = document.readings.flatMap((one) => one.flatMap((reading) => reading.parts));
  for (const node of parts) {
    if ("keySpan" in node || !mayGoOn(node, text)) continue;
    const { start, end } = node;
    const first = lines.lineAt(start);
    const last = end > start ? lines.lineAt(end - 1) : first;
    const isBlock = first < last && node.kind === "scalar" && node.style === "block";
    const block = isBlock ? blockColumn(lines, first + 1) : -1;
    // What is inside comes before what holds it.
    for (let line = first + 1; line <= last; line++) found.set(line, { line: first, block });
  }
  return found;
}

/** Texts and brackets, whose inside has no columns of its own. */
function mayGoOn({ kind, start }: Node, text: string): boolean {
  return kind === "scalar" || /[[{]/.test(text[start] ?? "");
}

/** The column of the first text from a line on. */
function blockColumn(lines: Lines, from: number): number {
  let number = from;
  while (number < lines.count - 1 && rowAt(lines, number).kind === "blank") number++;
  return rowAt(lines, number).indent;
}

/** Behind a line end: the line just left loses its blanks, the new one gets its column. */
export function formatOnType(
  { lines, text }: ComposeDocument,
  offset: number,
  _character: string,
  { tabSize }: FormatOptions,
  { settings }: FeatureContext,
): readonly Edit[] {
  const number = lines.lineAt(offset);
  const here = rowAt(lines, number);
  const above = number > 0 ? rowAt(lines, number - 1) : undefined;
  const last = above?.openers.at(-1);
  if (settings.format?.enabled === false || here.kind !== "blank" || !last || !above) return [];
  const isOpen =
    last.key !== undefined && skipBlanks(text, above.rest.start, above.line.end) === above.line.end;
  // `- key: value` goes on below its key; a key without a value goes on one step deeper.
  const column =
    last.key === undefined
      ? undefined
      : isOpen
        ? last.column + (settings.format?.indent ?? tabSize)
        : above.openers.length > 1
          ? last.column
          : undefined;
  if (column === undefined) return [];
  return replaced(text, here.line, " ".repeat(column));
}
