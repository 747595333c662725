// A container as a Compose service: what its image does not already give. Pure.

import { mapOf, type Raw, textsOf } from "./definition.ts";
import { isSecret } from "./drift/collections.ts";
import { at, text } from "./drift/values.ts";
import { toYaml, type Yaml } from "./yaml.ts";

/** What the engine tells of a container and of its image. */
export interface ServiceSource {
  readonly container: Raw;
  readonly imageConfig: Raw;
}

type Entries = Record<string, Yaml | undefined>;

interface Written {
  readonly name: string;
  readonly service: Entries;
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
}

const list = (value: unknown): readonly string[] | undefined =>
  textsOf(value).length > 0 ? textsOf(value) : undefined;
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const yes = (value: unknown) => value === true || undefined;
/** Compose takes a dollar for the beginning of a variable. */
const literal = (value: string) => value.replaceAll("$", "$$$$");

/** A name that Compose takes: its service label, else the container's name. */
function serviceName({ container }: ServiceSource): string {
  const label = mapOf(at(container, "Config.Labels"))["com.docker.compose.service"];
  const name = text(label) || text(container.Name).replace(/^\//, "");
  return name.replace(/[^\w.-]/g, "-").replace(/^-+/, "") || "service";
}

function written(source: ServiceSource): Written {
  const { container, imageConfig } = source;
  const config = mapOf(container.Config);
  const host = mapOf(container.HostConfig);
  const mounts = mountsOf(source);
  const networks = networksOf(host, container);
  const unlessImage = (name: string) =>
    same(config[name], imageConfig[name]) ? undefined : config[name];
  const words = (name: string) => list(unlessImage(name))?.map(literal);
  const service: Entries = {
    image: text(config.Image),
    entrypoint: words("Entrypoint"),
    command: words("Cmd"),
    environment: environmentOf(config, imageConfig),
    ports: portsOf(host),
    volumes: mounts.texts.length > 0 ? mounts.texts.map(literal) : undefined,
    networks: networks.own.length > 0 ? networks.own : undefined,
    network_mode: networks.mode,
    restart: restartOf(host),
    user: text(unlessImage("User")) || undefined,
    working_dir: text(unlessImage("WorkingDir")) || undefined,
    hostname: text(container.Id).startsWith(text(config.Hostname) || "-")
      ? undefined
      : text(config.Hostname) || undefined,
    tty: yes(config.Tty),
    stdin_open: yes(config.OpenStdin),
    privileged: yes(host.Privileged),
    read_only: yes(host.ReadonlyRootfs),
    init: yes(host.Init),
    cap_add: list(host.CapAdd),
    cap_drop: list(host.CapDrop),
    security_opt: list(host.SecurityOpt),
    dns: list(host.Dns),
    extra_hosts: list(host.ExtraHosts),
    devices: devicesOf(host),
    mem_limit: Number(host.Memory) || undefined,
    cpus: Number(host.NanoCpus) / 1e9 || undefined,
    pids_limit: Number(host.PidsLimit) > 0 ? Number(host.PidsLimit) : undefined,
    healthcheck: healthcheckOf(config, imageConfig),
    stop_signal: text(unlessImage("StopSignal")) || undefined,
    labels: labelsOf(config, imageConfig),
  };
  return { name: serviceName(source), service, volumes: mounts.named, networks: networks.own };
}

function environmentOf(config: Raw, image: Raw): Entries | undefined {
  const ofImage = new Set(textsOf(image.Env));
  const own = textsOf(config.Env).filter((one) => !ofImage.has(one) && !one.startsWith("PATH="));
  const entries = own.map((line): [string, string] => {
    const [name = "", ...value] = line.split("=");
    // A secret belongs into the environment of whoever runs Compose, not into a file.
    return [name, isSecret(name) ? `\${${name}:?}` : literal(value.join("="))];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function portsOf(host: Raw): readonly string[] | undefined {
  const all = Object.entries(mapOf(host.PortBindings)).flatMap(([target, hosts]) => {
    const inside = target.replace(/\/tcp$/, "");
    return (Array.isArray(hosts) ? hosts : []).map(({ HostIp = "", HostPort = "" }: Raw) => {
      const ip = text(HostIp).includes(":") ? `[${HostIp}]` : text(HostIp);
      return [...(ip ? [ip] : []), ...(ip || HostPort ? [text(HostPort)] : []), inside].join(":");
    });
  });
  return all.length > 0 ? all : undefined;
}

function mountsOf({ container, imageConfig }: ServiceSource) {
  const images = mapOf(imageConfig.Volumes);
  const named: string[] = [];
  const all = Array.isArray(container.Mounts) ? (container.Mounts as Raw[]) : [];
  const texts = all.flatMap((mount) => {
    const anonymous = mount.Type === "volume" && /^[0-9a-f]{64}$/.test(text(mount.Name));
    if (anonymous && text(mount.Destination) in images) return [];
    if (mount.Type === "volume" && !anonymous) named.push(text(mount.Name));
    return [mountText(mount, anonymous)];
  });
  return { texts, named };
}

function mountText({ Type, Name, Source, Destination, RW }: Raw, anonymous: boolean): string {
  const from = Type === "bind" ? text(Source) : anonymous ? "" : text(Name);
  const parts = [...(from ? [from] : []), text(Destination), ...(RW === false ? ["ro"] : [])];
  return parts.join(":");
}

function networksOf(
  host: Raw,
  container: Raw,
): { own: readonly string[]; mode: string | undefined } {
  const mode = text(host.NetworkMode);
  if (/^(host|none|container:)/.test(mode)) return { own: [], mode };
  const names = Object.keys(mapOf(at(container, "NetworkSettings.Networks")));
  return {
    own: names.filter((name) => !/^(bridge|default|podman)$/.test(name)).sort(),
    mode: undefined,
  };
}

function restartOf(host: Raw): string | undefined {
  const { Name, MaximumRetryCount } = mapOf(host.RestartPolicy);
  if (!Name || Name === "no") return undefined;
  return Number(MaximumRetryCount) ? `${Name}:${MaximumRetryCount}` : text(Name);
}

function devicesOf(host: Raw): readonly string[] | undefined {
  const all = (Array.isArray(host.Devices) ? (host.Devices as Raw[]) : []).map(
    (one) => `${one.PathOnHost}:${one.PathInContainer}`,
  );
  return all.length > 0 ? all : undefined;
}

function healthcheckOf(config: Raw, image: Raw): Entries | undefined {
  const check = mapOf(config.Healthcheck);
  const test = textsOf(check.Test);
  if (test.length === 0 || same(check, image.Healthcheck)) return undefined;
  if (test[0] === "NONE") return { disable: true };
  const time = (name: string) => (check[name] ? `${Number(check[name]) / 1e9}s` : undefined);
  return {
    test: test.map(literal),
    interval: time("Interval"),
    timeout: time("Timeout"),
    start_period: time("StartPeriod"),
    retries: Number(check.Retries) || undefined,
  };
}

function labelsOf(config: Raw, image: Raw): Entries | undefined {
  const ofImage = mapOf(image.Labels);
  const own = Object.entries(mapOf(config.Labels)).filter(
    ([name, value]) =>
      ofImage[name] !== value &&
      !/^(com\.docker\.compose|desktop\.docker\.io|io\.podman\.compose)\b/.test(name),
  );
  return own.length > 0
    ? Object.fromEntries(own.map(([name, value]) => [name, literal(text(value))]))
    : undefined;
}

/** One service, to be pasted below `services:`. */
export function serviceYaml(source: ServiceSource): string {
  const { name, service } = written(source);
  return toYaml({ [name]: service });
}

/** A whole Compose file; volumes and networks exist already, so it takes them as they are. */
export function composeYaml(sources: readonly ServiceSource[]): string {
  const services: Record<string, Yaml> = {};
  const all = sources.map(written);
  for (const { name, service } of all) {
    let free = name;
    for (let number = 2; free in services; number++) free = `${name}-${number}`;
    services[free] = service;
  }
  const external = (names: readonly string[]) =>
    names.length === 0
      ? undefined
      : Object.fromEntries([...new Set(names)].sort().map((name) => [name, { external: true }]));
  return toYaml({
    services,
    volumes: external(all.flatMap(({ volumes }) => volumes)),
    networks: external(all.flatMap(({ networks }) => networks)),
  });
}
