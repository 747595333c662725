// The plain objects of the live model, and how they are made from the engine's lists. Knows no request.
import { imageId, stateWord } from "../dialect.ts";
import { list, number, type Raw, record, stringRecord, text, texts } from "../raw.ts";
import { familiar } from "../references.ts";

export type ContainerState =
  | "created"
  | "running"
  | "paused"
  | "restarting"
  | "removing"
  | "exited"
  | "dead";
export type Health = "starting" | "healthy" | "unhealthy";

export interface Port {
  /** Port inside the container. */
  readonly container: number;
  /** Published port on the engine's host, if any. */
  readonly host?: number;
  readonly ip?: string;
  readonly protocol: string;
}

export interface Mount {
  readonly type: string;
  /** The volume's name, for volumes. */
  readonly name?: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly networkId: string;
  readonly ip: string;
}

export interface Container {
  readonly kind: "container";
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  /** As it was asked for at creation; an id when its tag has moved. */
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly state: ContainerState;
  /** The engine's words (“Up 3 minutes”); it ages, and is no reason for a change. */
  readonly status: string;
  readonly health: Health | undefined;
  /** Of the last run, when it has ended. */
  readonly exitCode: number | undefined;
  readonly ports: readonly Port[];
  readonly mounts: readonly Mount[];
  readonly networks: readonly Attachment[];
  readonly labels: Readonly<Record<string, string>>;
  /** Compose's project and service, from the labels. */
  readonly project: string | undefined;
  readonly service: string | undefined;
}

export interface Image {
  readonly kind: "image";
  readonly id: string;
  /** `repository:tag`, sorted; empty for a dangling image. */
  readonly tags: readonly string[];
  readonly digests: readonly string[];
  /** Bytes. */
  readonly size: number;
  readonly created: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly dangling: boolean;
}

export interface Volume {
  readonly kind: "volume";
  /** A volume's id is its name. */
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly mountpoint: string;
  readonly scope: string;
  readonly created: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

export interface Network {
  readonly kind: "network";
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly scope: string;
  readonly internal: boolean;
  readonly attachable: boolean;
  readonly ipv6: boolean;
  readonly subnets: readonly { readonly subnet: string; readonly gateway: string }[];
  readonly created: number;
  readonly labels: Readonly<Record<string, string>>;
  /** bridge, host, none: made by the engine, not removable. */
  readonly builtIn: boolean;
}

export interface ObjectOf {
  container: Container;
  image: Image;
  volume: Volume;
  network: Network;
}
export type Kind = keyof ObjectOf;
export type EngineObject = ObjectOf[Kind];

/** A container from an element of `GET /containers/json`. */
export function toContainer(raw: Raw): Container {
  const labels = stringRecord(raw.Labels);
  const status = text(raw.Status);
  const exit = /^Exited \((-?\d+)\)/.exec(status)?.[1];
  return {
    kind: "container",
    id: text(raw.Id),
    name: mainName(texts(raw.Names)),
    image: familiar(text(raw.Image)),
    imageId: imageId(text(raw.ImageID)),
    command: text(raw.Command),
    created: time(raw.Created),
    state: stateOf(text(raw.State)),
    status,
    health: healthOf(status),
    exitCode: exit === undefined ? undefined : Number(exit),
    ports: list(raw.Ports).map(toPort).sort(byPort),
    mounts: list(raw.Mounts).map(toMount),
    networks: attachments(record(record(raw.NetworkSettings).Networks)),
    labels,
    project: labels["com.docker.compose.project"],
    service: labels["com.docker.compose.service"],
  };
}

// A linked container bears further names (/other/alias); its own is the one without a second slash.
function mainName(names: string[]): string {
  const own = names.find((name) => name.lastIndexOf("/") <= 0) ?? names[0] ?? "";
  return own.replace(/^\//, "");
}

const states = [
  "created",
  "running",
  "paused",
  "restarting",
  "removing",
  "exited",
  "dead",
] as const;

function stateOf(state: string): ContainerState {
  const word = stateWord(state);
  return states.find((one) => one === word) ?? "exited";
}

function healthOf(status: string): Health | undefined {
  const word = /\((?:health: )?(starting|healthy|unhealthy)\)/.exec(status)?.[1];
  return word as Health | undefined;
}

function toPort(raw: Raw): Port {
  return {
    container: number(raw.PrivatePort),
    ...(number(raw.PublicPort) > 0 ? { host: number(raw.PublicPort) } : {}),
    ...(text(raw.IP) ? { ip: text(raw.IP) } : {}),
    protocol: text(raw.Type) || "tcp",
  };
}

// Engines give ports in any order; a change of the order alone is none.
const byPort = (a: Port, b: Port) =>
  a.container - b.container ||
  (a.host ?? 0) - (b.host ?? 0) ||
  `${a.protocol}${a.ip ?? ""}`.localeCompare(`${b.protocol}${b.ip ?? ""}`, "en");

function toMount(raw: Raw): Mount {
  return {
    type: text(raw.Type),
    ...(text(raw.Name) ? { name: text(raw.Name) } : {}),
    source: text(raw.Source),
    target: text(raw.Destination),
    readOnly: raw.RW === false,
  };
}

/** The networks of a container, as lists and inspects name them. */
export function attachments(networks: Raw): Attachment[] {
  return Object.entries(networks)
    .map(([name, settings]) => ({
      name,
      networkId: text(record(settings).NetworkID),
      ip: text(record(settings).IPAddress) || text(record(settings).GlobalIPv6Address),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

// Seconds (lists) or an ISO time (inspect); milliseconds out.
function time(value: unknown): number {
  if (typeof value === "number") return value * 1000;
  const parsed = Date.parse(text(value));
  return Number.isNaN(parsed) ? 0 : parsed;
}

/** An image from an element of `GET /images/json`. */
export function toImage(raw: Raw): Image {
  const tags = texts(raw.RepoTags)
    .filter((tag) => tag !== "<none>:<none>")
    .map(familiar)
    .sort();
  return {
    kind: "image",
    id: imageId(text(raw.Id)),
    tags,
    digests: texts(raw.RepoDigests)
      .filter((digest) => !digest.startsWith("<none>"))
      .sort(),
    size: number(raw.Size) || number(raw.VirtualSize),
    created: time(raw.Created),
    labels: stringRecord(raw.Labels),
    dangling: tags.length === 0,
  };
}

/** A volume from an element of `GET /volumes`. */
export function toVolume(raw: Raw): Volume {
  return {
    kind: "volume",
    id: text(raw.Name),
    name: text(raw.Name),
    driver: text(raw.Driver),
    mountpoint: text(raw.Mountpoint),
    scope: text(raw.Scope),
    created: time(raw.CreatedAt),
    labels: stringRecord(raw.Labels),
    options: stringRecord(raw.Options),
  };
}

const builtInNetworks = new Set(["bridge", "host", "none", "podman", "nat"]);

/** A network from an element of `GET /networks`. */
export function toNetwork(raw: Raw): Network {
  return {
    kind: "network",
    id: text(raw.Id),
    name: text(raw.Name),
    driver: text(raw.Driver),
    scope: text(raw.Scope),
    internal: raw.Internal === true,
    attachable: raw.Attachable === true,
    ipv6: raw.EnableIPv6 === true,
    subnets: list(record(raw.IPAM).Config).map((config) => ({
      subnet: text(config.Subnet),
      gateway: text(config.Gateway),
    })),
    created: time(raw.Created),
    labels: stringRecord(raw.Labels),
    builtIn: builtInNetworks.has(text(raw.Name)),
  };
}
