// The `docker run` line that makes a container like a given one. Pure.
import { dockerLine } from "../../docker-line.ts";

/** What of an inspected container the line is made from. */
export interface Inspected {
  readonly Name: string;
  readonly Config: {
    readonly Image: string;
    readonly Env?: readonly string[] | null;
    readonly Cmd?: readonly string[] | null;
    readonly Tty?: boolean;
    readonly OpenStdin?: boolean;
    readonly User?: string;
    readonly WorkingDir?: string;
  };
  readonly HostConfig: {
    readonly Binds?: readonly string[] | null | undefined;
    readonly PortBindings?:
      | Readonly<Record<string, readonly PortBinding[] | null>>
      | null
      | undefined;
    readonly NetworkMode?: string;
    readonly RestartPolicy?: {
      readonly Name?: string;
      readonly MaximumRetryCount?: number | undefined;
    };
    readonly AutoRemove?: boolean;
    readonly Privileged?: boolean;
    readonly Memory?: number;
    readonly NanoCpus?: number;
  };
}

interface PortBinding {
  readonly HostIp?: string;
  readonly HostPort?: string;
}

/** One line for a POSIX shell. What the image itself sets (PATH) is named again; that does no harm. */
export function runLine({ Name, Config, HostConfig }: Inspected): string {
  const options = [
    Config.Tty ? "-it" : Config.OpenStdin ? "-i" : "-d",
    ...(HostConfig.AutoRemove ? ["--rm"] : []),
    "--name",
    Name.replace(/^\//, ""),
    ...each("-p", ports(HostConfig.PortBindings ?? {})),
    ...each(
      "-e",
      (Config.Env ?? []).filter((one) => !one.startsWith("PATH=")),
    ),
    ...each("-v", HostConfig.Binds ?? []),
    ...one("--network", network(HostConfig.NetworkMode)),
    ...one("--restart", restart(HostConfig.RestartPolicy)),
    ...one("--user", Config.User),
    ...one("--workdir", Config.WorkingDir),
    ...one("--memory", HostConfig.Memory ? String(HostConfig.Memory) : ""),
    ...one("--cpus", HostConfig.NanoCpus ? String(HostConfig.NanoCpus / 1e9) : ""),
    ...(HostConfig.Privileged ? ["--privileged"] : []),
  ];
  return dockerLine("run", ...options, Config.Image, ...(Config.Cmd ?? []));
}

const each = (flag: string, values: readonly string[]) => values.flatMap((value) => [flag, value]);
const one = (flag: string, value: string | undefined) => (value ? [flag, value] : []);

const network = (mode = "") => (mode === "default" || mode === "bridge" ? "" : mode);

function restart({ Name = "", MaximumRetryCount = 0 } = {}): string {
  if (Name === "no") return "";
  return MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name;
}

function ports(bindings: NonNullable<Inspected["HostConfig"]["PortBindings"]>): string[] {
  return Object.entries(bindings).flatMap(([target, hosts]) =>
    (hosts ?? []).map(({ HostIp, HostPort }) =>
      [HostIp, HostPort, target.replace(/\/tcp$/, "")].filter(Boolean).join(":"),
    ),
  );
}
