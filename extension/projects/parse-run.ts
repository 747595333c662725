// A `docker run` line as a Compose service. Pure; what Compose has no word for is named, not dropped.

/** A YAML value, written in the order of its keys. */
export type Yaml = string | number | boolean | readonly Yaml[] | { [key: string]: Yaml };

export interface PastedService {
  readonly name: string;
  readonly service: { readonly [key: string]: Yaml };
  /** Named volumes and networks that the project must define. */
  readonly volumes: readonly string[];
  readonly networks: readonly string[];
  /** Flags that were left out. */
  readonly left: readonly string[];
}

type Draft = Record<string, Yaml>;
type Take = (draft: Draft, value: string) => void;

const one =
  (key: string): Take =>
  (draft, value) => {
    draft[key] = value;
  };
const on =
  (key: string): Take =>
  (draft, value) => {
    if (value !== "false") draft[key] = true;
  };
const many =
  (key: string): Take =>
  (draft, value) => {
    draft[key] = [...((draft[key] as Yaml[] | undefined) ?? []), value];
  };
const inside =
  (key: string, inner: string): Take =>
  (draft, value) => {
    draft[key] = { ...((draft[key] as Draft | undefined) ?? {}), [inner]: value };
  };
const pair =
  (key: string, inner: string): Take =>
  (draft, value) => {
    const [name = "", ...rest] = value.split("=");
    const outer = (draft[key] as Draft | undefined) ?? {};
    draft[key] = {
      ...outer,
      [inner]: { ...((outer[inner] as Draft | undefined) ?? {}), [name]: rest.join("=") },
    };
  };
const nothing: Take = () => {};

const network: Take = (draft, value) =>
  (/^(?:host|none|bridge|default|container:)/.test(value) ? one("network_mode") : many("networks"))(
    draft,
    value,
  );

const ulimit: Take = (draft, value) => {
  const [name = "", range = ""] = value.split("=");
  const [soft = "", hard = soft] = range.split(":");
  const limit = soft === hard ? Number(soft) : { soft: Number(soft), hard: Number(hard) };
  draft.ulimits = { ...((draft.ulimits as Draft | undefined) ?? {}), [name]: limit };
};

const mount: Take = (draft, value) => {
  const fields = new Map(
    value.split(",").map((field): [string, string] => {
      const [key = "", ...rest] = field.split("=");
      return [key, rest.join("=")];
    }),
  );
  const get = (...keys: string[]) => keys.map((key) => fields.get(key)).find((found) => found);
  const long: Draft = { type: get("type") ?? "volume" };
  const source = get("source", "src");
  if (source) long.source = source;
  long.target = get("target", "destination", "dst") ?? "";
  if (fields.has("readonly") || fields.has("ro")) long.read_only = true;
  draft.volumes = [...((draft.volumes as Yaml[] | undefined) ?? []), long];
};

/** Flags without a value. */
const switches: Readonly<Record<string, Take>> = {
  d: nothing,
  detach: nothing,
  rm: nothing,
  i: on("stdin_open"),
  interactive: on("stdin_open"),
  t: on("tty"),
  tty: on("tty"),
  init: on("init"),
  privileged: on("privileged"),
  "read-only": on("read_only"),
  "no-healthcheck": (draft) => {
    draft.healthcheck = { disable: true };
  },
};

const options: Readonly<Record<string, Take>> = {
  name: one("container_name"),
  p: many("ports"),
  publish: many("ports"),
  expose: many("expose"),
  e: many("environment"),
  env: many("environment"),
  "env-file": many("env_file"),
  v: many("volumes"),
  volume: many("volumes"),
  "volumes-from": many("volumes_from"),
  mount,
  tmpfs: many("tmpfs"),
  network,
  net: network,
  restart: one("restart"),
  w: one("working_dir"),
  workdir: one("working_dir"),
  u: one("user"),
  user: one("user"),
  h: one("hostname"),
  hostname: one("hostname"),
  entrypoint: one("entrypoint"),
  l: many("labels"),
  label: many("labels"),
  "cap-add": many("cap_add"),
  "cap-drop": many("cap_drop"),
  device: many("devices"),
  dns: many("dns"),
  "dns-search": many("dns_search"),
  "add-host": many("extra_hosts"),
  link: many("links"),
  sysctl: many("sysctls"),
  "group-add": many("group_add"),
  "security-opt": many("security_opt"),
  ulimit,
  m: one("mem_limit"),
  memory: one("mem_limit"),
  "memory-reservation": one("mem_reservation"),
  "memory-swap": one("memswap_limit"),
  cpus: one("cpus"),
  "cpu-shares": one("cpu_shares"),
  "cpuset-cpus": one("cpuset"),
  "pids-limit": one("pids_limit"),
  "shm-size": one("shm_size"),
  gpus: (draft, value) => {
    draft.gpus = value === "all" ? "all" : [{ count: Number(value) || 1 }];
  },
  "log-driver": inside("logging", "driver"),
  "log-opt": pair("logging", "options"),
  "health-cmd": inside("healthcheck", "test"),
  "health-interval": inside("healthcheck", "interval"),
  "health-timeout": inside("healthcheck", "timeout"),
  "health-retries": (draft, value) => {
    draft.healthcheck = {
      ...((draft.healthcheck as Draft | undefined) ?? {}),
      retries: Number(value),
    };
  },
  "health-start-period": inside("healthcheck", "start_period"),
  ipc: one("ipc"),
  pid: one("pid"),
  uts: one("uts"),
  userns: one("userns_mode"),
  runtime: one("runtime"),
  platform: one("platform"),
  pull: one("pull_policy"),
  "stop-signal": one("stop_signal"),
  "stop-timeout": (draft, value) => {
    draft.stop_grace_period = `${value}s`;
  },
};

