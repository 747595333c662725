// Keys that stand at the wrong level, and how to move them where they belong with what hangs on them.
import { t } from "../../l10n.ts";
import type { Edit, Fix } from "../../lint/rule.ts";
import type { Complain } from "../problem.ts";
import { type Entry, entriesAt, isNull, type MapNode, mapAt } from "../yaml/tree.ts";
import { keysOf, type Row, rowAt, rowOfKey } from "./schema.ts";

/** The lines of an entry, or the entry alone where others stand on its line. */
export function wholeLines({ keySpan, value, source }: Entry): { start: number; end: number } {
  const { lines, text } = source;
  if (value.source !== source || value.start < keySpan.end) {
    const number = lines.lineAt(keySpan.start);
    return { start: lines.line(number).start, end: startOfLine(source, number + 1) };
  }
  const first = lines.line(lines.lineAt(keySpan.start));
  if (text.slice(first.start, keySpan.start).trim() !== "")
    return { start: keySpan.start, end: value.end };
  return {
    start: first.start,
    end: startOfLine(source, lines.lineAt(Math.max(value.end - 1, keySpan.end)) + 1),
  };
}

function startOfLine({ lines, text }: Entry["source"], number: number): number {
  return number < lines.count ? lines.line(number).start : text.length;
}

function columnOf({ keySpan, source }: Entry): number {
  return keySpan.start - source.lines.line(source.lines.lineAt(keySpan.start)).start;
}

/** The entry's lines as they look in another column. */
function inColumn(entry: Entry, column: number): string {
  const { start, end } = wholeLines(entry);
  const delta = column - columnOf(entry);
  const text = entry.source.text.slice(start, end);
  return text.replace(/^( *)(?=\S)/gm, (_all, blanks: string) =>
    " ".repeat(Math.max(0, blanks.length + delta)),
  );
}

/** Moves an entry to the end of a mapping in block style; undefined where that cannot be done. */
export function moveTo(entry: Entry, target: MapNode, title: string): Fix | undefined {
  const { source } = entry;
  const inside = [...target.entries.values()].filter(
    (one) => one.source === source && one.keySpan.start >= target.start && one !== entry,
  );
  const last = inside.at(-1);
  if (!last || source.text[target.start] === "{") return undefined;
  const from = wholeLines(entry);
  if (source.text.slice(from.start, entry.keySpan.start).trim() !== "") return undefined;
  const moved = inColumn(entry, columnOf(last));
  const to = wholeLines(last).end;
  const edits: Edit[] =
    to === from.start
      ? [{ ...from, newText: moved }]
      : [
          { ...from, newText: "" },
          { start: to, end: to, newText: ended(source.text, to, moved) },
        ];
  return { title, edits, safe: true };
}

function ended(text: string, at: number, moved: string): string {
  const lead = at > 0 && text[at - 1] !== "\n" ? "\n" : "";
  return lead + (moved.endsWith("\n") || at === text.length ? moved : `${moved}\n`);
}

/** Whether an entry among the services is a key of a service that stands too far left. */
export function isMisplaced({ key, value }: Entry): boolean {
  const row = rowAt(["services", "service"]);
  const known = row && keysOf(row);
  if (!known?.has(key) || (value.kind === "scalar" && value.value === null)) return false;
  if (value.kind !== "map") return true;
  // A service may have such a name, too.
  if (value.entries.has("image") || value.entries.has("build")) return false;
  return [...value.entries.keys()].some((inner) => !known.has(inner));
}

/** A key of a service that stands among the services: told, with a fix that moves it into the one above. */
export function amongServices(entry: Entry, services: MapNode, complain: Complain): boolean {
  const { key, keySpan, source } = entry;
  if (!isMisplaced(entry)) return false;
  const all = [...services.entries.values()];
  const above = all
    .slice(0, all.indexOf(entry))
    .findLast((other) => other.value.kind === "map" && !isMisplaced(other));
  const target = above && mapAt(above.value);
  const message = above
    ? t('"{0}" belongs to a service; indent it under "{1}".', key, above.key)
    : t('"{0}" belongs to a service; indent it under one.', key);
  complain("UnknownKey", { ...keySpan, source }, message, {
    fixes: () => {
      const fix = target && moveTo(entry, target, t('Move "{0}" into "{1}"', key, above.key));
      return fix ? [fix] : [];
    },
  });
  return true;
}

const signs =
  `image build ports command environment depends_on restart container_name volumes`.split(" ");

export function looksLikeService(value: Entry["value"]): boolean {
  return value.kind === "map" && signs.some((key) => value.entries.has(key));
}

/**
 * `build:` with nothing under it, followed by keys that only `build` knows: they have lost their
 * indentation. Told once; gives the entries that need no more words.
 */
export function dropped(node: MapNode, row: Row, complain: Complain): ReadonlySet<Entry> {
  const known = keysOf(row);
  const all = entriesAt(node);
  for (const [index, entry] of all.entries()) {
    const inner = isNull(entry.value) ? known.get(entry.key) : undefined;
    if (!inner) continue;
    const after: Entry[] = [];
    for (const one of all.slice(index + 1)) {
      if (known.has(one.key) || !rowOfKey(inner, one.key) || !keysOf(inner).has(one.key)) break;
      after.push(one);
    }
    const [first] = after;
    if (!first) continue;
    const { keySpan, source } = first;
    const message = t('"{0}" belongs under "{1}"; indent it.', first.key, entry.key);
    const edits = after.map((one) => ({
      ...wholeLines(one),
      newText: inColumn(one, columnOf(entry) + 2),
    }));
    complain("UnknownKey", { ...keySpan, source }, message, {
      fixes: () => [{ title: t('Indent it under "{0}"', entry.key), edits, safe: true }],
    });
    return new Set([entry, ...after]);
  }
  return new Set();
}
