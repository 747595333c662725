// Walks over the services of a project for the rules.

import { memoized } from "../memo.ts";
import {
  type Entry,
  entriesAt,
  itemsAt,
  type MapNode,
  type Node,
  type ScalarNode,
} from "../yaml/tree.ts";
import type { ComposeModel } from "./model.ts";

export interface Service {
  readonly name: string;
  readonly entry: Entry;
  readonly node: MapNode;
}

/** All services of the merged project, those whose profile is off, too. */
export function servicesOf({ root }: Pick<ComposeModel, "root">): readonly Service[] {
  return root ? servicesIn(root) : [];
}

/** A root is made anew for each version. */
const servicesIn = memoized((root: MapNode): readonly Service[] =>
  entriesAt(root, "services").flatMap((entry) =>
    entry.value.kind === "map" ? { name: entry.key, entry, node: entry.value } : [],
  ),
);

/** The items under a key of all services that stand in the document itself. */
export function ownItems(
  model: ComposeModel,
  ...path: readonly string[]
): readonly { readonly service: Service; readonly item: Node }[] {
  return servicesOf(model).flatMap((service) =>
    itemsAt(service.node, ...path)
      .filter(({ source }) => source === model.source)
      .map((item) => ({ service, item })),
  );
}

/** A scalar whose text is certain. */
export function certain(node: Node | undefined): ScalarNode | undefined {
  return node?.kind === "scalar" && node.value !== null && !node.uncertain ? node : undefined;
}

/** Another text for a scalar, in the quotes that it has. */
export function requoted({ source, start }: ScalarNode, text: string): string {
  const quote = source.text[start];
  return quote === '"' || quote === "'" ? quote + text + quote : text;
}
