// Lays one file's tree over another by Compose's rules: mappings join, lists append, and some
// keys have rules of their own. Every node keeps the place where it was written.
import { t } from "../../l10n.ts";
import { type KeyTree, keyTree, stepInto } from "../cast.ts";
import type { Complain } from "../problem.ts";
import { neededKeys } from "../schema/schema.ts";
import {
  type Entry,
  isNull,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
} from "../yaml/tree.ts";

/** keyed: lists of `KEY=value` are mappings, too. named, awaited: lists of names are mappings, too. */
type Way = "replace" | "keyed" | "named" | "awaited" | "sequence" | "logging" | "build" | "ulimit";

const service = (keys: string, way: Way): [string, Way][] =>
  keys.split(" ").map((key) => [`services.*.${key}`, way]);

const ways: KeyTree<Way> = keyTree(
  Object.fromEntries<Way>([
    ["networks.*.labels", "keyed"],
    ["volumes.*.labels", "keyed"],
    ...service("command entrypoint healthcheck.test", "replace"),
    ...service(
      "annotations build.args build.additional_contexts build.labels deploy.labels environment labels sysctls extra_hosts build.extra_hosts",
      "keyed",
    ),
    ...service("networks models", "named"),
    ...service("depends_on", "awaited"),
    ...service("dns dns_opt dns_search env_file label_file tmpfs", "sequence"),
    ...service("logging", "logging"),
    ...service("build", "build"),
    ...service("ulimits.*", "ulimit"),
  ]),
);

/** The tree `over` laid on `base`; `path` says where both stand, for merging single services. */
export function mergeTrees(
  base: Node,
  over: Node,
  complain: Complain,
  path: readonly string[] = [],
): Node {
  let tree: KeyTree<Way> | undefined = ways;
  for (const key of path) tree = stepInto(tree, key);
  return merge(base, over, tree, complain);
}

/** Takes out what `!reset` marks and what nothing is laid over. */
export function withoutResets(node: Node): Node {
  if (node.kind === "scalar") return node;
  if (node.kind === "list") {
    const items = node.items.filter(({ tag }) => tag !== "reset").map(withoutResets);
    return items.every((item, index) => item === node.items[index]) &&
      items.length === node.items.length
      ? node
      : { ...node, items };
  }
  let changed = false;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of node.entries) {
    const value = entry.value.tag === "reset" ? undefined : withoutResets(entry.value);
    changed ||= value !== entry.value;
    if (value) entries.set(key, value === entry.value ? entry : { ...entry, value });
  }
  return changed ? { ...node, entries } : node;
}

/**
 * The tree as it is judged over the one below: without empty values that say nothing, as that one
 * gives the value, and with the keys that a mapping needs where that one has them.
 */
export function judgedOver(
  over: Node,
  base: Node | undefined,
  tree: KeyTree<Way> | undefined = ways,
): Node {
  const lower = base?.kind === "list" && tree?.leaf === "awaited" ? started(base) : base;
  if (over.kind !== "map" || lower?.kind !== "map" || over.tag === "override") return over;
  const entries = new Map(over.entries);
  for (const [key, { value }] of lower.entries) {
    const entry = over.entries.get(key);
    const way = stepInto(tree, key);
    if (!entry || isNull(value) || way?.leaf === "replace") continue;
    const judged = judgedOver(entry.value, value, way);
    // Compose looks at the services of each file.
    if (isNull(judged) && !(tree === ways && key === "services")) entries.delete(key);
    else if (judged !== entry.value) entries.set(key, { ...entry, value: judged });
  }
  addNeeded(entries, over, lower);
  return isSame(entries, over.entries) ? over : { ...over, entries };
}

function isSame(some: ReadonlyMap<string, Entry>, others: ReadonlyMap<string, Entry>): boolean {
  return some.size === others.size && [...others].every(([key, entry]) => some.get(key) === entry);
}

/** The keys of the one below that some mapping cannot do without. */
function addNeeded(entries: Map<string, Entry>, over: MapNode, lower: MapNode): void {
  for (const key of neededKeys) {
    const entry = over.entries.has(key) ? undefined : lower.entries.get(key);
    if (entry) entries.set(key, { ...entry, value: given(entry) });
  }
}

/** A value that somebody else has judged. */
function given({ value: { source, start, end } }: Entry): ScalarNode {
  return { ...nothing, source, start, end, uncertain: true };
}

const nothing = { kind: "scalar", value: null, text: "", style: "plain", size: 1 } as const;

