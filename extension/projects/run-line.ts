// A service of a Compose project as the `docker run` line that does the same, as far as one
// container goes. Pure; it reads the effective configuration.
import { quote } from "../engine/docker-run-line.ts";
import { type Definition, mapOf, type Raw, type ServiceDefinition, textsOf } from "./definition.ts";

type Flag = readonly [key: string, flag: string];

/** Keys with one value, with lists, and switches, by docker's flag. */
const single: readonly Flag[] = [
  ["container_name", "--name"],
  ["restart", "--restart"],
  ["hostname", "--hostname"],
  ["user", "--user"],
  ["working_dir", "--workdir"],
  ["mem_limit", "--memory"],
  ["mem_reservation", "--memory-reservation"],
  ["cpus", "--cpus"],
  ["cpuset", "--cpuset-cpus"],
  ["pids_limit", "--pids-limit"],
  ["shm_size", "--shm-size"],
  ["ipc", "--ipc"],
  ["pid", "--pid"],
  ["platform", "--platform"],
  ["runtime", "--runtime"],
  ["stop_signal", "--stop-signal"],
];
const lists: readonly Flag[] = [
  ["expose", "--expose"],
  ["cap_add", "--cap-add"],
  ["cap_drop", "--cap-drop"],
  ["dns", "--dns"],
  ["dns_search", "--dns-search"],
  ["extra_hosts", "--add-host"],
  ["group_add", "--group-add"],
  ["security_opt", "--security-opt"],
  ["tmpfs", "--tmpfs"],
];
const pairs: readonly Flag[] = [
  ["environment", "-e"],
  ["labels", "--label"],
  ["sysctls", "--sysctl"],
];
const switches: readonly Flag[] = [
  ["tty", "-t"],
  ["stdin_open", "-i"],
  ["init", "--init"],
  ["privileged", "--privileged"],
  ["read_only", "--read-only"],
];

/** The line, quoted for a POSIX shell. */
export function serviceRunLine({ config, image }: ServiceDefinition, project: Definition): string {
  const entrypoint = textsOf(config.entrypoint);
  const [first, ...rest] = entrypoint;
  const words = [
    "docker",
    "run",
    "-d",
    ...switches.flatMap(([key, flag]) => (config[key] === true ? [flag] : [])),
    ...single.flatMap(([key, flag]) => (config[key] ? [flag, String(config[key])] : [])),
    ...(Array.isArray(config.ports) ? config.ports : []).flatMap((port) => [
      "-p",
      portText(mapOf(port)),
    ]),
    ...networks(config, project),
    ...pairs.flatMap(([key, flag]) =>
      Object.entries(mapOf(config[key])).flatMap(([name, value]) => [
        flag,
        value === null ? name : `${name}=${String(value)}`,
      ]),
    ),
    ...(Array.isArray(config.volumes) ? config.volumes : []).flatMap((one) =>
      mountWords(mapOf(one), project),
    ),
    ...lists.flatMap(([key, flag]) => textsOf(config[key]).flatMap((value) => [flag, value])),
    ...(Array.isArray(config.devices) ? config.devices : []).flatMap((one) => {
      const { source, target, permissions } = mapOf(one);
      return ["--device", `${String(source)}:${String(target)}:${String(permissions)}`];
    }),
    ...(first === undefined ? [] : ["--entrypoint", first]),
    image,
    ...rest,
    ...textsOf(config.command),
  ];
  return words.map(quote).join(" ");
}

function portText({ host_ip: ip, published, target, protocol }: Raw): string {
  const host = ip ? `${String(ip).includes(":") ? `[${String(ip)}]` : String(ip)}:` : "";
  const outer = published ? `${String(published)}:` : ip ? ":" : "";
  return `${host}${outer}${String(target)}${protocol && protocol !== "tcp" ? `/${String(protocol)}` : ""}`;
}

function networks({ network_mode: mode, networks: own }: Raw, project: Definition): string[] {
  if (mode) return ["--network", String(mode)];
  // The default network is the project's; a container alone needs none.
  const names = Object.keys(mapOf(own)).filter((key) => key !== "default");
  return names.slice(0, 1).flatMap((key) => ["--network", engineName(project.networks, key)]);
}

function engineName(resources: Raw, key: string): string {
  return String(mapOf(resources[key]).name ?? key);
}

function mountWords(
  { type, source, target, read_only: fixed, tmpfs }: Raw,
  project: Definition,
): string[] {
  if (type === "tmpfs") {
    const { size } = mapOf(tmpfs);
    return ["--tmpfs", size ? `${String(target)}:size=${String(size)}` : String(target)];
  }
  if (!source) return ["-v", String(target)];
  const from = type === "volume" ? engineName(project.volumes, String(source)) : String(source);
  return ["-v", `${from}:${String(target)}${fixed ? ":ro" : ""}`];
}
