// Lays one file's tree over another by Compose's rules: mappings join, lists append, and some
// keys have rules of their own. Every node keeps the place where it was written.
import { t } from "../../l10n.ts";
import { type KeyTree, keyTree, stepInto } from "../cast.ts";
import type { Complain } from "../problem.ts";
import {
  type Entry,
  isNull,
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
} from "../yaml/tree.ts";

/** keyed: lists of `KEY=value` are mappings, too. named: lists of names are mappings, too. */
type Way = "replace" | "keyed" | "named" | "sequence" | "logging" | "build" | "ulimit";

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
    ...service("depends_on networks models", "named"),
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

/** The tree without empty values that say nothing, as the one below gives the value. */
export function withoutEmpty(
  over: Node,
  base: Node | undefined,
  tree: KeyTree<Way> | undefined = ways,
): Node {
  if (over.kind !== "map" || base?.kind !== "map") return over;
  const entries = new Map(over.entries);
  for (const [key, entry] of over.entries) {
    const below = base.entries.get(key)?.value;
    const way = stepInto(tree, key);
    if (!below || isNull(below) || way?.leaf === "replace") continue;
    const value = withoutEmpty(entry.value, below, way);
    if (value !== entry.value) entries.set(key, { ...entry, value });
    // Compose looks at the services of each file.
    else if (isNull(value) && !(tree === ways && key === "services")) entries.delete(key);
  }
  const same = [...over.entries].every(([key, entry]) => entries.get(key) === entry);
  return same ? over : { ...over, entries };
}

function merge(base: Node, over: Node, tree: KeyTree<Way> | undefined, complain: Complain): Node {
  if (over.tag === "override" || tree?.leaf === "replace") return over;
  if (isNull(over)) return base;
  if (base.kind === "scalar" && base.value === null) return over;
  switch (tree?.leaf) {
    case "keyed":
      return maps(keyed(base), keyed(over), undefined, complain);
    case "named":
      return base.kind === "list" && over.kind === "list"
        ? append(base, over)
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
        ? t("This must be a mapping, as it is in the file below.")
        : t("This must be a list, as it is in the file below."),
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
