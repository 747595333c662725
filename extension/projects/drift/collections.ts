// The keys of a service that hold many entries: each entry is compared for itself.
import { mapOf, type Raw, textsOf } from "../definition.ts";
import type { Collection, DriftFacts, Entries } from "./facts.ts";
import { realName } from "./mounts.ts";
import { at, isPodmans, listText, nameOf, text } from "./values.ts";

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
  container(facts) {
    const found = variables(at(facts.container, "Config.Env"));
    if (!isPodmans(facts.container)) return found;
    const wanted = environment.file(facts);
    for (const name of ofPodman) if (!wanted.has(name)) found.delete(name);
    return found;
  },
};

/** What Podman puts into every container. */
const ofPodman = ["HOME", "HOSTNAME", "TERM", "container"];

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
  container(facts) {
    // Podman notes the port that it chose as if it had been asked for.
    const chosen = isPodmans(facts.container) ? ports.file(facts) : new Map<string, string>();
    const hostOf = (target: string, { HostIp, HostPort }: Raw) =>
      hostText(HostIp, chosen.get(target)?.endsWith("*") ? "" : HostPort);
    return portEntries(
      Object.entries(mapOf(at(facts.container, "HostConfig.PortBindings"))).flatMap(
        ([target, hosts]) =>
          (Array.isArray(hosts) ? (hosts as Raw[]) : []).map(
            (host) => [target, hostOf(target, host)] as const,
          ),
      ),
    );
  },
};

/** `8000-8002/udp` as ports with their protocol. */
function portsIn(range: string): string[] {
  const [, first, last = first, protocol = "tcp"] =
    /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(range) ?? [];
  if (!first) return [];
  const [low, high] = [Number(first), Math.min(Number(last), 65_535)];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, n) => `${low + n}/${protocol}`);
}

/** Ports that are told, not published: those have an entry of their own. */
export const exposed: Collection = {
  key: "expose",
  file(facts) {
    const all = textsOf(facts.service.config.expose);
    return unpublished([...Object.keys(mapOf(facts.imageConfig.ExposedPorts)), ...all], facts);
  },
  container: (facts) =>
    unpublished(Object.keys(mapOf(at(facts.container, "Config.ExposedPorts"))), facts),
};

function unpublished(all: readonly string[], facts: DriftFacts): Entries {
  const published = new Set([...ports.file(facts).keys(), ...ports.container(facts).keys()]);
  const told = all.flatMap(portsIn).filter((one) => !published.has(one));
  return new Map(told.map((one) => [one, "exposed"]));
}

/** Networks by their real names, each with the aliases and addresses that the file asks for. */
export const networks: Collection = {
  key: "networks",
  file: ({ service: { config }, definition }) =>
    new Map(
      Object.entries(mapOf(config.networks)).map(([name, how]) => [
        realName(definition.networks, name, definition.name),
        addressText(how, ["ipv4_address", "ipv6_address"], mapOf(how).aliases),
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
          addressText(
            mapOf(settings).IPAMConfig,
            ["IPv4Address", "IPv6Address"],
            ownAliases(mapOf(settings).Aliases, facts),
          ),
        ]),
    );
  },
};

function addressText(how: unknown, keys: readonly string[], aliases: unknown): string {
  const names = listText([...new Set(textsOf(aliases))]);
  const addresses = keys.map((key) => text(mapOf(how)[key]));
  return ["connected", ...addresses, names && `(${names})`].filter(Boolean).join(" ");
}

/** The names in a network that the file asks for: every container has its own and its service's. */
function ownAliases(all: unknown, { container, service }: DriftFacts): string[] {
  // Engines add the first twelve letters of the id.
  const given = new Set([service.name, nameOf(container), text(container.Id).slice(0, 12)]);
  return textsOf(all).filter((name) => !given.has(name));
}
