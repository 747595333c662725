// A project as its files define it, after merging, variables, `extends` and `include`. Knows neither
// who reads the files nor what runs.
import type { Dependency } from "./labels.ts";

/** Values of YAML: nothing in them is sure to be there. */
export type Raw = Readonly<Record<string, unknown>>;

/** Where something stands in a file; lines count from 0. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

export interface ServiceDefinition {
  readonly name: string;
  readonly profiles: readonly string[];
  /** False: its profiles are not switched on, so `up` leaves it out. */
  readonly enabled: boolean;
  readonly replicas: number;
  /** The image by which its containers are made, also when it is built. */
  readonly image: string;
  readonly dependencies: readonly Dependency[];
  /** The effective configuration as it stands in YAML, long and short forms mixed. */
  readonly config: Raw;
  readonly place?: Place;
}

export interface Definition {
  readonly name: string;
  /** Paths of the files in the order in which Compose lays them over each other. */
  readonly files: readonly string[];
  readonly folder: string;
  /** All profiles that services bear. */
  readonly profiles: readonly string[];
  /** Every file that was read for it. */
  readonly sources: readonly string[];
  readonly services: readonly ServiceDefinition[];
  readonly networks: Raw;
  readonly volumes: Raw;
  /** With the path of the `file` that they hold, if it is one. */
  readonly secrets?: Raw;
  readonly configs?: Raw;
  /** Why the files cannot be read to their end; empty when they can. */
  readonly fault: string;
}

/** A value as a map; empty when it is none. */
export const mapOf = (value: unknown): Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};

/** A value as a list of texts; a single text is a list of one. */
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.filter((one) => one !== null && typeof one !== "object").map(String)
    : typeof value === "string"
      ? [value]
      : [];

/** The services that a service names in `depends_on`, `links`, `volumes_from` and the `service:` modes. */
export function dependenciesOf(config: Raw): Dependency[] {
  const waits = Array.isArray(config.depends_on)
    ? textsOf(config.depends_on).map((service) => dependency(service))
    : Object.entries(mapOf(config.depends_on)).map(([service, how]) =>
        dependency(service, mapOf(how).condition),
      );
  const all = [
    ...waits,
    ...textsOf(config.links).map((link) => dependency(link.split(":")[0])),
    ...textsOf(config.volumes_from)
      .filter((from) => !from.startsWith("container:"))
      .map((from) => dependency(from.split(":")[0])),
    ...["network_mode", "ipc", "pid", "uts"].map((mode) =>
      dependency(/^service:(.+)$/.exec(String(config[mode] ?? ""))?.[1]),
    ),
  ];
  const named = all.filter(({ service }) => service);
  return named.filter(
    (one, at) => named.findIndex(({ service }) => service === one.service) === at,
  );
}

const dependency = (service = "", condition: unknown = "service_started"): Dependency => ({
  service,
  condition: String(condition),
});

/** How many containers the service shall have. */
export function replicasOf(config: Raw): number {
  const wish = config.scale ?? mapOf(config.deploy).replicas ?? 1;
  const count = Number(wish);
  return Number.isInteger(count) && count >= 0 ? count : 1;
}
