// `depends_on` as a list of names and as a mapping with conditions.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import { type Entry, entriesAt, textAt } from "../yaml/tree.ts";
import { columnOf, isBlockItem } from "./text.ts";

/** The other form, where the list or mapping stands in lines of its own. */
export function otherDependencies({ value, keySpan }: Entry): Refactoring | undefined {
  const { source } = value;
  // In braces there are no lines of its own.
  const { start: line } = source.lines.line(source.lines.lineAt(keySpan.start));
  if (source.text.slice(line, keySpan.start).trim() !== "") return undefined;
  const above = columnOf(value, keySpan.start);
  const end = value.start + source.text.slice(value.start, value.end).trimEnd().length;
  const edit = (title: string, newText: string, start = value.start): Refactoring => ({
    kind: "refactor.rewrite",
    title,
    edits: [{ start, end, newText }],
  });
  if (value.kind === "list") {
    const names = value.items.map((item) => (item.kind === "scalar" ? item.text : ""));
    const [first] = value.items;
    if (!first || names.includes("") || /#/.test(source.text.slice(value.start, end)))
      return undefined;
    const indent = `${above}  `;
    const lines = names.map((name) => `${indent}${name}:\n${indent}  condition: service_started`);
    const block = isBlockItem(first);
    const start = block ? source.lines.line(source.lines.lineAt(value.start)).start : value.start;
    return edit(t("Write in the long form"), `${block ? "" : "\n"}${lines.join("\n")}`, start);
  }
  if (value.kind !== "map" || source.text[value.start] === "{") return undefined;
  const entries = entriesAt(value);
  const plain = entries.every(({ value: how }) =>
    entriesAt(how).every(
      ({ key }) => key === "condition" && textAt(how, key) === "service_started",
    ),
  );
  if (!plain || entries.length === 0 || /[#*&]|<</.test(source.text.slice(value.start, end)))
    return undefined;
  const indent = columnOf(value, value.start);
  return edit(
    t("Write in the short form"),
    entries.map(({ key }) => `- ${key}`).join(`\n${indent}`),
  );
}