/** A name in `depends_on` alone has a condition, too. */
function started(list: ListNode): Node {
  const names = named(list);
  if (names.kind !== "map") return names;
  const entries = [...names.entries.values()].map((entry) => {
    const condition = { ...entry, key: "condition", value: given(entry) };
    return { ...entry, value: asMap(entry.value, [condition]) };
  });
  return asMap(list, entries);
}

function merge(base: Node, over: Node, tree: KeyTree<Way> | undefined, complain: Complain): Node {
  if (over.tag === "override" || tree?.leaf === "replace") return over;
  if (isNull(over)) return base;
  if (base.kind === "scalar" && base.value === null) return over;
  switch (tree?.leaf) {
    case "keyed":
      return maps(keyed(base), keyed(over), undefined, complain);
    case "named":
    case "awaited":
      return base.kind === "list" && over.kind === "list"
        ? append(base, withoutKnown(over, base))
        : maps(named(base), named(over), tree, complain);
    case "sequence":
      return append(sequence(base), sequence(over));
    case "logging":
      return driver(base) && driver(over) && driver(base) !== driver(over)
        ? over
        : plain(base, over, tree, complain);
    case "build":
      return plain(buildMap(base), buildMap(over), tree, complain);
    case "ulimit":
      return base.kind === "map" && over.kind === "map" ? plain(base, over, tree, complain) : over;
    default:
      return plain(base, over, tree, complain);
  }
}

function plain(base: Node, over: Node, tree: KeyTree<Way> | undefined, complain: Complain): Node {
  if (base.kind === "map" && over.kind === "map") return maps(base, over, tree, complain);
  if (base.kind === "list" && over.kind === "list") return append(base, over);
  if (base.kind !== "scalar" && base.kind !== over.kind)
    complain(
      "OverrideKind",
      over,
      base.kind === "map"
        ? t("This must be a mapping, as it is in the base file.")
        : t("This must be a list, as it is in the base file."),
    );
  return over;
}

function maps(base: Node, over: Node, tree: KeyTree<Way> | undefined, complain: Complain): Node {
  if (base.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const below = entries.get(key);
    if (entry.value.tag === "reset") entries.delete(key);
    else if (!below || key.startsWith("x-")) entries.set(key, entry);
    else
      entries.set(key, {
        ...entry,
        value: merge(below.value, entry.value, stepInto(tree, key), complain),
      });
  }
  return { ...over, tag: base.tag, entries };
}

function append(base: Node, over: Node): Node {
  if (base.kind !== "list" || over.kind !== "list") return over;
  return { ...over, tag: base.tag, items: [...base.items, ...over.items] };
}

/** The names of a list that are not in the one below. */
function withoutKnown(over: ListNode, base: ListNode): ListNode {
  const known = new Set(base.items.map((item) => item.kind === "scalar" && item.text));
  const items = over.items.filter((item) => item.kind !== "scalar" || !known.has(item.text));
  return { ...over, items };
}

function driver(node: Node): string | undefined {
  const value = node.kind === "map" ? node.entries.get("driver")?.value : undefined;
  return value?.kind === "scalar" ? value.text : undefined;
}

function sequence(node: Node): Node {
  return node.kind === "scalar"
    ? ({ ...node, kind: "list", items: [node] } satisfies ListNode)
    : node;
}

function buildMap(node: Node): Node {
  if (node.kind !== "scalar") return node;
  return asMap(node, [{ key: "context", keySpan: node, source: node.source, value: node }]);
}

function asMap({ source, start, end, size, tag }: Node, entries: readonly Entry[]): MapNode {
  return {
    kind: "map",
    source,
    start,
    end,
    size,
    tag,
    entries: new Map(entries.map((entry) => [entry.key, entry])),
  };
}

/** `- KEY=value` as `KEY: value`; other kinds as they are. */
export function keyed(node: Node): Node {
  if (node.kind !== "list") return node;
  return asMap(
    node,
    node.items.flatMap((item) => (item.kind === "scalar" ? [keyedEntry(item)] : [])),
  );
}

function keyedEntry(item: ScalarNode): Entry {
  const equals = item.text.indexOf("=");
  const key = equals < 0 ? item.text : item.text.slice(0, equals);
  const text = equals < 0 ? "" : item.text.slice(equals + 1);
  return {
    key,
    keySpan: item,
    source: item.source,
    value: { ...item, text, value: equals < 0 ? null : text },
  };
}

/** `- name` as `name:`; other kinds as they are. */
export function named(node: Node): Node {
  if (node.kind !== "list") return node;
  const entries = node.items.flatMap((item) =>
    item.kind === "scalar"
      ? [
          {
            key: item.text,
            keySpan: item,
            source: item.source,
            value: { ...item, text: "", value: null } satisfies ScalarNode,
          },
        ]
      : [],
  );
  return asMap(node, entries);
}
