// The services of a project, as checks and rules walk over them, and what was worked out of each. A large
// project is walked over many times at each key, so what is asked of all its services is kept with them.

import { memoized } from "../memo.ts";
import type { Source } from "../yaml/source.ts";
import {
  at,
  type Entry,
  entriesAt,
  itemsAt,
  type MapNode,
  type Node,
  type ScalarNode,
} from "../yaml/tree.ts";

export interface Service {
  readonly name: string;
  readonly entry: Entry;
  readonly node: MapNode;
  /** What {@link serviceFact} keeps. */
  readonly facts: unknown[];
}

/** All services of the merged project, those whose profile is off, too. */
export function servicesOf({ root }: { readonly root: MapNode | undefined }): readonly Service[] {
  return root ? servicesIn(root) : [];
}

/** A root is made anew for each version. */
const servicesIn = memoized((root: MapNode): readonly Service[] =>
  entriesAt(root, "services").flatMap((entry) =>
    entry.value.kind === "map" ? serviceOf(entry, entry.value) : [],
  ),
);

const known = new WeakMap<MapNode, Service>();

function serviceOf(entry: Entry, node: MapNode): Service {
  const last = known.get(node);
  if (last?.entry === entry) return last;
  const service = { name: entry.key, entry, node, facts: last?.facts ?? [] };
  known.set(node, service);
  return service;
}

let slots = 0;

/**
 * Something that is asked of every service, worked out once while its node is the same. As nodes move with
 * the text, it says nothing of places.
 */
export function serviceFact<Fact extends object | string | boolean>(
  make: (node: MapNode) => Fact,
): (service: Service) => Fact {
  const slot = slots++;
  return ({ node, facts }) => {
    const fact = (facts[slot] as Fact | undefined) ?? make(node);
    facts[slot] = fact;
    return fact;
  };
}

/** The items under a key of all services that stand in the document itself. */
export function ownItems(
  model: { readonly root: MapNode | undefined; readonly source: Source },
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

/** The text of a service's key, where it is certain. */
export function certainText(service: Node, ...path: string[]): string | undefined {
  return certain(at(service, ...path))?.text;
}

/** Another text for a scalar, in the quotes that it has. */
export function requoted({ source, start }: ScalarNode, text: string): string {
  const quote = source.text[start];
  return quote === '"' || quote === "'" ? quote + text + quote : text;
}
