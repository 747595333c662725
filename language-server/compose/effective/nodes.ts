// Makes nodes of the effective project: values that stand nowhere, with the place they come from.
import type { SourceSpan } from "../problem.ts";
import type { Entry, ListNode, MapNode, Node, Scalar, ScalarNode } from "../yaml/tree.ts";

const place = ({ source, start, end }: SourceSpan) => ({ source, start, end, size: 1 });

export function scalar(origin: SourceSpan, value: Scalar): ScalarNode {
  const text = value === null ? "" : String(value);
  return { ...place(origin), kind: "scalar", value, text, style: "quoted" };
}

export function list(origin: SourceSpan, items: readonly Node[]): ListNode {
  return { ...place(origin), kind: "list", items };
}

/** A mapping of values, scalars or nodes; what is undefined is left out. */
export function mapping(
  origin: SourceSpan,
  values: Readonly<Record<string, Node | Scalar | undefined>>,
): MapNode {
  const entries: Entry[] = [];
  for (const [key, value] of Object.entries(values))
    if (value !== undefined)
      entries.push(entry(origin, key, isNode(value) ? value : scalar(origin, value)));
  return mapOf(origin, entries);
}

export function mapOf(origin: SourceSpan, entries: readonly Entry[]): MapNode {
  return { ...place(origin), kind: "map", entries: new Map(entries.map((one) => [one.key, one])) };
}

/** An entry whose key stands where `origin` does. */
export function entry(origin: SourceSpan, key: string, value: Node): Entry {
  return { key, keySpan: origin, source: origin.source, value };
}

function isNode(value: Node | Scalar): value is Node {
  return typeof value === "object" && value !== null;
}

/** The map with one more value, or with another one under a key it has. */
export function withValue(node: MapNode, key: string, value: Node): MapNode {
  const known = node.entries.get(key);
  const entries = new Map(node.entries);
  entries.set(key, known ? { ...known, value } : entry(value, key, value));
  return { ...node, entries };
}

export function without(node: MapNode, ...keys: readonly string[]): MapNode {
  const entries = new Map([...node.entries].filter(([key]) => !keys.includes(key)));
  return { ...node, entries };
}
