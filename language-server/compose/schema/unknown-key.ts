// A key that the schema does not know where it stands: what was meant, and how to repair it.
import { t } from "../../l10n.ts";
import type { Edit, Fix } from "../../lint/rule.ts";
import type { Complain } from "../problem.ts";
import { type Entry, type MapNode, mapAt, type Node } from "../yaml/tree.ts";
import { nearest } from "./nearest.ts";
import { keysOf, type Row, root, rowAt } from "./schema.ts";

/** Where the walk is: the rows above, nearest first, for "belongs one level up". */
export interface Level {
  readonly row: Row;
  readonly key: string;
  readonly node: MapNode;
  readonly above?: Level | undefined;
}

/** Says what is wrong with a key, and offers what was meant. */
export function unknownKey(complain: Complain, entry: Entry, level: Level): void {
  const where = { ...entry.keySpan, source: entry.source };
  const near = nearest(entry.key, keysOf(level.row).keys());
  const isRoot = level.above === undefined;
  if (isRoot && near.length === 0 && looksLikeService(entry.value)) {
    const message = t('"{0}" looks like a service; services stand under "services:".', entry.key);
    complain("UnknownKey", where, message, { fixes: () => moveUnderServices(entry, level.node) });
    return;
  }
  const [best] = near;
  if (level.row.pp && !level.row.p) {
    complain("UnknownKey", where, badName(entry.key, level.key));
    return;
  }
  const elsewhere = best ? undefined : levelThatKnows(entry.key, level);
  const message = best
    ? t('"{0}" is not known here. Did you mean "{1}"?', entry.key, best)
    : (elsewhere ?? unknown(entry.key, level));
  complain("UnknownKey", where, message, {
    fixes: () => [...near.slice(0, 3).map((name) => renameFix(entry, name)), removeFix(entry)],
  });
}

function unknown(key: string, { key: parent }: Level): string {
  return parent
    ? t('"{0}" is not known under "{1}". Keys of your own begin with "x-".', key, parent)
    : t('"{0}" is not known at the top of a Compose file. Keys of your own begin with "x-".', key);
}

function badName(key: string, parent: string): string {
  return t(
    '"{0}" cannot be a name under "{1}": use letters, digits, ".", "_" and "-".',
    key,
    parent,
  );
}

const signs = [
  "image",
  "build",
  "ports",
  "command",
  "environment",
  "depends_on",
  "restart",
  "container_name",
  "volumes",
];

function looksLikeService(value: Node): boolean {
  return value.kind === "map" && signs.some((key) => value.entries.has(key));
}

/** Says where a key belongs: a level above, or one below. */
function levelThatKnows(key: string, level: Level): string | undefined {
  for (let above = level.above; above; above = above.above)
    if (keysOf(above.row).has(key))
      return above.key
        ? t('"{0}" belongs to "{1}", a level above. Check the indentation.', key, above.key)
        : t('"{0}" belongs to the top of the file. Check the indentation.', key);
  for (const [name, row] of keysOf(level.row))
    if (keysOf(row).has(key)) return t('"{0}" belongs under "{1}".', key, name);
  if (level.row === root && serviceRow()?.has(key))
    return t('"{0}" belongs to a service, under "services:".', key);
  return undefined;
}

function serviceRow(): ReadonlyMap<string, Row> | undefined {
  const row = rowAt(["services", "service"]);
  return row && keysOf(row);
}

function renameFix({ keySpan, key }: Entry, name: string): Fix {
  return {
    title: t('Change "{0}" to "{1}"', key, name),
    edits: [{ ...keySpan, newText: name }],
    safe: true,
  };
}

function removeFix(entry: Entry): Fix {
  return { title: t('Remove "{0}"', entry.key), edits: [{ ...wholeLines(entry), newText: "" }] };
}

function wholeLines({ keySpan, value, source }: Entry): { start: number; end: number } {
  const { lines, text } = source;
  if (value.source !== source || value.start < keySpan.end)
    return lines.line(lines.lineAt(keySpan.start));
  const first = lines.line(lines.lineAt(keySpan.start));
  if (text.slice(first.start, keySpan.start).trim() !== "")
    return { start: keySpan.start, end: value.end };
  const next = lines.lineAt(Math.max(value.end - 1, keySpan.end)) + 1;
  return { start: first.start, end: next < lines.count ? lines.line(next).start : text.length };
}

/** Puts an entry of the top level under `services`, which is made if it is missing. */
function moveUnderServices(entry: Entry, file: Level["node"]): readonly Fix[] {
  const { source } = entry;
  const span = wholeLines(entry);
  const indented = source.text.slice(span.start, span.end).replace(/^(?=[^\r\n])/gm, "  ");
  const services = mapAt(file, "services");
  const [first] = services?.entries.values() ?? [];
  const edits: Edit[] = [];
  if (!first) edits.push({ ...span, newText: `services:\n${indented}` });
  else if (first.source === source) {
    const { start } = source.lines.line(source.lines.lineAt(first.keySpan.start));
    const newText = indented.endsWith("\n") ? indented : `${indented}\n`;
    edits.push({ ...span, newText: "" }, { start, end: start, newText });
  }
  return edits.length > 0
    ? [{ title: t('Move "{0}" under services', entry.key), edits, safe: true }]
    : [];
}
