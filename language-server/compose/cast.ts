// Turns texts into numbers and truth values where Compose does so: after variables are put in,
// by the path of the value.

export type Cast = "int" | "float" | "bool";

/** A tree of keys, `*` for any, with something at the leaves. */
export interface KeyTree<Leaf> {
  readonly leaf?: Leaf;
  readonly keys: Readonly<Record<string, KeyTree<Leaf>>>;
}

/** Makes a tree from dotted paths. */
export function keyTree<Leaf>(leaves: Readonly<Record<string, Leaf>>): KeyTree<Leaf> {
  interface Growing {
    leaf?: Leaf;
    keys: Record<string, Growing>;
  }
  const tree: Growing = { keys: {} };
  for (const [path, leaf] of Object.entries(leaves)) {
    let node = tree;
    for (const key of path.split(".")) node = node.keys[key] ??= { keys: {} };
    node.leaf = leaf;
  }
  return tree;
}

export function stepInto<Leaf>(
  tree: KeyTree<Leaf> | undefined,
  key: string,
): KeyTree<Leaf> | undefined {
  if (!tree) return undefined;
  return Object.hasOwn(tree.keys, key) ? tree.keys[key] : tree.keys["*"];
}

const service: Readonly<Record<Cast, string>> = {
  int: `cpu_count cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares
    deploy.replicas deploy.update_config.parallelism deploy.rollback_config.parallelism
    deploy.restart_policy.max_attempts deploy.placement.max_replicas_per_node
    healthcheck.retries oom_score_adj pids_limit ports.*.target scale
    ulimits.* ulimits.*.hard ulimits.*.soft`,
  float: `cpu_percent cpus deploy.update_config.max_failure_ratio deploy.rollback_config.max_failure_ratio`,
  bool: `healthcheck.disable init oom_kill_disable privileged read_only stdin_open tty volumes.*.read_only
    volumes.*.volume.nocopy volumes.*.bind.create_host_path build.no_cache build.pull build.privileged attach
    depends_on.*.required depends_on.*.restart env_file.*.required`,
};

const project: Readonly<Record<string, Cast>> = {
  "networks.*.external": "bool",
  "networks.*.internal": "bool",
  "networks.*.attachable": "bool",
  "networks.*.enable_ipv4": "bool",
  "networks.*.enable_ipv6": "bool",
  "volumes.*.external": "bool",
  "secrets.*.external": "bool",
  "configs.*.external": "bool",
};

const casts = { ...project };
for (const cast of ["int", "float", "bool"] as const)
  for (const path of service[cast].trim().split(/\s+/)) casts[`services.*.${path}`] = cast;

/** What texts become, by their path. */
export const castTree = keyTree(casts);

const truths = new Map<string, boolean>([
  ...["true", "y", "yes", "on"].map((word): [string, boolean] => [word, true]),
  ...["false", "n", "no", "off"].map((word): [string, boolean] => [word, false]),
]);

/** The value a text becomes; undefined: it cannot. */
export function castText(text: string, cast: Cast): number | boolean | undefined {
  if (cast === "bool") return truths.get(text.toLowerCase());
  if (cast === "int") return /^[-+]?\d+$/.test(text) ? Number(text) : undefined;
  return decimal(text);
}

/** A decimal number as Go reads it. */
export function decimal(text: string): number | undefined {
  return /^[-+]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:e[-+]?\d+)?$/i.test(text)
    ? Number(text.replaceAll("_", ""))
    : /^[-+]?(?:inf|infinity|nan)$/i.test(text)
      ? Number.NaN
      : undefined;
}
