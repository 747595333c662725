// What stands above and below a line of a Compose file, by columns: the keys that it lies under,
// and the neighbours in its mapping or list.
import type { Lines } from "../../text.ts";
import { type FlowPlace, flowPlace } from "./flow.ts";
import { commentStart, type Opener, type Row, rowAt, unquoted } from "./row.ts";

/** From the root; list items are numbers, always 0. */
export type Path = readonly (string | number)[];
/** Keys with their values, or items. */
export type Siblings = ReadonlyMap<string, string>;

export interface Climb {
  readonly path: Path;
  readonly siblings: Siblings;
  /** The brackets that the cursor is in, where they open on a line above. */
  readonly flow?: FlowPlace;
  /** A key above has a text that goes on here. */
  readonly text: boolean;
  readonly listed: boolean;
  /** Whether what the same mapping holds stands at the same column. */
  readonly fits: boolean;
  /** The column of the key above; -1 for the root. */
  readonly parent: number;
}

/** Where going up begins. */
interface Start {
  readonly cursor: number;
  readonly column: number;
  /** The line begins with a dash. */
  readonly item: boolean;
}

/** What is known while going up the lines. */
interface Climber {
  readonly lines: Lines;
  readonly cursor: number;
  limit: number;
  /** A dash stands at the limit: its key may stand at the same column. */
  item: boolean;
  path: (string | number)[];
  siblings: Map<string, string>;
  flow?: FlowPlace;
  text: boolean;
  listed: boolean;
  /** Something stands deeper, with nothing at the cursor's column above it. */
  deeper: boolean;
  fits: boolean;
  parent: number;
  done: boolean;
}

/** Goes up from a line, along ever smaller columns. */
export function climbFrom(lines: Lines, from: number, { cursor, column, item }: Start): Climb {
  const state: Climber = {
    lines,
    cursor,
    limit: column,
    item,
    path: [],
    siblings: new Map(),
    text: false,
    listed: false,
    deeper: false,
    fits: true,
    parent: -1,
    done: false,
  };
  for (let number = from - 1; number >= 0 && !state.done; number--) {
    // Most lines stand deeper; they are passed without being read.
    const indent = indentOf(lines, number);
    if (indent === undefined) continue;
    if (indent > state.limit) {
      if (!isSettled(state)) state.deeper = true;
      continue;
    }
    const row = rowAt(lines, number);
    if (row.kind === "separator") break;
    if (row.kind === "content") take(state, row);
  }
  if (!isSettled(state) && state.deeper) state.fits = false;
  return state;
}

/** The cursor's neighbours or its parent are known. */
function isSettled({ path, siblings, listed }: Climber): boolean {
  return path.length > 0 || siblings.size > 0 || listed;
}

export function isEmptyAt(text: string, at: number): boolean {
  const first = text[at];
  return first === undefined || first === "\n" || first === "\r" || first === "#";
}

function take(state: Climber, row: Row): void {
  const { openers } = row;
  if (openers.length === 0) bracketsOnly(state, row);
  for (let index = openers.length - 1; index >= 0; index--) {
    const opener = openers[index];
    if (!opener) continue;
    if (opener.column === state.limit && sibling(state, opener, restOf(state.lines, row))) continue;
    if (!isParent(state, opener)) continue;
    adopt(state, opener, index === openers.length - 1 ? row : undefined);
    if (state.limit === 0 && !state.item && state.path.length > 0) state.done = true;
  }
}

function isParent({ limit, item }: Climber, { column, key }: Opener): boolean {
  return column < limit || (item && key !== undefined && column === limit);
}

/** What a line says behind its last opener. */
function restOf({ text }: Lines, { rest }: Row): string {
  return unquoted(text.slice(rest.start, commentStart(text, rest)).trim());
}

