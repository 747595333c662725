// The key or value at an offset, with its path.
import { type Span, touches } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { type Node, ownEntries } from "../yaml/tree.ts";
import type { Path } from "./climb.ts";

export interface Located {
  readonly path: Path;
  /** The offset is on the key rather than its value. */
  readonly isKey: boolean;
  readonly span: Span;
  /** The scalar's text. */
  readonly text: string;
}

/** What an offset touches; undefined between keys and values. */
export function locate({ documents }: ComposeDocument, offset: number): Located | undefined {
  for (const root of documents) {
    const found = descend(root, offset, []);
    if (found) return found;
  }
  return undefined;
}

function descend(node: Node, offset: number, path: Path): Located | undefined {
  if (!touches(node, offset)) return undefined;
  const { start, end } = node;
  if (node.kind === "scalar") return { path, isKey: false, span: { start, end }, text: node.text };
  if (node.kind === "list") {
    const index = node.items.findIndex((item) => touches(item, offset));
    const item = node.items[index];
    return item && descend(item, offset, [...path, index]);
  }
  for (const { key, keySpan, value } of ownEntries(node)) {
    const inside = [...path, key];
    if (touches(keySpan, offset)) return { path: inside, isKey: true, span: keySpan, text: key };
    if (value.source === node.source && touches(value, offset))
      return descend(value, offset, inside);
  }
  return undefined;
}
