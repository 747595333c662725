// The keys of a service that have one value, and where the engine keeps each. A table: the file's
// side is undefined where the file says nothing that could be compared.
import { mapOf, type Raw } from "../definition.ts";
import type { Field } from "./facts.ts";
import { links } from "./links.ts";
import {
  devices,
  logging,
  macAddress,
  mapText,
  tmpfs,
  ulimits,
  volumesFrom,
} from "./list-fields.ts";
import { at, bytes, commandText, listText, nameOf, nanoseconds, seconds, text } from "./values.ts";

type Form = (value: unknown) => string;

/** A key that the engine has at a path. */
function plain(key: string, path: string, form: Form = text): Field {
  return {
    key,
    file: ({ service }) => form(at(service.config, key)),
    container: ({ container }) => form(at(container, path)),
  };
}

/** A key for which the image's value holds where the file has none. */
function inherited(key: string, name: string, form: Form = text): Field {
  return {
    key,
    file: ({ service, imageConfig }) =>
      form(text(at(service.config, key)) ? at(service.config, key) : imageConfig[name]),
    container: ({ container }) => form(at(container, `Config.${name}`)),
  };
}

/** A key for which the engine has a value of its own when the file has none: compared only when set. */
function whenSet(key: string, path: string, form: Form = text): Field {
  return {
    ...plain(key, path, form),
    file: ({ service }) => form(at(service.config, key)) || undefined,
  };
}

/** A limit that the file may also give under `deploy.resources`. */
function limit(key: string, deploy: string, path: string, form: Form): Field {
  return {
    ...plain(key, path, form),
    file: ({ service: { config } }) =>
      form(at(config, key)) || form(at(config, `deploy.resources.${deploy}`)),
  };
}

const list = (value: unknown) => listText(value);
const ordered = (value: unknown) => listText(value, true);
const capabilities: Form = (value) =>
  listText(
    (Array.isArray(value) ? value : []).map((one) =>
      String(one).toUpperCase().replace(/^CAP_/, ""),
    ),
  );
const hosts: Form = (value) =>
  listText((Array.isArray(value) ? value : []).map((one) => String(one).replace("=", ":")));
const count: Form = (value) => (Number(value) ? String(Number(value)) : "");
const cpus: Form = (value) => count(Number(value) > 1e6 ? Number(value) / 1e9 : value);
// Podman says where it starts in any case, and the signal by its number.
const folder: Form = (value) => text(value).replace(/^\/$/, "");
const signals: Readonly<Record<string, string>> = {
  1: "HUP",
  2: "INT",
  3: "QUIT",
  9: "KILL",
  10: "USR1",
  12: "USR2",
  15: "TERM",
  28: "WINCH",
};
const signal: Form = (value) => {
  const name = text(value).toUpperCase().replace(/^SIG/, "");
  const known = signals[name] ?? name;
  return known === "TERM" || !known ? "" : `SIG${known}`;
};
// -1 and 0 both mean: nothing was said.
const pids: Form = (value) => (Number(value) > 0 ? String(Number(value)) : "");

const command: Field = {
  key: "command",
  // An entrypoint of one's own takes the image's command away.
  file: ({ service: { config }, imageConfig }) =>
    commandText(config.command ?? (config.entrypoint ? undefined : imageConfig.Cmd)),
  container: ({ container }) => commandText(at(container, "Config.Cmd")),
};

const entrypoint: Field = {
  key: "entrypoint",
  file: ({ service: { config }, imageConfig }) =>
    commandText(config.entrypoint ?? imageConfig.Entrypoint),
  container: ({ container }) => commandText(at(container, "Config.Entrypoint")),
};

const conditions: Readonly<Record<string, string>> = { none: "", any: "always" };

function wantedRestart({ restart, deploy }: Raw): string {
  const policy = mapOf(mapOf(deploy).restart_policy);
  if (Object.keys(policy).length === 0)
    return restart === "no" ? "" : text(restart).replace(/:0$/, "");
  const condition = text(policy.condition) || "any";
  const name = conditions[condition] ?? condition;
  return name === "on-failure" && Number(policy.max_attempts)
    ? `${name}:${policy.max_attempts}`
    : name;
}

const restart: Field = {
  key: "restart",
  file: ({ service }) => wantedRestart(service.config),
  container: ({ container }) => {
    const { Name, MaximumRetryCount } = mapOf(at(container, "HostConfig.RestartPolicy"));
    if (!Name || Name === "no") return "";
    return Number(MaximumRetryCount) ? `${Name}:${MaximumRetryCount}` : String(Name);
  },
};

/** A check as one text; both sides are brought into the engine's form first. */
function checkText(check: Raw): string {
  const test = Array.isArray(check.Test) ? check.Test.map(String) : [];
  if (test.length === 0) return "";
  const times = ["Interval", "Timeout", "StartPeriod", "StartInterval"].flatMap((name) =>
    check[name] ? [`${name} ${seconds(check[name])}`] : [],
  );
  const retries = check.Retries ? [`Retries ${check.Retries}`] : [];
  return [commandText(test), ...times, ...retries].join(", ");
}

