// A service in the form that Compose itself works with: short syntax written out, paths made
// absolute, sizes and durations brought to one form. A table of paths says what becomes of what.
import { type KeyTree, keyTree, stepInto } from "../cast.ts";
import type { MapNode, Node } from "../yaml/tree.ts";
import { mapOf, without } from "./nodes.ts";
import { build, dependencies, device, grant, mount, port } from "./short-syntax.ts";
import {
  buildArguments,
  bytes,
  command,
  context,
  count,
  duration,
  gpus,
  hosts,
  labels,
  type Making,
  mode,
  names,
  number,
  one,
  path,
  policy,
  reservation,
  shell,
  texts,
  variables,
  type Write,
} from "./writers.ts";

const table: readonly (readonly [string, Write])[] = [
  [
    `healthcheck.interval healthcheck.timeout healthcheck.start_period healthcheck.start_interval
    stop_grace_period deploy.update_config.delay deploy.update_config.monitor
    deploy.rollback_config.delay deploy.rollback_config.monitor deploy.restart_policy.delay
    deploy.restart_policy.window`,
    duration,
  ],
  [
    `mem_limit mem_reservation memswap_limit mem_swappiness shm_size build.shm_size
    deploy.resources.limits.memory deploy.resources.reservations.memory
    blkio_config.device_read_bps.*.rate blkio_config.device_write_bps.*.rate
    blkio_config.device_read_iops.*.rate blkio_config.device_write_iops.*.rate`,
    bytes,
  ],
  [
    `deploy.resources.limits.cpus deploy.resources.reservations.cpus cpus deploy.resources.limits.pids
    deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value`,
    number,
  ],
  ["dns dns_search dns_opt tmpfs build.tags build.cache_from build.cache_to", one],
  ["provider.options.* develop.watch.*.include develop.watch.*.ignore", one],
  ["secrets.*.mode configs.*.mode build.secrets.*.mode", mode],
  [
    "expose user hostname domainname group_add cap_add cap_drop cpuset security_opt dns links volumes_from provider.options.*",
    texts,
  ],
  [
    "labels annotations sysctls build.labels deploy.labels logging.options storage_opt deploy.resources.reservations.devices.*.options gpus.*.options",
    labels,
  ],
  ["environment post_start.*.environment pre_stop.*.environment", variables],
  ["volumes.*.volume.labels networks.*.driver_opts", labels],
  ["build.args", buildArguments],
  ["deploy.resources.reservations.devices.* gpus.*", reservation],
  ["build.additional_contexts", labels],
  ["extra_hosts build.extra_hosts", hosts],
  [
    "command entrypoint develop.watch.*.exec.command post_start.*.command pre_stop.*.command",
    command,
  ],
  ["healthcheck.test", shell],
  ["networks models", names],
  ["build", build],
  ["build.context build.additional_contexts.*", context],
  ["develop.watch.*.path", path],
  ["ports.*", port],
  ["volumes.*", mount],
  ["secrets.*", grant("/run/secrets/")],
  ["configs.* build.secrets.*", grant("")],
  ["devices.*", device],
  ["depends_on", dependencies],
  ["gpus", gpus],
  ["deploy.resources.reservations.devices.*.count gpus.*.count", count],
  ["pull_policy", policy],
];

const writers: KeyTree<readonly Write[]> = keyTree(rows());

function rows(): Readonly<Record<string, readonly Write[]>> {
  const found: Record<string, Write[]> = {};
  for (const [paths, write] of table)
    for (const one of paths.trim().split(/\s+/)) found[one] = [...(found[one] ?? []), write];
  return found;
}

/** A merged service in its long form. */
export function written(service: MapNode, making: Making): MapNode {
  const full = write(
    without(service, "extends", "env_file", "label_file", "pull_refresh_after"),
    writers,
    making,
  );
  const [node] = full;
  return node?.kind === "map" ? node : service;
}

function write(
  node: Node,
  tree: KeyTree<readonly Write[]> | undefined,
  making: Making,
): readonly Node[] {
  if (!tree || node.tag === "reset") return [node];
  let made: readonly Node[] = [node];
  for (const step of tree.leaf ?? []) made = made.flatMap((one) => step(one, making));
  return Object.keys(tree.keys).length === 0
    ? made
    : made.map((one) => writtenBelow(one, tree, making));
}

function writtenBelow(node: Node, tree: KeyTree<readonly Write[]>, making: Making): Node {
  if (node.kind === "scalar") return node;
  if (node.kind === "list")
    return { ...node, items: node.items.flatMap((item) => write(item, tree.keys["*"], making)) };
  const entries = [...node.entries.values()].map((one) => {
    const [value = one.value] = write(one.value, stepInto(tree, one.key), making);
    return value === one.value ? one : { ...one, value };
  });
  return mapOf(node, entries);
}
