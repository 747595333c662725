// Lists whose entries replace each other: of two that mean the same thing the later one counts,
// at the place of the earlier one.
import { type KeyTree, keyTree, stepInto } from "../cast.ts";
import { type Node, textAt } from "../yaml/tree.ts";
import { mapOf } from "./nodes.ts";

type Identity = (item: Node) => string | undefined;

const whole: Identity = (item) => (item.kind === "scalar" ? item.text : undefined);
const key: Identity = (item) => whole(item)?.split("=")[0];
const target: Identity = (item) => textAt(item, "target");
const mounted: Identity = (item) => textAt(item, "target") ?? textAt(item, "source");
const port: Identity = (item) =>
  item.kind === "map"
    ? ["host_ip", "published", "target", "protocol"].map((one) => textAt(item, one)).join(" ")
    : undefined;

const identities: KeyTree<Identity> = keyTree<Identity>({
  ...Object.fromEntries(
    [
      "cap_add",
      "cap_drop",
      "dns",
      "dns_opt",
      "dns_search",
      "expose",
      "links",
      "networks.*.aliases",
      "networks.*.link_local_ips",
      "profiles",
      "build.tags",
      "build.platforms",
      "tmpfs",
    ].map((path) => [path, key]),
  ),
  volumes: target,
  devices: target,
  configs: mounted,
  secrets: mounted,
  ports: port,
});

/** A service in its long form without what is overridden. */
export function withoutDoubles(node: Node, tree: KeyTree<Identity> | undefined = identities): Node {
  if (!tree || node.kind === "scalar") return node;
  if (node.kind === "list")
    return tree.leaf ? { ...node, items: distinct(node.items, tree.leaf) } : node;
  return mapOf(
    node,
    [...node.entries.values()].map((one) => ({
      ...one,
      value: withoutDoubles(one.value, stepInto(tree, one.key)),
    })),
  );
}

function distinct(items: readonly Node[], identity: Identity): readonly Node[] {
  const kept: Node[] = [];
  const places = new Map<string, number>();
  for (const item of items) {
    const name = identity(item);
    const place = name === undefined ? undefined : places.get(name);
    if (place !== undefined) kept[place] = item;
    else {
      if (name !== undefined) places.set(name, kept.length);
      kept.push(item);
    }
  }
  return kept;
}