/** Reads a line; undefined where it is no `docker run` with an image. */
export function parseRun(line: string): PastedService | undefined {
  const words = shellWords(line.replace(/\\\r?\n|`\r?\n|\^\r?\n/g, " "));
  const start = words.findIndex((word) => /^(?:run|create)$/.test(word));
  if (start < 1 || !/(?:docker|podman|container|nerdctl)$/.test(words[start - 1] ?? ""))
    return undefined;
  const draft: Draft = {};
  const left: string[] = [];
  const rest = words.slice(start + 1);
  let next = rest.shift();
  while (next?.startsWith("-") && next !== "--") {
    takeFlag(next, rest, draft, left);
    next = rest.shift();
  }
  const image = next === "--" ? rest.shift() : next;
  if (!image || !/^[\w.$]/.test(image)) return undefined;
  const name = String(draft.container_name ?? baseName(image)).replace(/[^\w.-]/g, "-");
  const service = { image, ...draft, ...(rest.length > 0 && { command: rest }) };
  return {
    name,
    service,
    volumes: namedVolumes(draft),
    networks: ((draft.networks as string[] | undefined) ?? []).map(String),
    left,
  };
}

const optionOf = (name: string) => (Object.hasOwn(options, name) ? options[name] : undefined);
const switchOf = (name: string) => (Object.hasOwn(switches, name) ? switches[name] : undefined);

function takeFlag(word: string, rest: string[], draft: Draft, left: string[]): void {
  if (!word.startsWith("--")) {
    takeLetters(word, rest, draft, left);
    return;
  }
  const [, name = "", value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  const option = optionOf(name);
  const flip = switchOf(name);
  if (option) option(draft, value ?? rest.shift() ?? "");
  else if (flip) flip(draft, value ?? "true");
  else {
    const takes = value === undefined && rest.length > 1 && !rest[0]?.startsWith("-");
    left.push(takes ? `${word} ${rest.shift()}` : word);
  }
}

/** `-it`, `-dp 80:80`, `-p80:80`: switches, then at most one option with its value. */
function takeLetters(word: string, rest: string[], draft: Draft, left: string[]): void {
  for (let index = 1; index < word.length; index++) {
    const letter = word[index] ?? "";
    const option = optionOf(letter);
    if (option) {
      option(draft, word.slice(index + 1).replace(/^=/, "") || (rest.shift() ?? ""));
      return;
    }
    const flip = switchOf(letter);
    if (flip) flip(draft, "true");
    else left.push(`-${letter}`);
  }
}

function baseName(image: string): string {
  const path = image.replace(/@.*$/, "").replace(/:[^/]*$/, "");
  return path.slice(path.lastIndexOf("/") + 1) || "app";
}

function namedVolumes({ volumes }: Draft): readonly string[] {
  const sources = ((volumes as Yaml[] | undefined) ?? []).map((one) => {
    if (typeof one === "string") return one.includes(":") ? (one.split(":")[0] ?? "") : "";
    const { type, source } = one as Draft;
    return type === "volume" ? String(source ?? "") : "";
  });
  return [...new Set(sources.filter((source) => /^[A-Za-z\d][\w.-]+$/.test(source)))];
}

/** Words as a POSIX shell splits them; variables stay as they are. */
export function shellWords(line: string): string[] {
  const words: string[] = [];
  const piece = /"((?:\\[\s\S]|[^"\\])*)"|'([^']*)'|\\([\s\S])|([^\s"'\\]+)|(\s+)/g;
  let word: string | undefined;
  for (const [, double, single, escaped, plain, blank] of line.trim().matchAll(piece)) {
    if (blank !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else
      word =
        (word ?? "") + (double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? plain ?? "");
  }
  return word === undefined ? words : [...words, word];
}
