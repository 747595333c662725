// Anchors: a value taken out to an extension that others can use, and an alias written out.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { type Entry, entriesAt, type Node } from "../yaml/tree.ts";
import { columnOf } from "./text.ts";

/** Moves a mapping or list to `x-KEY` at the top, with an anchor, and leaves an alias. */
export function extractAnchor(document: ComposeDocument, entry: Entry): Refactoring | undefined {
  const { key, keySpan, value } = entry;
  const { text, lines } = document;
  const [root, more] = document.documents;
  const [first] = entriesAt(root);
  if (
    value.kind === "scalar" ||
    value.source !== document.source ||
    more ||
    !first ||
    !/^[\w-]+$/.test(key)
  )
    return undefined;
  const content = text.slice(value.start, value.end).trimEnd();
  // Other anchors may be defined or used in it in an order that must not change.
  const between = text.slice(keySpan.end, value.start);
  if (/[&*]\w|<<|!/.test(content) || !/^:\s*$/.test(between)) return undefined;
  const names = new Set(entriesAt(root).map((one) => one.key));
  const name = nameFor(
    key,
    (candidate) => names.has(`x-${candidate}`) || text.includes(`&${candidate}`),
  );
  const flow = /^[[{]/.test(content);
  const column = columnOf(value, value.start).length;
  const moved = flow
    ? ` ${content}`
    : `\n${`${" ".repeat(column)}${content}`.replace(new RegExp(`^ {${column}}`, "gm"), "  ")}`;
  const top = lines.line(lines.lineAt(first.keySpan.start)).start;
  return {
    kind: "refactor.extract",
    title: t("Extract to {0}", `x-${name}`),
    edits: [
      { start: top, end: top, newText: `x-${name}: &${name}${moved}\n\n` },
      { start: keySpan.end, end: value.start + content.length, newText: `: *${name}` },
    ],
  };
}

function nameFor(key: string, taken: (name: string) => boolean): string {
  let name = key;
  for (let number = 2; taken(name); number++) name = `${key}-${number}`;
  return name;
}

/** Writes the value of an anchor in place of the alias under the cursor. */
export function inlineAlias(document: ComposeDocument, span: Span): readonly Refactoring[] {
  const found: Refactoring[] = [];
  if (!document.text.includes("*")) return found;
  const marks = document.readings.flatMap((one) => one.flatMap((reading) => reading.marks));
  for (const { name, declares, value, start: after, end } of marks) {
    const start = after - 1;
    const isKey = /^\s*:(?:\s|$)/.test(document.text.slice(end, end + 80));
    if (declares || !value || isKey || start > span.end || end < span.start) continue;
    const newText = inlined(document, value, start);
    if (newText !== undefined)
      found.push({
        kind: "refactor.inline",
        title: t("Write out {0}", `*${name}`),
        edits: [{ start, end, newText }],
      });
  }
  return found;
}

/** The anchor's text, its lines below the key that has the alias; undefined where it is not simple. */
function inlined(
  { text, lines }: ComposeDocument,
  { kind, start, end }: Node,
  at: number,
): string | undefined {
  const content = text.slice(start, end).trimEnd();
  const line = lines.line(lines.lineAt(at)).start;
  const key = /^([ ]*)(?:- )?[^\s:]+: +$/.exec(text.slice(line, at));
  if (/[&*]\w/.test(content)) return undefined;
  const isOneLine = kind === "scalar" && !content.includes("\n");
  if (/^[[{"']/.test(content) || isOneLine) return content;
  // A mapping below `<<:` would be merged as it stands there; the alias is clearer.
  if (!key || kind === "scalar") return undefined;
  const from = start - lines.line(lines.lineAt(start)).start;
  const indent = " ".repeat((key[1] ?? "").length + 2);
  const body = `${" ".repeat(from)}${content}`.replace(new RegExp(`^ {${from}}`, "gm"), indent);
  return `\n${body}`;
}
