// Repairs of values of the wrong kind: text that was meant as a list or a mapping, a list that was
// meant as a mapping, and keys without a value.
import { t } from "../../l10n.ts";
import type { Edit, Fix } from "../../lint/rule.ts";
import type { Complain } from "../problem.ts";
import type { ListNode, Node, ScalarNode } from "../yaml/tree.ts";
import { alternatives, type Row } from "./schema.ts";

/** Fixes for a text or a list where something else is wanted. */
export function wrapFix(node: Node, types: readonly string[], key: string) {
  return (): readonly Fix[] => {
    if (node.kind === "list")
      return types.includes("object") ? (namesAsKeys(node) ?? withoutDashes(node)) : [];
    return node.kind === "scalar" && node.style !== "block" ? wrapText(node, types, key) : [];
  };
}

function wrapText(node: ScalarNode, types: readonly string[], key: string): readonly Fix[] {
  const lines = linesOf(node);
  const isMap = types.includes("object");
  if (isMap && lines.every(({ text }) => /^[A-Za-z_][\w.-]*:[^ ]/.test(text)))
    return [
      fix(
        t("Put a space after the colon"),
        lines.map(({ start, text }) => blankAt(start + text.indexOf(":") + 1, node.source.text)),
      ),
    ];
  if (isMap && Object.hasOwn(mainKeys, key)) {
    const newText = `{${mainKeys[key]}: ${JSON.stringify(node.text)}}`;
    return [fix(t("Write {0}", newText), [{ start: node.start, end: node.end, newText }])];
  }
  return types.includes("array") && key !== "services" ? [listFix(node, lines)] : [];
}

/** The key that is meant where its text stands alone. */
const mainKeys: Readonly<Record<string, string>> = { healthcheck: "test", logging: "driver" };

/** A blank, in the place of one that is none for YAML. */
function blankAt(start: number, text: string): Edit {
  return { start, end: /\s/.test(text[start] ?? "") ? start + 1 : start, newText: " " };
}

/** `- data` as `data:`. */
function namesAsKeys({ items, source: { text } }: ListNode): readonly Fix[] | undefined {
  const edits: Edit[] = [];
  for (const item of items) {
    const dash = /-[ ]+$/.exec(text.slice(0, item.start));
    if (item.kind !== "scalar" || !dash || !/^[\w.-]+$/.test(item.text)) return undefined;
    edits.push({ start: dash.index, end: item.start, newText: "" }, insert(item.end, ":"));
  }
  return [fix(t("Write the names as keys"), edits)];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function listFix({ start, end }: Node, lines: readonly Line[]): Fix {
  if (lines.every(({ text }) => /^-\S/.test(text)))
    return fix(
      t("Put a space after the dash"),
      lines.map((line) => insert(line.start + 1, " ")),
    );
  const edits =
    lines.length > 1
      ? lines.map((line) => insert(line.start, "- "))
      : [insert(start, "["), insert(end, "]")];
  return fix(t("Make it a list"), edits);
}

const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });

const fix = (title: string, edits: readonly Edit[]): Fix => ({ title, edits, safe: true });

function linesOf({ source, start, end }: Node): readonly Line[] {
  return [...source.text.slice(start, end).matchAll(/[^\s\n][^\n]*/g)].map((match) => ({
    start: start + match.index,
    text: match[0].trimEnd(),
  }));
}

/** A key without a value goes, with its line. */
export function removeEmpty({ source, start }: Node, key: string): readonly Fix[] {
  const { lines, text } = source;
  const number = lines.lineAt(start);
  const line = lines.line(number);
  if (!key || !text.slice(line.start, line.end).trim().startsWith(`${key}:`)) return [];
  const end = number + 1 < lines.count ? lines.line(number + 1).start : line.end;
  return [fix(t('Remove "{0}"', key), [{ start: line.start, end, newText: "" }])];
}

/** `- KEY: value`, where a list of texts or a mapping may stand: told once for all items. */
export function itemsAreMaps(
  node: ListNode,
  item: Row,
  both: Row | undefined,
  key: string,
  complain: Complain,
): boolean {
  const first = node.items.find(({ kind }) => kind === "map");
  const takes = (row: Row, type: string) =>
    alternatives(row).some(({ t: types }) => types?.includes(type));
  if (!first || !both || takes(item, "object") || !takes(both, "object")) return false;
  const message = t(
    'An item of "{0}" must be text; keys with values are written here without dashes.',
    key,
  );
  complain("WrongType", first, message, { fixes: () => withoutDashes(node) });
  return true;
}

function withoutDashes(node: ListNode): readonly Fix[] {
  const { items, source } = node;
  const { text, lines } = source;
  if (items.some(({ kind }) => kind !== "map")) return items.flatMap(withEquals);
  const edits: Edit[] = [];
  for (const item of items) {
    const dash = /-[ ]+$/.exec(text.slice(0, item.start));
    if (item.kind !== "map" || !dash) return [];
    edits.push({ start: dash.index, end: item.start, newText: "" });
    const last = lines.lineAt(Math.max(item.start, item.end - 1));
    for (let number = lines.lineAt(item.start) + 1; number <= last; number++) {
      const { start, end } = lines.line(number);
      const cut = Math.min(dash[0].length, text.slice(start, end).search(/\S|$/));
      edits.push({ start, end: start + cut, newText: "" });
    }
  }
  return [fix(t("Remove the dashes"), edits)];
}

/** `KEY: value` as `KEY=value`, among other items that are texts. */
function withEquals(item: Node): readonly Fix[] {
  const [entry, second] = item.kind === "map" ? item.entries.values() : [];
  if (!entry || second || entry.value.kind !== "scalar" || entry.value.end === entry.value.start)
    return [];
  const { keySpan, value, key } = entry;
  const span = { start: keySpan.end, end: value.start };
  return [fix(t("Write {0}", `${key}=${value.text}`), [{ ...span, newText: "=" }])];
}
