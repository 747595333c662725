// Why a container would have to be made anew: what its service's definition says now, line by line,
// against what the container was made with. Pure; what scaling and building alone change is no drift.
import type { Raw } from "../definition.ts";
import { environment, exposed, labels, networks, ports } from "./collections.ts";
import type { Collection, DriftFacts, Entries } from "./facts.ts";
import { fields } from "./fields.ts";
import { mounts } from "./mounts.ts";

/** One difference. An empty side: there is nothing. */
export interface Difference {
  /** The key of the Compose file, with the entry in it: `environment.DEBUG`. */
  readonly key: string;
  readonly file: string;
  readonly container: string;
}

const collections: readonly Collection[] = [environment, ports, exposed, mounts, networks, labels];

/** The differences, in the order in which people read a service: image, command, environment … */
export function driftOf(facts: DriftFacts): Difference[] {
  const simple = fields.flatMap(({ key, file, container }): Difference[] => {
    const wanted = file(facts);
    const is = container(facts);
    return wanted === undefined || wanted === is ? [] : [{ key, file: wanted, container: is }];
  });
  return [...imageDrift(facts), ...simple, ...collections.flatMap((one) => entryDrift(one, facts))];
}

/** Both sides as texts to be compared side by side: only what differs differs in them. */
export function sidesOf(facts: DriftFacts): { readonly file: string; readonly container: string } {
  const image = imageDrift(facts)[0];
  const name = `${facts.service.image} (${short(String(facts.container.Image ?? ""))})`;
  const simple = fields.flatMap(({ key, file, container }) => {
    const wanted = file(facts);
    return wanted === undefined ? [] : [{ key, file: wanted, container: container(facts) }];
  });
  const side = (which: "file" | "container") =>
    [
      `image: ${image?.[which] ?? name}`,
      ...simple.flatMap((one) => (one[which] ? [`${one.key}: ${one[which]}`] : [])),
      ...collections.flatMap((one) => entryLines(one.key, one[which](facts))),
      "",
    ].join("\n");
  return { file: side("file"), container: side("container") };
}

function entryLines(key: string, entries: Entries): string[] {
  if (entries.size === 0) return [];
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return [`${key}:`, ...sorted.map(([name, value]) => `  ${name}: ${value}`)];
}

function entryDrift({ key, file, container }: Collection, facts: DriftFacts): Difference[] {
  const wanted = file(facts);
  const is = container(facts);
  const names = [...new Set([...wanted.keys(), ...is.keys()])].sort();
  return names.flatMap((name) => {
    const [now, then] = [wanted.get(name), is.get(name)];
    if (now === then) return [];
    return [{ key: `${key}.${name}`, file: now ?? "", container: then ?? "" }];
  });
}

const short = (id: string) => id.replace(/^sha256:/, "").slice(0, 12);

/** Podman gives every name in full. */
const shortName = (name: string) =>
  name.replace(/^(docker\.io\/(library\/)?|localhost\/)/, "").replace(/:latest$/, "");

function imageDrift({ service, container, imageNow }: DriftFacts): Difference[] {
  const config = container.Config as Raw | undefined;
  const made = String(container.Image ?? "");
  const name = String(config?.Image ?? "");
  // An id stands there when the tag has moved meanwhile.
  const renamed =
    shortName(name) !== shortName(service.image) && !/^(sha256:)?[0-9a-f]{12,64}$/.test(name);
  const moved = imageNow !== "" && imageNow !== made;
  if (!renamed && !moved) return [];
  const now = imageNow ? `${service.image} (${short(imageNow)})` : service.image;
  return [{ key: "image", file: now, container: `${name} (${short(made)})` }];
}
