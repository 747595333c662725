import { t } from "../../l10n.ts";
import type { Edit, Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { memoized } from "../memo.ts";
import type { ComposeModel } from "../project/model.ts";
import type { Reading, ScalarNode } from "../yaml/tree.ts";

export const SwallowedItem: Rule<ComposeModel> = {
  code: "SwallowedItem",
  aliases: [],
  severity: "warning",
  summary: "A list item that is indented deeper than the one above becomes a part of its text.",
  check({ document }, report) {
    for (const { dash, fix } of swallowedItems(document))
      report(
        dash,
        t(
          "This item is indented deeper than the one above, so YAML reads both as one text. Align it.",
        ),
        { fixes: () => [{ title: t("Align it with the item above"), edits: fix(), safe: true }] },
      );
  },
};

/** An item with what YAML took for its second line. */
interface Swallowed {
  readonly item: ScalarNode;
  /** The first dash in it. */
  readonly dash: Span;
  fix(): readonly Edit[];
}

/** The items of a file's lists that took in others. */
export function* swallowedItems({
  broken,
  readings,
}: ComposeModel["document"]): Generator<Swallowed> {
  if (broken) return;
  for (const part of readings)
    for (const reading of part)
      for (const item of itemsOver(reading)) {
        const found = swallowedIn(item);
        if (found) yield found;
      }
}

/** The plain texts over several lines; most pieces of a file, which last from edit to edit, have none. */
const itemsOver = memoized(({ parts }: Reading): readonly ScalarNode[] =>
  parts.flatMap((part) => {
    if ("keySpan" in part || part.kind !== "scalar" || part.style !== "plain") return [];
    // What goes over several lines has lost their indentation.
    return part.text.length === part.end - part.start ? [] : [part];
  }),
);

function swallowedIn(item: ScalarNode): Swallowed | undefined {
  const { start, end, source } = item;
  const line = source.lines.line(source.lines.lineAt(start)).start;
  const [, before] = /^( *(?:- +)*)- +$/.exec(source.text.slice(line, start)) ?? [];
  if (before === undefined) return undefined;
  const column = before.length;
  const [first] = source.text.slice(start, end).matchAll(/\n[ \t]*(?=- )/g);
  if (!first) return undefined;
  const at = start + first.index + first[0].length;
  return { item, dash: { start: at, end: at + 1 }, fix: () => aligned(item, column) };
}

/** The items below each other; what goes on with one of them moves with it. */
function aligned({ start, end, source }: ScalarNode, column: number): readonly Edit[] {
  const edits: Edit[] = [];
  let by: number | undefined;
  for (const match of source.text.slice(start, end).matchAll(/(?<=\n)([ \t]*)(- |\S)/g)) {
    const [, { length } = "", mark] = match;
    const isItem = mark === "- ";
    if (isItem) by = column - length;
    if (by === undefined) continue;
    const at = start + match.index;
    const newText = " ".repeat(Math.max(length + by, isItem ? 0 : column + 1));
    edits.push({ start: at, end: at + length, newText });
  }
  return edits;
}
