// Cuts a Compose file into pieces that can be read one by one: the entries of the top level, and of
// sections such as `services:` the entries below. It looks at the columns of lines and nothing else;
// whether a piece can really be read alone is told when it is read (block.ts).
import type { Lines, Span } from "../../text.ts";

/** Whole lines of a text. */
export interface Piece extends Span {
  /** The columns of the keys that it stands below, from 0 on, and that of its own. */
  readonly columns: readonly number[];
  /** The key behind it, empty where there is none yet; missing at the end of the text. */
  readonly next: Span | undefined;
  /** The column of that; -1 at the end. */
  readonly nextColumn: number;
}

/** Something at the top level: a piece, or a key with the pieces below it. */
export type Part = Piece | Section;

export interface Section {
  readonly key: Span;
  readonly pieces: readonly Piece[];
}

/** A key that stands alone at the beginning of a line's content, up to its colon. */
const key = /(?:[A-Za-z0-9_.][\w.-]*|<<|"[^"\\\n]*"|'[^'\n]*')(?=:(?:[ \t\r\n]|$))/y;
/** Behind a section's key nothing but a comment may follow. */
const bare = /:[ \t]*(?:#.*)?\r?(?:\n|$)/y;

/** What a line begins with, where it matters. */
interface Row {
  readonly start: number;
  readonly column: number;
  readonly key: Span | undefined;
  /** No key yet, but it may become one; the next line goes on with it. */
  readonly word: boolean;
  /** An item of the list that the key above it has. */
  readonly dash: boolean;
}

/** A text's parts; undefined where it has marks of YAML that reach over lines or documents. */
export function cut(lines: Lines): readonly Part[] | undefined {
  const cutter = new Cutter(lines);
  const { text } = lines;
  if (hasBareReturn(text)) return undefined;
  for (let number = 0; number < lines.count; number++) {
    const start = lines.start(number);
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    if (at - start > cutter.column || isEmpty(text.charCodeAt(at))) continue;
    if (at === start && isMark(text, at)) {
      if (!cutter.begin(text.slice(at, at + 9))) return undefined;
    } else if (!cutter.take(rowAt(text, start, at))) return undefined;
  }
  return cutter.finish();
}

/** YAML does not end a line at such a one. */
function hasBareReturn(text: string): boolean {
  return text.includes("\r") && /\r(?!\n)/.test(text);
}

/** Nothing, or a comment, comes next. */
function isEmpty(first: number): boolean {
  return Number.isNaN(first) || first === 10 || first === 13 || first === 35;
}

const mark = /---|\.\.\.|[%\ufeff]/y;

function isMark(text: string, at: number): boolean {
  mark.lastIndex = at;
  return mark.test(text);
}

function rowAt(text: string, start: number, at: number): Row {
  key.lastIndex = at;
  const name = key.exec(text)?.[0];
  return {
    start,
    column: at - start,
    key: name === undefined ? undefined : { start: at, end: at + name.length },
    // A single letter is read by what was indented above.
    word: name === undefined && /[\w./]\S/.test(text.slice(at, at + 2)),
    dash: text[at] === "-" && /[ \t\r\n]/.test(text[at + 1] ?? "\n"),
  };
}

/** A part as far as it is known: its first line, and those of the entries of a section. */
interface Draft {
  readonly row: Row;
  /** Missing: it is one piece. */
  entries?: Row[] | undefined;
}

/** Takes the lines that may begin a piece, from the first to the last. */
class Cutter {
  readonly #lines: Lines;
  readonly #parts: Draft[] = [];
  #column = Number.POSITIVE_INFINITY;
  #begun = false;
  /** The line above, if it is a word. */
  #word: Row | undefined;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Lines further right are inside a piece. */
  get column(): number {
    return this.#word ? Number.POSITIVE_INFINITY : this.#column;
  }

  /** Takes a mark; false: it is not that of a first document. */
  begin(text: string): boolean {
    const isFirst = this.#parts.length === 0 && !this.#begun;
    this.#begun = true;
    return isFirst && /^---[ \t]*(?:\r?\n|$)/.test(text);
  }

  /** Takes a line; false: the text cannot be cut. */
  take(row: Row): boolean {
    const word = this.#word;
    this.#word = row.word ? row : undefined;
    if (!row.key && (word || (!row.word && !row.dash))) return false;
    if (word && row.column > word.column) return false;
    const part = this.#parts.at(-1);
    if (!part) return row.key !== undefined && row.column === 0 && this.#begin(row);
    if (row.column > 0) return part.entries !== undefined && this.#takeEntry(row, part, word);
    if (row.dash) this.#keepWhole(part);
    // A word takes the key below it in, and so all of its section.
    else if (word?.column !== 0) this.#begin(row);
    return true;
  }

  #takeEntry(row: Row, part: Draft, word: Row | undefined): boolean {
    const isFirst = part.entries?.length === 0;
    if (isFirst) this.#column = row.column;
    if (row.column < this.#column || (isFirst && !row.key)) this.#keepWhole(part);
    else if (!row.dash && !word) part.entries?.push(row);
    return true;
  }

  #begin(row: Row): boolean {
    bare.lastIndex = row.key?.end ?? 0;
    const isSection = row.key !== undefined && bare.test(this.#lines.text);
    this.#column = isSection ? Number.POSITIVE_INFINITY : 0;
    this.#parts.push(isSection ? { row, entries: [] } : { row });
    return true;
  }

  #keepWhole(part: Draft): void {
    part.entries = undefined;
    this.#column = 0;
  }

  finish(): readonly Part[] {
    const { length } = this.#lines.text;
    const piece = (row: Row, below: Row | undefined): Piece => ({
      start: row.start,
      end: below?.start ?? length,
      columns: row.column > 0 ? [0, row.column] : [0],
      next: below && nameOf(below),
      nextColumn: below?.column ?? -1,
    });
    return this.#parts.map(({ row, entries }, index) => {
      const below = this.#parts[index + 1]?.row;
      return row.key && entries && entries.length > 0
        ? { key: row.key, pieces: entries.map((one, at) => piece(one, entries[at + 1] ?? below)) }
        : piece(row, below);
    });
  }
}