const healthcheck: Field = {
  key: "healthcheck",
  file: ({ service, imageConfig }) => {
    const image = mapOf(imageConfig.Healthcheck);
    const check = mapOf(service.config.healthcheck);
    if (check.disable === true) return "NONE";
    const test = typeof check.test === "string" ? ["CMD-SHELL", check.test] : check.test;
    const time = (key: string, name: string) => nanoseconds(check[key]) ?? image[name];
    return checkText({
      Test: test ?? image.Test,
      Interval: time("interval", "Interval"),
      Timeout: time("timeout", "Timeout"),
      StartPeriod: time("start_period", "StartPeriod"),
      StartInterval: time("start_interval", "StartInterval"),
      Retries: check.retries ?? image.Retries,
    });
  },
  container: ({ container }) => checkText(mapOf(at(container, "Config.Healthcheck"))),
};

const hostname: Field = {
  key: "hostname",
  // Without a name of its own a container is called by its id, or as its network's owner.
  file: ({ service }) => text(service.config.hostname) || undefined,
  container: ({ container }) => text(at(container, "Config.Hostname")),
};

const containerName: Field = {
  key: "container_name",
  file: ({ service }) => text(service.config.container_name) || undefined,
  container: ({ container }) => nameOf(container),
};

const gracePeriod: Field = {
  key: "stop_grace_period",
  file: ({ service }) => seconds(service.config.stop_grace_period),
  container: ({ container }) => {
    const timeout = at(container, "Config.StopTimeout");
    return timeout ? `${timeout}s` : "";
  },
};

/** A mode that may lead to another service, whose container has an id of its own each time. */
function shared(key: string, path: string): Field {
  const form = (value: unknown) => text(value).replace(/^(service|container):.*$/, "container:…");
  return whenSet(key, path, form);
}

const pidsLimit: Field = {
  ...limit("pids_limit", "limits.pids", "HostConfig.PidsLimit", pids),
  container(facts) {
    const found = pids(at(facts.container, "HostConfig.PidsLimit"));
    // Podman's own, where nobody set one.
    return /^(2048|4096)$/.test(found) && !pidsLimit.file(facts) ? "" : found;
  },
};

export const fields: readonly Field[] = [
  entrypoint,
  command,
  inherited("user", "User"),
  inherited("working_dir", "WorkingDir", folder),
  restart,
  healthcheck,
  containerName,
  hostname,
  plain("domainname", "Config.Domainname"),
  plain("tty", "Config.Tty"),
  plain("stdin_open", "Config.OpenStdin"),
  inherited("stop_signal", "StopSignal", signal),
  gracePeriod,
  plain("privileged", "HostConfig.Privileged"),
  plain("read_only", "HostConfig.ReadonlyRootfs"),
  plain("init", "HostConfig.Init"),
  plain("cap_add", "HostConfig.CapAdd", capabilities),
  plain("cap_drop", "HostConfig.CapDrop", capabilities),
  plain("security_opt", "HostConfig.SecurityOpt", list),
  plain("group_add", "HostConfig.GroupAdd", list),
  devices,
  plain("dns", "HostConfig.Dns", ordered),
  plain("dns_search", "HostConfig.DnsSearch", ordered),
  plain("dns_opt", "HostConfig.DnsOptions", ordered),
  plain("extra_hosts", "HostConfig.ExtraHosts", hosts),
  plain("sysctls", "HostConfig.Sysctls", mapText),
  ulimits,
  limit("mem_limit", "limits.memory", "HostConfig.Memory", bytes),
  limit("mem_reservation", "reservations.memory", "HostConfig.MemoryReservation", bytes),
  limit("cpus", "limits.cpus", "HostConfig.NanoCpus", cpus),
  pidsLimit,
  plain("cpu_shares", "HostConfig.CpuShares", count),
  plain("cpu_quota", "HostConfig.CpuQuota", count),
  plain("cpu_period", "HostConfig.CpuPeriod", count),
  plain("cpuset", "HostConfig.CpusetCpus"),
  plain("oom_score_adj", "HostConfig.OomScoreAdj", count),
  plain("oom_kill_disable", "HostConfig.OomKillDisable"),
  plain("mem_swappiness", "HostConfig.MemorySwappiness", pids),
  plain("device_cgroup_rules", "HostConfig.DeviceCgroupRules", list),
  whenSet("memswap_limit", "HostConfig.MemorySwap", bytes),
  whenSet("shm_size", "HostConfig.ShmSize", bytes),
  whenSet("userns_mode", "HostConfig.UsernsMode"),
  whenSet("uts", "HostConfig.UTSMode"),
  whenSet("cgroup_parent", "HostConfig.CgroupParent"),
  whenSet("runtime", "HostConfig.Runtime"),
  shared("network_mode", "HostConfig.NetworkMode"),
  shared("ipc", "HostConfig.IpcMode"),
  shared("pid", "HostConfig.PidMode"),
  tmpfs,
  volumesFrom,
  links,
  macAddress,
  logging,
];
