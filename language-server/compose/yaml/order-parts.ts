// The entries of a mapping and the items of a list as parts that can be put into another order.
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "./document.ts";
import { entriesAt, type Node } from "./tree.ts";

export interface OrderPart extends Span {
  readonly name: string;
  readonly keySpan: Span;
}

/** The entries that stand in the document, in the order of the text. */
export function partsOf(node: Node | undefined, document: ComposeDocument): readonly OrderPart[] {
  return entriesAt(node)
    .filter(
      ({ source, keySpan }) =>
        source === document && node && keySpan.start >= node.start && keySpan.start < node.end,
    )
    .map(({ key, keySpan, value }) => ({
      name: key,
      keySpan,
      start: keySpan.start,
      end: value.source === document ? Math.max(value.end, keySpan.end) : keySpan.end,
    }))
    .sort((a, b) => a.start - b.start);
}

/** The items of a list of texts. */
export function itemParts(node: Node | undefined, document: ComposeDocument): readonly OrderPart[] {
  if (node?.kind !== "list" || node.source !== document) return [];
  return node.items.map((item) => ({
    name: item.kind === "scalar" ? item.text : "",
    keySpan: item,
    start: item.start,
    end: item.end,
  }));
}
