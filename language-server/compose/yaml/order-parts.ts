// The entries of a mapping and the items of a list as parts that can be put into another order.
import type { Span } from "../../text.ts";
import type { Source } from "./source.ts";
import { entriesAt, type Node } from "./tree.ts";

export interface OrderPart extends Span {
  readonly name: string;
  readonly keySpan: Span;
}

/** The entries that stand in a text itself, in the order of the text. */
export function partsOf(node: Node | undefined, own: Source): readonly OrderPart[] {
  return entriesAt(node)
    .filter(
      ({ source, keySpan }) =>
        source === own && node && keySpan.start >= node.start && keySpan.start < node.end,
    )
    .map(({ key, keySpan, value }) => ({
      name: key,
      keySpan,
      start: keySpan.start,
      end: value.source === own ? Math.max(value.end, keySpan.end) : keySpan.end,
    }))
    .sort((a, b) => a.start - b.start);
}

/** The items of a list of texts. */
export function itemParts(node: Node | undefined, own: Source): readonly OrderPart[] {
  if (node?.kind !== "list" || node.source !== own) return [];
  return node.items.map((item) => ({
    name: item.kind === "scalar" ? item.text : "",
    keySpan: item,
    start: item.start,
    end: item.end,
  }));
}
