// The values of a Compose file as a tree with places: aliases and merge keys are followed,
// every node knows the text it stands in. It knows nothing of Compose's keys.
import type { Span } from "../../text.ts";
import type { Source } from "./source.ts";

export type Scalar = string | number | boolean | null;

interface NodeBase extends Span {
  /** The text that `start` and `end` speak of. */
  readonly source: Source;
  /** Compose's own tags: the value replaces the one below, or removes it. */
  readonly tag?: "reset" | "override" | undefined;
  /** Nodes in the tree below, aliases counted as often as they are used. */
  readonly size: number;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly value: Scalar;
  /** The text after unescaping and folding. */
  readonly text: string;
  readonly style: "plain" | "quoted" | "block";
  /** YAML 1.1 reads it as a date, which Compose refuses. */
  readonly date?: boolean;
  /** It holds a variable whose value is not known; `text` is a guess. */
  readonly uncertain?: boolean;
  /** Variables without a value, for which Compose puts in nothing. */
  readonly unset?: readonly string[];
  /** As it stood before variables were put in. */
  readonly raw?: ScalarNode;
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  /** That of the key; it differs from the value's after a merge of files only. */
  readonly source: Source;
  readonly value: Node;
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  /** What stands in it besides: the first of doubled keys, and `<<` itself. */
  readonly besides?: readonly Entry[];
}

export interface ListNode extends NodeBase {
  readonly kind: "list";
  readonly items: readonly Node[];
}

export type Node = ScalarNode | MapNode | ListNode;

/** The name of an anchor (`&name`), or of an alias of it (`*name`). */
export interface Mark extends Span {
  readonly source: Source;
  readonly name: string;
  readonly declares: boolean;
  /** What it names, if that can be told. */
  readonly value: Node | undefined;
}

/** What a stretch of text was read into, in the order in which it stands there. */
export interface Reading {
  readonly parts: readonly (Node | Entry)[];
  readonly marks: readonly Mark[];
}

/** The value under a path of keys; list items by number. */
export function at(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): Node | undefined {
  let current = node;
  // Asked hundreds of times at each key, and an iterator would be garbage each time.
  for (let index = 0; index < path.length; index++) {
    const step = path[index];
    if (current?.kind === "map") current = current.entries.get(String(step))?.value;
    else if (current?.kind === "list") current = current.items[Number(step)];
    else return undefined;
  }
  return current;
}

export function mapAt(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): MapNode | undefined {
  const found = at(node, ...path);
  return found?.kind === "map" ? found : undefined;
}

export function listAt(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): ListNode | undefined {
  const found = at(node, ...path);
  return found?.kind === "list" ? found : undefined;
}

export function scalarAt(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): ScalarNode | undefined {
  const found = at(node, ...path);
  return found?.kind === "scalar" ? found : undefined;
}

/** The text of a scalar that is not null, also of numbers and booleans. */
export function textAt(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): string | undefined {
  const found = scalarAt(node, ...path);
  return found && found.value !== null ? found.text : undefined;
}

export function entriesAt(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): readonly Entry[] {
  const found = mapAt(node, ...path);
  return found ? [...found.entries.values()] : [];
}

/** The entries that are written in a mapping itself, not those that an alias brings. */
export function ownEntries(node: Node | undefined): readonly Entry[] {
  if (node?.kind !== "map") return [];
  const { entries, besides = [], start, end, source } = node;
  return [...entries.values(), ...besides].filter(
    (one) => one.source === source && one.keySpan.start >= start && one.keySpan.end <= end,
  );
}

/** The items of a list, or the one scalar that stands for a list of one. */
export function itemsAt(
  node: Node | undefined,
  ...path: readonly (string | number)[]
): readonly Node[] {
  const found = at(node, ...path);
  if (found?.kind === "list") return found.items;
  return found?.kind === "scalar" && found.value !== null ? [found] : [];
}

export function isNull(node: Node | undefined): boolean {
  return node?.kind === "scalar" && node.value === null;
}

/** The same map with other entries. */
export function withEntries(node: MapNode, entries: ReadonlyMap<string, Entry>): MapNode {
  return { ...node, entries };
}

/** The same mapping with other entries of the same keys; the very same where none differs. */
export function withParts(node: MapNode, change: (entry: Entry) => Entry): MapNode {
  let entries: Map<string, Entry> | undefined;
  node.entries.forEach((entry, key) => {
    const changed = change(entry);
    if (changed === entry) return;
    entries ??= new Map(node.entries);
    entries.set(key, changed);
  });
  return entries ? { ...node, entries } : node;
}

/** The same with other values. */
export function withValues(node: MapNode, change: (value: Node, key: string) => Node): MapNode {
  return withParts(node, (entry) => {
    const value = change(entry.value, entry.key);
    return value === entry.value ? entry : { ...entry, value };
  });
}

/** What YAML calls a value's kind. */
export function kindOf(
  node: Node,
): "map" | "list" | "string" | "number" | "boolean" | "null" | "date" {
  if (node.kind !== "scalar") return node.kind;
  if (node.date) return "date";
  if (node.value === null) return "null";
  return typeof node.value as "string" | "number" | "boolean";
}
