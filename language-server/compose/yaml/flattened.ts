// A file that has lost its indentation, as texts copied from web pages do: `services:` is empty, and
// names and keys of services follow at the top. One fault, and one fix that indents them again.
import { t } from "../../l10n.ts";
import type { Complain } from "../problem.ts";
import { keysOf, root as schemaRoot } from "../schema/schema.ts";
import { type Entry, entriesAt, isNull, type MapNode } from "./tree.ts";

/** Whether the file is such a one; then it is told, and nothing else need be. */
export function tellFlattened(root: MapNode, complain: Complain): boolean {
  const services = root.entries.get("services");
  if (!services || !isNull(services.value)) return false;
  const known = keysOf(schemaRoot);
  const after = entriesAt(root).filter(({ keySpan }) => keySpan.start > services.keySpan.end);
  const [first] = after;
  const isName = ({ key, value }: Entry) =>
    isNull(value) && !known.has(key) && !key.startsWith("x-");
  if (!first || !isName(first)) return false;
  // Of keys that both levels know, a list is the service's.
  const inside = after.filter((one) => !known.has(one.key) || one.value.kind === "list");
  const message = t('"{0}" and what follows belong under "services:"; indent them.', first.key);
  complain("UnknownKey", { ...first.keySpan, source: first.source }, message, {
    fixes: () => [
      {
        title: t("Indent the services"),
        edits: inside.flatMap((one) => indented(one, isName(one) ? "  " : "    ")),
        safe: true,
      },
    ],
  });
  return true;
}

function indented({ keySpan, value, source }: Entry, indent: string) {
  const { lines, text } = source;
  const last = lines.lineAt(Math.max(keySpan.end, keySpan.start, value.end - 1));
  const edits = [];
  for (let number = lines.lineAt(keySpan.start); number <= last; number++) {
    const { start, end } = lines.line(number);
    if (text.slice(start, end).trim() !== "") edits.push({ start, end: start, newText: indent });
  }
  return edits;
}
