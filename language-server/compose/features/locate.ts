// The key or value at an offset, with its path, from the YAML nodes.
import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import type { Path } from "./climb.ts";

export interface Located {
  readonly path: Path;
  /** The offset is on the key rather than its value. */
  readonly isKey: boolean;
  readonly span: Span;
  /** The scalar's text. */
  readonly text: string;
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null;
}

/** What an offset touches; undefined between keys and values. */
export function locate(document: ComposeDocument, offset: number): Located | undefined {
  for (const { contents } of document.yaml) {
    const found = descend(contents, offset, []);
    if (found) return found;
  }
  return undefined;
}

function touches(node: unknown, offset: number): boolean {
  const [start = 0, end = -1] = (node as Ranged | null)?.range ?? [];
  return start <= offset && offset <= end;
}

function descend(node: unknown, offset: number, path: Path): Located | undefined {
  if (isMap(node)) return inMap(node, offset, path);
  if (isSeq(node)) {
    const index = node.items.findIndex((item) => touches(item, offset));
    return index < 0 ? undefined : descend(node.items[index], offset, [...path, index]);
  }
  return isScalar(node) && touches(node, offset) ? leaf(node, path, false) : undefined;
}

function inMap({ items }: YAMLMap, offset: number, path: Path): Located | undefined {
  for (const { key, value } of items) {
    const name = isScalar(key) ? String(key.value ?? "") : "";
    const inside = [...path, name];
    if (isScalar(key) && touches(key, offset)) return leaf(key, inside, true);
    if (touches(value, offset)) return descend(value, offset, inside);
  }
  return undefined;
}

function leaf(node: { value: unknown } & Ranged, path: Path, isKey: boolean): Located {
  const [start = 0, end = 0] = node.range ?? [];
  return { path, isKey, span: { start, end }, text: String(node.value ?? "") };
}
