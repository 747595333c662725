// What may be done about a key that is given twice.
import { t } from "../../l10n.ts";
import type { Edit, Fix } from "../../lint/rule.ts";
import { entrySpan } from "./edits.ts";
import type { Entry } from "./tree.ts";

/** Both put together where that can be done, or one of them taken out. */
export function doubleFixes(first: Entry, second: Entry): readonly Fix[] {
  const joined = join(first, second);
  const line = first.source.lines.lineAt(first.keySpan.start) + 1;
  const remove = (entry: Entry, title: string): Fix => ({
    title,
    edits: [{ ...entrySpan(entry), newText: "" }],
  });
  return [
    ...(joined ? [joined] : []),
    remove(second, t('Remove this "{0}"', second.key)),
    remove(first, t('Remove the "{0}" of line {1}', first.key, line)),
  ];
}

/** The second one's lines under the first one. */
function join(first: Entry, second: Entry): Fix | undefined {
  const { source, value } = first;
  const { text, lines } = source;
  const isBlock = ({ value: { kind, start, end } }: Entry) =>
    kind !== "scalar" && end > start && !/[[{]/.test(text[start] ?? "");
  if (value.kind !== second.value.kind || !isBlock(first) || !isBlock(second)) return undefined;
  const column = (offset: number) => offset - lines.line(lines.lineAt(offset)).start;
  const delta = column(value.start) - column(second.value.start);
  const from = lines.line(lines.lineAt(second.value.start)).start;
  const moved = text
    .slice(from, second.value.end)
    .replace(/^( *)(?=\S)/gm, (_all, blanks: string) =>
      " ".repeat(Math.max(0, blanks.length + delta)),
    );
  const to = value.end;
  const edits: readonly Edit[] = [
    { start: to, end: to, newText: text[to - 1] === "\n" ? moved : `\n${moved.trimEnd()}` },
    { ...entrySpan(second), newText: "" },
  ];
  return { title: t('Join both "{0}"', first.key), edits, safe: true };
}
