// A key that the schema does not know where it stands: what was meant, and how to repair it.
import { t } from "../../l10n.ts";
import type { Edit, Fix } from "../../lint/rule.ts";
import type { Complain } from "../problem.ts";
import { type Entry, entriesAt, type MapNode, mapAt } from "../yaml/tree.ts";
import { looksLikeService, moveTo, wholeLines } from "./misplaced.ts";
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
  if (tellHardBlanks([entry], complain)) return;
  const near = nearest(entry.key, keysOf(level.row).keys());
  const isRoot = level.above === undefined;
  if (isRoot && near.length === 0 && looksLikeService(entry.value)) {
    const message = t('"{0}" looks like a service; services go under "services:".', entry.key);
    complain("UnknownKey", where, message, { fixes: () => moveUnderServices(entry, level.node) });
    return;
  }
  const [best] = near;
  if (level.row.pp && !level.row.p) {
    const better = entry.key.trim().replace(/[^a-zA-Z0-9._-]+/g, "-");
    complain("UnknownKey", where, badName(entry.key, level.key), {
      fixes: () => (/[a-zA-Z0-9]/.test(better) ? [renameFix(entry, better)] : []),
    });
    return;
  }
  const elsewhere = best ? undefined : levelThatKnows(entry, level);
  const message = best
    ? t('"{0}" is not known here. Did you mean "{1}"?', entry.key, best)
    : (elsewhere?.message ?? unknown(entry.key, level));
  complain("UnknownKey", where, message, {
    fixes: () => [
      ...near.slice(0, 3).map((name) => renameFix(entry, name)),
      ...(elsewhere?.fix ? [elsewhere.fix] : []),
      removeFix(entry),
    ],
  });
}

/** Blanks that copying from web pages and word processors brings along. */
const hardBlank = /^[\u00a0\u2000-\u200b\u3000]/;

/** Tells of the first key that such blanks indent; gives whether there is one. */
export function tellHardBlanks(entries: readonly Entry[], complain: Complain): boolean {
  const entry = entries.find(({ key }) => hardBlank.test(key));
  if (!entry) return false;
  const { keySpan, source } = entry;
  const message = t(
    "This line is indented with characters that YAML does not accept as spaces; type the spaces again.",
  );
  complain("UnknownKey", { ...keySpan, source }, message, {
    fixes: () => [softBlanks(source.text)],
  });
  return true;
}

function softBlanks(text: string): Fix {
  const heads = text.matchAll(/^ *[\u00a0\u2000-\u200b\u3000][\s\u200b]*?(?=\S)/gm);
  const edits = Array.from(heads, ({ 0: head, index }) => ({
    start: index,
    end: index + head.length,
    newText: head
      .replace(/\u200b/g, "")
      .replace(/\u3000/g, "  ")
      .replace(/[^ ]/g, " "),
  }));
  return { title: t("Replace them with spaces in the whole file"), edits, safe: true };
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

interface Elsewhere {
  readonly message: string;
  readonly fix?: Fix | undefined;
}

/** Where a key belongs: a level above, or one below, or in a service. */
function levelThatKnows(entry: Entry, level: Level): Elsewhere | undefined {
  return levelAbove(entry, level) ?? levelBelow(entry, level) ?? inService(entry, level);
}

function levelAbove(entry: Entry, level: Level): Elsewhere | undefined {
  const { key } = entry;
  let above = level.above;
  while (above && !keysOf(above.row).has(key)) above = above.above;
  if (!above) return undefined;
  return {
    message: above.key
      ? t('"{0}" belongs to "{1}", a level above. Check the indentation.', key, above.key)
      : t('"{0}" belongs to the top of the file. Check the indentation.', key),
    fix: above.node.entries.has(key)
      ? undefined
      : moveTo(entry, above.node, t('Move "{0}" a level up', key)),
  };
}

function levelBelow(entry: Entry, { row, node }: Level): Elsewhere | undefined {
  const { key } = entry;
  for (const [name, inner] of keysOf(row)) {
    if (!keysOf(inner).has(key)) continue;
    const target = mapAt(node, name);
    const message = t('"{0}" belongs under "{1}".', key, name);
    if (target) return { message, fix: moveTo(entry, target, moveTitle(key, name)) };
    return { message, fix: node.entries.has(name) ? undefined : wrapped(entry, name) };
  }
  return undefined;
}

function inService(entry: Entry, { row, node }: Level): Elsewhere | undefined {
  const { key } = entry;
  if (row !== root || !serviceRow()?.has(key)) return undefined;
  const last = entriesAt(node, "services").findLast(({ value }) => value.kind === "map");
  const target = last && mapAt(last.value);
  return {
    message: t('"{0}" belongs to a service, under "services:".', key),
    fix: target && moveTo(entry, target, moveTitle(key, last.key)),
  };
}

const moveTitle = (key: string, target: string) => t('Move "{0}" into "{1}"', key, target);

/** `context: .` as `build:` with `context: .` under it. */
function wrapped(entry: Entry, name: string): Fix | undefined {
  const { source, keySpan } = entry;
  const span = wholeLines(entry);
  const text = source.text.slice(span.start, span.end);
  const indent = " ".repeat(keySpan.start - span.start);
  if (!text.startsWith(`${indent}${entry.key}`)) return undefined;
  const newText = `${indent}${name}:\n${text.replace(/^(?=[^\r\n])/gm, "  ")}`;
  return {
    title: t('Move "{0}" into "{1}"', entry.key, name),
    edits: [{ ...span, newText }],
    safe: true,
  };
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