function nameOf({ start, column, key }: Row): Span {
  return { start: start + column, end: key?.end ?? start + column };
}

/** Cuts an entry of a section once more, into its own; undefined where its lines do not say how. */
export function cutEntry(lines: Lines, piece: Piece): Section | undefined {
  const [head, ...entries] = entryRows(lines, piece) ?? [];
  bare.lastIndex = head?.key?.end ?? 0;
  if (!head?.key || entries.length < 2 || !bare.test(lines.text)) return undefined;
  const pieces = entries.map((row, index): Piece => {
    const below = entries[index + 1];
    return {
      start: row.start,
      end: below?.start ?? piece.end,
      columns: [...piece.columns, row.column],
      next: below ? nameOf(below) : piece.next,
      nextColumn: below?.column ?? piece.nextColumn,
    };
  });
  return { key: head.key, pieces };
}

/** The row of a piece's key and those of the entries below it, all in one column. */
function entryRows(lines: Lines, piece: Piece): readonly Row[] | undefined {
  const { text } = lines;
  const rows: Row[] = [];
  for (let number = lines.lineAt(piece.start); lines.start(number) < piece.end; number++) {
    const start = lines.start(number);
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    const column = rows[1]?.column ?? Number.POSITIVE_INFINITY;
    if (at - start > column || isEmpty(text.charCodeAt(at))) continue;
    const row = rowAt(text, start, at);
    if (row.dash && row.column === column) continue;
    if (!row.key || !isInPlace(row, rows, piece)) return undefined;
    rows.push(row);
  }
  return rows;
}

/** Further right than the key, as far as the entries above. */
function isInPlace({ column }: Row, [head, first]: readonly Row[], { columns }: Piece): boolean {
  if (first) return column === first.column;
  return !head || column > (columns.at(-1) ?? 0);
}