/** Notes what stands at the same column; false: it is no sibling. */
function sibling(state: Climber, opener: Opener, value: string): boolean {
  const atStart = state.path.length === 0;
  if (state.item) {
    if (atStart && opener.key === undefined) state.siblings.set(value, "");
    return opener.key === undefined;
  }
  if (opener.key !== undefined) {
    if (atStart) state.siblings.set(opener.key, value);
    return true;
  }
  // Dashes at the cursor's column: the list's own items, unless its key stands there, too.
  if (atStart && state.siblings.size === 0) {
    state.listed = true;
    state.item = true;
    state.siblings.set(value, "");
  }
  return true;
}

function adopt(state: Climber, opener: Opener, row: Row | undefined): void {
  if (!isSettled(state) && state.deeper) state.fits = false;
  if (state.listed && opener.column === state.limit && state.path.length === 0) {
    // `key:` and its dashes share a column: here stands the key's sibling.
    state.listed = false;
    state.item = false;
    state.siblings.clear();
    if (opener.key !== undefined) state.siblings.set(opener.key, "");
    return;
  }
  if (row) goInto(state, row);
  if (state.path.length === 0) state.parent = opener.column;
  state.path.unshift(opener.key ?? 0);
  state.limit = opener.column;
  state.item = opener.key === undefined;
}

/** Looks whether the value that a line begins goes on to the cursor. */
function goInto(state: Climber, { rest }: Row): void {
  const { text } = state.lines;
  const flow = flowFrom(text, rest.start, state.cursor);
  if (flow) {
    state.flow = flow;
    state.path = [];
    state.text = false;
  } else if (commentStart(text, rest) > rest.start) state.text = true;
}

/** A line that begins with a bracket: the whole file, or an item's value on a line of its own. */
function bracketsOnly(state: Climber, row: Row): void {
  const flow = flowFrom(state.lines.text, row.line.start + row.indent, state.cursor);
  if (!flow) return;
  state.flow = flow;
  state.path = [];
  state.text = false;
  state.limit = row.indent;
}

/** What is looked for below a line. */
interface Below {
  readonly lines: Lines;
  readonly from: number;
  readonly column: number;
  /** The column of the key above; -1 for the root. */
  readonly parent: number;
}

/** Adds the keys below the cursor's line; false: what follows stands at a column that does not fit. */
export function siblingsBelow(
  { lines, from, column, parent }: Below,
  siblings: Map<string, string>,
): boolean {
  let isFirst = siblings.size === 0;
  let fits = true;
  for (let number = from + 1; number < lines.count; number++) {
    const indent = indentOf(lines, number);
    if (indent === undefined || (indent > column && !isFirst)) continue;
    const row = rowAt(lines, number);
    if (isFirst && isAstray(row, parent, column)) fits = false;
    if (row.kind !== "content" || indent < column) break;
    isFirst = false;
    addNeighbour(lines, row, column, siblings);
  }
  return fits;
}

/** A line below the parent that does not stand where the cursor does. */
function isAstray({ indent, openers }: Row, parent: number, column: number): boolean {
  return openers.length > 0 && indent > parent && indent !== column;
}

function addNeighbour(lines: Lines, row: Row, column: number, siblings: Map<string, string>): void {
  const [first] = row.openers;
  if (first?.column === column) siblings.set(first.key ?? restOf(lines, row), restOf(lines, row));
}

/** The column of a line's first letter; undefined: it is empty or a comment. */
function indentOf(lines: Lines, number: number): number | undefined {
  const { text } = lines;
  const { start } = lines.line(number);
  let indent = 0;
  while (text[start + indent] === " " || text[start + indent] === "\t") indent++;
  return isEmptyAt(text, start + indent) ? undefined : indent;
}

/** The place in the brackets that open at `start`, if they do and are still open. */
export function flowFrom(text: string, start: number, cursor: number): FlowPlace | undefined {
  const first = text[start];
  return (first === "{" || first === "[") && start < cursor
    ? flowPlace(text, start, cursor)
    : undefined;
}
