// The keys of a service that hold many entries: each entry is compared for itself.
import { mapOf, type Raw, textsOf } from "../definition.ts";
import type { DriftFacts } from "./facts.ts";
import { at, text } from "./values.ts";

/** Values by entry: what one side of a collection says. */
export type Entries = ReadonlyMap<string, string>;

/** A key whose entries are compared one by one. */
export interface Collection {
  readonly key: string;
  file(facts: DriftFacts): Entries;
  container(facts: DriftFacts): Entries;
}

/** `NAME=value` lines as entries. */
function variables(list: unknown): Map<string, string> {
  return new Map(
    textsOf(list).map((line) => {
      const split = line.indexOf("=");
      return split < 0 ? [line, ""] : [line.slice(0, split), line.slice(split + 1)];
    }),
  );
}

/** A name whose value is nobody's business. */
export const isSecret = (name: string): boolean =>
  /TOKEN|SECRET|PASSW|KEY|CREDENTIAL|AUTH/i.test(name);

export const environment: Collection = {
  key: "environment",
  file({ service, imageConfig, container }) {
    const wanted = variables(imageConfig.Env);
    const is = variables(at(container, "Config.Env"));
    for (const [name, value] of Object.entries(mapOf(service.config.environment))) {
      // Taken from wherever Compose ran, or from a variable that is kept from whoever reads the
      // files: what the container has is as right as anything.
      const had = value === null || (value === "" && isSecret(name)) ? is.get(name) : undefined;
      if (had !== undefined) wanted.set(name, had);
      else if (value !== null) wanted.set(name, String(value));
    }
    return wanted;
  },
  container: ({ container }) => variables(at(container, "Config.Env")),
};

/** Compose's own notes, and those of Docker Desktop. */
const notes = /^(com\.docker\.compose\.|desktop\.docker\.io\/|io\.podman\.compose\.)/;

export const labels: Collection = {
  key: "labels",
  file({ service, imageConfig }) {
    const all = { ...mapOf(imageConfig.Labels), ...mapOf(service.config.labels) };
    return new Map(
      Object.entries(all)
        .filter(([name]) => !notes.test(name))
        .map(([name, value]) => [name, value === null ? "" : String(value)]),
    );
  },
  container: ({ container }) =>
    new Map(
      Object.entries(mapOf(at(container, "Config.Labels")))
        .filter(([name]) => !notes.test(name))
        .map(([name, value]) => [name, String(value)]),
    ),
};

function portEntries(all: readonly (readonly [target: string, host: string])[]): Entries {
  const byTarget = new Map<string, string[]>();
  for (const [target, host] of all) byTarget.set(target, [...(byTarget.get(target) ?? []), host]);
  return new Map(
    [...byTarget].map(([target, hosts]) => [target, [...new Set(hosts)].sort().join(", ")]),
  );
}

const hostText = (ip: unknown, port: unknown) =>
  [text(ip), text(port) || "*"].filter(Boolean).join(":");

export const ports: Collection = {
  key: "ports",
  file: ({ service }) =>
    portEntries(
      (Array.isArray(service.config.ports) ? service.config.ports : []).map((one) => {
        const { target, published, protocol, host_ip } = mapOf(one);
        return [`${target}/${protocol ?? "tcp"}`, hostText(host_ip, published)] as const;
      }),
    ),
  container: ({ container }) =>
    portEntries(
      Object.entries(mapOf(at(container, "HostConfig.PortBindings"))).flatMap(([target, hosts]) =>
        (Array.isArray(hosts) ? hosts : []).map(
          ({ HostIp, HostPort }: Raw) => [target, hostText(HostIp, HostPort)] as const,
        ),
      ),
    ),
};

/** A name as the engine knows it: the definition's own, or with the project in front. */
function realName(section: Raw, name: string, project: string): string {
  return text(mapOf(section[name]).name) || `${project}_${name}`;
}

const mountText = (type: string, source: string, readOnly: boolean) =>
  `${type}${source ? ` ${source}` : ""}${readOnly ? " (ro)" : ""}`;

function wantedMounts({ service: { config }, definition }: DriftFacts): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const one of Array.isArray(config.volumes) ? config.volumes : []) {
    const { type, source, target, read_only } = mapOf(one);
    const name = text(source);
    const real =
      type === "volume" && name ? realName(definition.volumes, name, definition.name) : name;
    wanted.set(text(target), mountText(text(type), real, read_only === true));
  }
  return wanted;
}

/** Where secrets and configs are put; Compose mounts or copies them, as it sees fit. */
function granted({ config }: DriftFacts["service"]): Set<string> {
  const places = (key: string, folder: string) =>
    (Array.isArray(config[key]) ? config[key] : []).map((one) => {
      const { source, target } = mapOf(one);
      const name = text(target) || text(source) || text(one);
      return name.startsWith("/") ? name : `${folder}${name}`;
    });
  return new Set([...places("secrets", "/run/secrets/"), ...places("configs", "/")]);
}

export const mounts: Collection = {
  key: "volumes",
  file: wantedMounts,
  container(facts) {
    const { container, imageConfig, service } = facts;
    const wanted = wantedMounts(facts);
    const grants = granted(service);
    const images = mapOf(imageConfig.Volumes);
    const others =
      textsOf(service.config.volumes_from).length > 0 || service.config.use_api_socket === true;
    const all = at(container, "Mounts");
    const found = (Array.isArray(all) ? (all as Raw[]) : []).filter(({ Destination }) => {
      const target = text(Destination);
      return wanted.has(target) || !(others || target in images || grants.has(target));
    });
    return new Map(
      found.map(({ Type, Name, Source, Destination, RW }) => {
        const target = text(Destination);
        const type = text(Type);
        // Docker Desktop shows the folders of the host below one of its own.
        const source =
          type === "volume" ? text(Name) : text(Source).replace(/^\/host_mnt(?=\/)/, "");
        const anonymous = wanted.get(target)?.split(" (")[0] === type;
        return [target, mountText(type, anonymous ? "" : source, RW === false)];
      }),
    );
  },
};

/** Networks by their real names, each with the aliases and addresses that the file asks for. */
export const networks: Collection = {
  key: "networks",
  file: ({ service: { config }, definition }) =>
    new Map(
      Object.entries(mapOf(config.networks)).map(([name, how]) => [
        realName(definition.networks, name, definition.name),
        addressText(how, "ipv4_address", "ipv6_address"),
      ]),
    ),
  container(facts) {
    const { container, service, definition } = facts;
    const wanted = new Set(networks.file(facts).keys());
    if (text(service.config.network_mode)) return new Map();
    const project = new Set(
      Object.keys(definition.networks).map((name) =>
        realName(definition.networks, name, definition.name),
      ),
    );
    // A network of somebody else's that was connected by hand is no reason to make the container anew.
    const ours = (name: string) =>
      wanted.has(name) || project.has(name) || name.startsWith(`${definition.name}_`);
    return new Map(
      Object.entries(mapOf(at(container, "NetworkSettings.Networks")))
        .filter(([name]) => ours(name))
        .map(([name, settings]) => [
          name,
          addressText(mapOf(settings).IPAMConfig, "IPv4Address", "IPv6Address"),
        ]),
    );
  },
};

const addressText = (how: unknown, ...keys: readonly string[]) =>
  ["connected", ...keys.map((key) => text(mapOf(how)[key])).filter(Boolean)].join(" ");
