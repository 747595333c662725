// The lines of a broken YAML text, one by one, and mistakes in their indentation.
import { t } from "../../l10n.ts";
import type { Edit, Fix } from "../../lint/rule.ts";
import type { Lines, Span } from "../../text.ts";
import { rowAt as rowAtPath } from "../schema/schema.ts";

export interface Mistake extends Span {
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** A line of the text, and where it stands. */
export interface Row extends Span {
  readonly number: number;
  readonly content: string;
  readonly indent: number;
}

export type Look = (row: Row, lines: Lines) => Mistake | undefined;

export function rowAt(lines: Lines, number: number): Row {
  const { start, end } = lines.line(number);
  const content = lines.text.slice(start, end);
  return { start, end, number, content, indent: content.search(/\S|$/) };
}

const isBlank = ({ content }: Row) => /^\s*(?:#|$)/.test(content);

/** The next line with content above (-1) or below (1). */
export function neighbour(lines: Lines, { number }: Row, step: 1 | -1): Row | undefined {
  for (let at = number + step; at >= 0 && at < lines.count; at += step) {
    const row = rowAt(lines, at);
    if (!isBlank(row)) return row;
  }
  return undefined;
}

/** A mistake in a part of a line, and the text to put there. */
export function replaced(
  { start }: Row,
  from: number,
  to: number,
  newText: string,
  message: string,
  title: string,
): Mistake {
  const span = { start: start + from, end: start + to };
  return { ...span, message, fixes: [{ title, edits: [{ ...span, newText }], safe: true }] };
}

/** A line below a key that has its value already. */
export function tooDeep(row: Row, lines: Lines): Mistake | undefined {
  const below = neighbour(lines, row, 1);
  const [, key = ""] = /^\s*(?:- +)?([\w.-]+): +\S/.exec(row.content) ?? [];
  if (!below || !key || below.indent <= row.indent) return undefined;
  const column = row.content.search(/[^\s-]/);
  return moved(
    below,
    lines,
    [column],
    t('This line is indented too far: "{0}" above already has a value.', key),
  );
}

/** A line in no column that is open here. */
export function wrongIndent(row: Row, lines: Lines): Mistake | undefined {
  const columns: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let above = neighbour(lines, row, -1); above; above = neighbour(lines, above, -1)) {
    if (above.indent >= least) continue;
    least = above.indent;
    columns.push(above.indent);
    const inner = above.content.search(/[^\s-]/);
    if (inner > above.indent) columns.push(inner);
  }
  const { indent } = row;
  if (columns.includes(indent)) return undefined;
  // What is no key of a service is rather a name, and stands further left.
  const [, key = ""] = /^\s*([\w.-]+):\s*$/.exec(row.content) ?? [];
  const name = key !== "" && !isServiceKey(key);
  const away = (column: number) => Math.abs(column - indent) + (name && column > indent ? 9 : 0);
  const near = columns.sort((a, b) => away(a) - away(b) || b - a);
  return isItem(row)
    ? moved(row, lines, near.slice(0, 1), unevenItem())
    : moved(row, lines, near.slice(0, 2), unevenKey());
}

const isItem = ({ content }: Row) => /^\s*-(?:\s|$)/.test(content);

/** An item that stands right of the one above it. */
export function deepItem(row: Row, lines: Lines): Mistake | undefined {
  if (!isItem(row)) return undefined;
  let first = neighbour(lines, row, -1);
  while (first && first.indent >= row.indent) first = neighbour(lines, first, -1);
  return first && isItem(first) ? moved(row, lines, [first.indent], unevenItem()) : undefined;
}

/** An item that stands left of those above it, or of the key of its list. */
export function wrongItem(row: Row, lines: Lines): Mistake | undefined {
  const item = isItem(row) ? row : onlyKey.test(row.content) && neighbour(lines, row, 1);
  if (!item || !isItem(item)) return undefined;
  let first = neighbour(lines, item, -1);
  while (first && first.indent > item.indent && !isItem(first)) first = neighbour(lines, first, -1);
  return first && first.indent > item.indent && isItem(first)
    ? moved(item, lines, [first.indent], unevenItem())
    : wrongIndent(item, lines);
}

const onlyKey = /^\s*(?:- +)?[\w.-]+:\s*$/;

export const unevenKey = () =>
  t(
    "This line is indented differently from its neighbours; keys of one level start in the same column.",
  );

const unevenItem = () =>
  t(
    "This item is indented differently from its neighbours; the items of a list start in the same column.",
  );

function moved(row: Row, lines: Lines, columns: readonly number[], message: string): Mistake {
  const fixes = columns.map((column) => ({
    title: t("Begin the line in column {0}", column + 1),
    edits: shifted(row, lines, column),
    safe: true,
  }));
  return { start: row.start, end: row.start + Math.max(row.indent, 1), message, fixes };
}

/** The line and those that hang on it, moved so that it starts in a column. */
function shifted(row: Row, lines: Lines, column: number): readonly Edit[] {
  const edits: Edit[] = [];
  const hasValue = /:\s+[^\s#]/.test(row.content);
  let list = false;
  for (let one: Row | undefined = row; one; one = neighbour(lines, one, 1)) {
    const dash = one.content[one.indent] === "-";
    if (one.indent < row.indent || (isItem(row) && one.indent === row.indent && !dash)) break;
    if (one !== row && one.indent === column && !dash && (hasValue || list)) break;
    list ||= dash;
    const newText = " ".repeat(Math.max(0, one.indent + column - row.indent));
    edits.push({ start: one.start, end: one.start + one.indent, newText });
  }
  return edits;
}

function isServiceKey(...path: readonly string[]): boolean {
  return rowAtPath(["services", "service", ...path]) !== undefined;
}

/** `image: nginx ports:` */
export function lostLine(row: Row): Mistake | undefined {
  const [, head = "", key = "", blanks = "", inner = ""] =
    /^(\s*([\w.-]+): +(?:'[^']*'|"[^"]*"|[^\s#'"[{|>&*!].*?))( +)([\w.-]+):(?:\s|$)/.exec(
      row.content,
    ) ?? [];
  const areKeys = (path: readonly string[]) =>
    [key, inner].every((one) => rowAtPath([...path, one]) !== undefined);
  if (!areKeys([]) && !areKeys(["services", "service"])) return undefined;
  const start = row.start + head.length + blanks.length;
  const gap = { start: row.start + head.length, end: start };
  return {
    start,
    end: start + inner.length,
    message: t('"{0}" is a key like "{1}", so it needs its own line.', inner, key),
    fixes: [
      {
        title: t('Put "{0}" on its own line', inner),
        edits: [{ ...gap, newText: `\n${" ".repeat(row.indent)}` }],
        safe: true,
      },
    ],
  };
}

/** `web: image: nginx` and `services: web:` */
export function innerKey(row: Row, lines: Lines): Mistake | undefined {
  const [, head = "", inner = "", value] =
    /^(\s*[\w.-]+: +)([\w.-]+):(?: +(\S.*))?\s*$/.exec(row.content) ?? [];
  const outer = head.trim().slice(0, -1);
  if (!inner || (value && !isServiceKey(inner) && !isServiceKey(outer, inner))) return undefined;
  const indent = " ".repeat(row.indent + 2);
  const gap = { start: row.start + head.trimEnd().length, end: row.start + head.length };
  const edits: Edit[] = [{ ...gap, newText: `\n${indent}` }];
  for (let one = neighbour(lines, row, 1); one; one = neighbour(lines, one, 1)) {
    if (value || one.indent <= row.indent) break;
    edits.push({ start: one.start, end: one.start, newText: "  " });
  }
  return {
    start: gap.end,
    end: gap.end + inner.length,
    message: t('"{0}" begins a new level, so it needs its own line.', inner),
    fixes: [{ title: t('Put "{0}" on its own line', inner), edits, safe: true }],
  };
}
