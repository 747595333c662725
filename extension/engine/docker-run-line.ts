// The `docker run …` line that makes a container again: only what its image does not already give.
import type Docker from "dockerode";

/** What we read of a container; every part may be missing. */
export interface RunSource {
  container: Docker.ContainerInspectInfo;
  /** The image's configuration, for what it gives anyway; without it the line says everything. */
  image?: { Config?: Partial<Docker.ImageInspectInfo["Config"]> | undefined } | undefined;
}

type Config = Docker.ContainerInspectInfo["Config"] & { StopSignal?: string };
type HostConfig = Docker.ContainerInspectInfo["HostConfig"];
type ImageConfig = Partial<Docker.ImageInspectInfo["Config"]>;

interface Facts {
  id: string;
  name: string;
  config: Config;
  host: HostConfig;
  image: ImageConfig;
}

/** The line, quoted for a POSIX shell. */
export function dockerRunLine(source: RunSource): string {
  return ["docker", "run", ...runArguments(source)].map(quote).join(" ");
}

/** The same as arguments, for a process. */
function runArguments({ container, image }: RunSource): string[] {
  const facts: Facts = {
    id: container.Id,
    name: container.Name.replace(/^\//, ""),
    config: container.Config,
    host: container.HostConfig ?? ({} as HostConfig),
    image: image?.Config ?? {},
  };
  const entrypoint = entrypointArguments(facts);
  return [
    ...flags.flatMap((flag) => flag(facts)),
    ...entrypoint.flags,
    facts.config.Image,
    ...entrypoint.command,
  ];
}

const option = (name: string, value: unknown): string[] =>
  value === undefined || value === null || value === "" || value === 0 ? [] : [name, String(value)];
const each = (name: string, values: readonly string[] | null | undefined): string[] =>
  (values ?? []).flatMap((value) => [name, value]);
const on = (name: string, value: unknown): string[] => (value ? [name] : []);
const asMap = (value: unknown): [string, string][] =>
  Object.entries((value ?? {}) as Record<string, string>);

// In the order in which people write them.
const flags: ((facts: Facts) => string[])[] = [
  ({ config }) => [
    ...on("-d", !config.AttachStdout),
    ...on("-i", config.OpenStdin),
    ...on("-t", config.Tty),
  ],
  ({ host }) => on("--rm", host.AutoRemove),
  ({ name }) => option("--name", name),
  ({ config, id }) => (id.startsWith(config.Hostname || id) ? [] : ["--hostname", config.Hostname]),
  ({ host }) => restartPolicy(host),
  ({ host }) => portArguments(host),
  ({ host }) => on("-P", host.PublishAllPorts),
  ({ host }) =>
    /^(default|bridge|)$/.test(host.NetworkMode ?? "") ? [] : ["--network", host.NetworkMode ?? ""],
  // What Podman calls what everybody has.
  ({ host }) => (host.PidMode === "private" ? [] : option("--pid", host.PidMode)),
  ({ config, image }) =>
    each(
      "-e",
      (config.Env ?? []).filter((one) => !(image.Env ?? []).includes(one)),
    ),
  ({ host }) => each("-v", host.Binds),
  ({ host }) => (host.Mounts ?? []).flatMap((mount) => ["--mount", mountText(mount)]),
  ({ host }) => asMap(host.Tmpfs).flatMap(([at, how]) => ["--tmpfs", how ? `${at}:${how}` : at]),
  ({ config, image }) => (config.User === (image.User ?? "") ? [] : option("--user", config.User)),
  ({ config, image }) =>
    config.WorkingDir === (image.WorkingDir ?? "") ? [] : option("--workdir", config.WorkingDir),
  ({ config, image }) =>
    asMap(config.Labels)
      .filter(([key, value]) => image.Labels?.[key] !== value)
      .flatMap(([key, value]) => ["--label", `${key}=${value}`]),
  ({ host }) => on("--privileged", host.Privileged),
  ({ host }) => [...each("--cap-add", host.CapAdd), ...each("--cap-drop", host.CapDrop)],
  ({ host }) => each("--security-opt", host.SecurityOpt),
  ({ host }) =>
    (host.Devices ?? []).flatMap((one: Docker.DeviceMapping) => ["--device", deviceText(one)]),
  ({ host }) => limitArguments(host),
  ({ host }) => [
    ...each("--dns", host.Dns),
    ...each("--add-host", host.ExtraHosts),
    ...on("--read-only", host.ReadonlyRootfs),
    ...on("--init", host.Init),
  ],
  ({ config, image }) =>
    config.StopSignal === (image as { StopSignal?: string }).StopSignal
      ? []
      : option("--stop-signal", config.StopSignal),
];

function restartPolicy({ RestartPolicy: policy }: HostConfig): string[] {
  if (!policy?.Name || policy.Name === "no") return [];
  const limit = policy.MaximumRetryCount ? `:${policy.MaximumRetryCount}` : "";
  return ["--restart", `${policy.Name}${limit}`];
}

function portArguments({ PortBindings }: HostConfig): string[] {
  const bindings = Object.entries(
    (PortBindings ?? {}) as Record<string, { HostIp?: string; HostPort?: string }[] | null>,
  );
  return bindings.flatMap(([port, hosts]) =>
    (hosts ?? [{}]).flatMap(({ HostIp = "", HostPort = "" }) => {
      const ip = HostIp.includes(":") ? `[${HostIp}]` : HostIp;
      const inside = port.replace(/\/tcp$/, "");
      return [
        "-p",
        ip ? `${ip}:${HostPort}:${inside}` : HostPort ? `${HostPort}:${inside}` : inside,
      ];
    }),
  );
}

function mountText(mount: Docker.MountSettings): string {
  const source = mount.Source ? `,source=${mount.Source}` : "";
  return `type=${mount.Type}${source},target=${mount.Target}${mount.ReadOnly ? ",readonly" : ""}`;
}

function deviceText(device: Docker.DeviceMapping): string {
  const rights = device.CgroupPermissions;
  const inside = device.PathInContainer === device.PathOnHost ? "" : `:${device.PathInContainer}`;
  return rights && rights !== "rwm"
    ? `${device.PathOnHost}:${device.PathInContainer}:${rights}`
    : `${device.PathOnHost}${inside}`;
}

function limitArguments(host: HostConfig): string[] {
  return [
    ...option("--memory", host.Memory && `${host.Memory}b`),
    ...option("--cpus", host.NanoCpus && host.NanoCpus / 1e9),
    ...option("--cpu-shares", host.CpuShares),
    ...option("--cpuset-cpus", host.CpusetCpus),
    ...option("--pids-limit", (host.PidsLimit ?? 0) > 0 ? host.PidsLimit : undefined),
    // 64 MiB is what every container gets.
    ...option("--shm-size", host.ShmSize === 64 * 1024 * 1024 ? undefined : host.ShmSize),
  ];
}

// The line takes one word as entrypoint; the rest of a longer one goes in front of the command.
function entrypointArguments({ config, image }: Facts): { flags: string[]; command: string[] } {
  const own = words(config.Entrypoint);
  const command = words(config.Cmd);
  if (same(own, words(image.Entrypoint)))
    return { flags: [], command: same(command, words(image.Cmd)) ? [] : command };
  const [first = "", ...rest] = own;
  return { flags: ["--entrypoint", first], command: [...rest, ...command] };
}

const words = (value: string | string[] | null | undefined): string[] =>
  typeof value === "string" ? [value] : (value ?? []);

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, i) => one === b[i]);

/** An argument as a POSIX shell takes it literally. */
export function quote(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
