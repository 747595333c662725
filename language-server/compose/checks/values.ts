// Values that the schema takes for text and Compose reads further: durations, sizes, ports,
// mounts and the like. A table of paths says which reader judges which value.
import { t } from "../../l10n.ts";
import { castText, decimal, type KeyTree, keyTree, stepInto } from "../cast.ts";
import { checkDuration, isIp, isRefusal, parseBytes, parseMount, parsePort } from "../formats.ts";
import type { Complain } from "../problem.ts";
import { isDecimal } from "../yaml/scalars.ts";
import { at, isNull, type MapNode, type Node, scalarAt, textAt } from "../yaml/tree.ts";
import { type Check, command, gpu, scalar, ssh, test, watch } from "./value-checks.ts";

const duration: Check = (node, complain) =>
  scalar("BadDuration", checkDuration)(node, (code, where, message) => {
    const seconds = node.kind === "scalar" && /^\d+$/.test(node.text) ? `${node.text}s` : "";
    const edits = [{ start: where.start, end: where.end, newText: seconds }];
    const fix = { title: t("Write {0}", seconds), edits, safe: true };
    complain(code, where, message, { fixes: () => (seconds ? [fix] : []) });
  });

const bytes = scalar("BadSize", (text, { value }) =>
  typeof value === "number" || parseBytes(text) !== undefined
    ? undefined
    : t('"{0}" is not a size; write 512m, 1g or a number of bytes.', text),
);

const count = scalar("WrongType", (text, node) =>
  (typeof node.value === "number" && !isDecimal(node)) || /^(?:all|[-+]?\d+)$/.test(text)
    ? undefined
    : t('"{0}" must be "all" or a number.', text),
);

const number = scalar("WrongType", (text, { value }) =>
  typeof value === "number" || decimal(text) !== undefined
    ? undefined
    : t('"{0}" must be a number.', text),
);

const exposed = scalar("BadPort", (text, node) =>
  isDecimal(node) ? t('"{0}" is not a port.', text) : undefined,
);

/** Compose takes whole numbers for texts, and no others. */
const textOrWhole = scalar("WrongType", (text, node) =>
  isDecimal(node) || typeof node.value === "boolean"
    ? t('"{0}" must be {1} here.', text, t("text"))
    : undefined,
);

const shortPort = scalar("BadPort", (text, node) => {
  const { value } = node;
  if (value === "") return t("A port is missing here.");
  if (isDecimal(node)) return t("YAML reads {0} as a decimal number; put it in quotes.", text);
  const port = parsePort(typeof value === "number" ? String(value) : text);
  if (isRefusal(port)) return port.refused;
  return port.target.from === 0 ? t("0 is not a container port.") : undefined;
});

const port: Check = (node, complain) => {
  if (node.kind !== "map") return shortPort(node, complain);
  const target = at(node, "target");
  const ip = scalarAt(node, "host_ip");
  if (!target || /^(?:0|-\d+)$/.test(textAt(target) ?? ""))
    complain(
      "BadPort",
      target ?? node,
      t('A port needs a "target", the port inside the container.'),
    );
  if (ip && !ip.uncertain && ip.value !== null && !isIp(ip.text))
    complain("BadPort", ip, t('"{0}" is not an IP address.', ip.text));
};

const mount: Check = (node, complain) => {
  if (node.kind === "map") return longMount(node, complain);
  if (node.kind !== "scalar" || node.uncertain || typeof node.value !== "string") return;
  const read = parseMount(node.text);
  if (isRefusal(read)) complain("BadMount", node, read.refused);
};

function longMount(node: MapNode, complain: Complain): void {
  const type = textAt(node, "type");
  const target = at(node, "target");
  if (!target || textAt(target) === "")
    complain(
      "BadMount",
      target ?? node,
      t('A mount needs a "target", the path inside the container.'),
    );
  if (type === "bind" && !at(node, "source"))
    complain("BadMount", node, t('A bind mount needs a "source", the path on the host.'));
  bytesAt(node, complain, "tmpfs", "size");
}

function bytesAt(node: Node, complain: Complain, ...path: string[]): void {
  const size = at(node, ...path);
  if (size) bytes(size, complain);
}

const device = scalar("BadDevice", (text) => {
  const parts = text.split(":");
  return parts.length > 3
    ? t('"{0}" has too many colons; the form is HOST:CONTAINER:PERMISSIONS.', text)
    : undefined;
});

const extraHost = scalar("BadHost", (text) =>
  /^[^=:]+[=:]/.test(text)
    ? undefined
    : t('"{0}" has no address: write "{0}:192.0.2.1" or "{0}:host-gateway".', text),
);

const mode = scalar("WrongType", (text, node) =>
  (typeof node.value === "number" ? !isDecimal(node) : /^[-+]?[0-7]+$/.test(text))
    ? undefined
    : wanted(node),
);

const wanted = ({ text }: { readonly text: string }) =>
  t('"{0}" must be {1} here.', text, t("a whole number"));

const truth = scalar("WrongType", (text) =>
  castText(text, "bool") === undefined
    ? t('"{0}" must be {1} here.', text, t("true or false"))
    : undefined,
);

const wholeMode = scalar("WrongType", (_text, node) =>
  typeof node.value === "number" && node.value >= 0 ? undefined : wanted(node),
);

const limit = scalar("WrongType", (_text, node) => (isDecimal(node) ? wanted(node) : undefined));

/** A whole number, also in quotes. */
const wholeNumber = scalar("WrongType", (text, node) =>
  typeof node.value === "number" || /^[-+]?\d+$/.test(text) ? undefined : wanted(node),
);

/** A limit of a build: no text is made a number there. */
const plainLimit = scalar("WrongType", (_text, node) =>
  typeof node.value === "number" && !isDecimal(node) ? undefined : wanted(node),
);

const variableName: Check = (node, complain) => {
  if (node.kind !== "list") return;
  for (const item of node.items)
    if (item.kind === "scalar" && /^[^=]*\s(?:=|$)/.test(item.text))
      complain(
        "BadVariable",
        item,
        t('The variable name "{0}" ends with a space.', item.text.split("=")[0] ?? ""),
      );
};

const notNegative = scalar("WrongValue", (text, { value }) =>
  typeof value === "number" && (value < 0 || value >= 2 ** 63)
    ? t("{0} must not be negative.", text)
    : undefined,
);

const whole = scalar("WrongType", (_text, { value }) =>
  typeof value === "number" && value >= 0 ? undefined : t("A limit must be a number."),
);

const blank = scalar("WatchPath", (text) =>
  text === "" ? t("A path must not be empty.") : undefined,
);

const context = scalar("WrongType", (text, { value }) =>
  typeof value === "string" ? undefined : t('"{0}" must be {1} here.', text, t("text")),
);

const contexts: Check = (node, complain) => {
  if (node.kind === "list") for (const item of node.items) namedContext(item, complain);
};

const namedContext = scalar("WrongValue", (text) =>
  text.includes("=") ? undefined : t('"{0}" has no context name: write NAME={0}.', text),
);

const longDevice: Check = (node, complain) => {
  if (node.kind !== "map") return device(node, complain);
  if (!textAt(node, "target"))
    complain("BadDevice", node, t('A device needs a "target", its path inside the container.'));
};

const ulimit: Check = (node, complain) => {
  if (isNull(node)) complain("WrongType", node, t("A limit must be a number."));
  else limit(node, complain);
};

const service: Readonly<Record<string, Check>> = {
  "healthcheck.interval": duration,
  "healthcheck.timeout": duration,
  "healthcheck.start_period": duration,
  "healthcheck.start_interval": duration,
  stop_grace_period: duration,
  command,
  entrypoint: command,
  "post_start.*.command": command,
  "pre_stop.*.command": command,
  "develop.watch.*.exec.command": command,
  "deploy.update_config.delay": duration,
  "deploy.update_config.monitor": duration,
  "deploy.rollback_config.delay": duration,
  "deploy.rollback_config.monitor": duration,
  "deploy.restart_policy.delay": duration,
  "deploy.restart_policy.window": duration,
  "deploy.resources.limits.memory": bytes,
  "deploy.resources.reservations.memory": bytes,
  "deploy.resources.limits.cpus": number,
  "deploy.resources.reservations.cpus": number,
  "deploy.resources.reservations.devices.*": gpu,
  "deploy.resources.reservations.devices.*.count": count,
  "gpus.*": gpu,
  "gpus.*.count": count,
  "develop.watch.*.path": blank,
  "healthcheck.retries": notNegative,
  "blkio_config.weight": whole,
  "blkio_config.weight_device.*.weight": whole,
  "deploy.update_config.parallelism": notNegative,
  "deploy.rollback_config.parallelism": notNegative,
  "deploy.restart_policy.max_attempts": notNegative,
  "deploy.placement.max_replicas_per_node": notNegative,
  mem_limit: bytes,
  mem_reservation: bytes,
  memswap_limit: bytes,
  mem_swappiness: bytes,
  shm_size: bytes,
  "build.shm_size": bytes,
  "build.ssh": ssh,
  "blkio_config.device_read_bps.*.rate": bytes,
  "blkio_config.device_write_bps.*.rate": bytes,
  "blkio_config.device_read_iops.*.rate": bytes,
  "blkio_config.device_write_iops.*.rate": bytes,
  "devices.*": longDevice,
  "extra_hosts.*": extraHost,
  "build.extra_hosts.*": extraHost,
  environment: variableName,
  "expose.*": exposed,
  "secrets.*.mode": mode,
  "configs.*.mode": mode,
  "build.secrets.*.mode": mode,
  "post_start.*.privileged": truth,
  "pre_stop.*.privileged": truth,
  "volumes.*.tmpfs.mode": wholeMode,
  "ports.*": port,
  "volumes.*": mount,
  "ulimits.*": ulimit,
  "build.additional_contexts": contexts,
  "build.additional_contexts.*": context,
  "deploy.resources.limits.pids": wholeNumber,
  "deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value": wholeNumber,
  "build.ulimits.*": plainLimit,
  "build.ulimits.*.soft": plainLimit,
  "build.ulimits.*.hard": plainLimit,
  "ulimits.*.soft": limit,
  "ulimits.*.hard": limit,
  "storage_opt.*": textOrWhole,
  "group_add.*": textOrWhole,
  "ports.*.published": textOrWhole,
};

const checks: KeyTree<Check> = keyTree(service);

/** What Compose looks at only where the service's profile is on. */
const enabledChecks: KeyTree<Check> = keyTree<Check>({
  "healthcheck.test": test,
  "develop.watch.*": watch,
  "deploy.replicas": notNegative,
  scale: notNegative,
});

/** Judges the values of any service. */
export function checkValues(node: Node, complain: Complain): void {
  visit(node, checks, complain);
}

/** Judges the rest of the values of a service that runs. */
export function checkEnabledValues(node: Node, complain: Complain): void {
  visit(node, enabledChecks, complain);
}

function visit(node: Node, tree: KeyTree<Check>, complain: Complain): void {
  tree.leaf?.(node, complain);
  if (Object.keys(tree.keys).length === 0 || node.kind === "scalar") return;
  const children: readonly (readonly [string, Node])[] =
    node.kind === "map"
      ? [...node.entries.values()].map(({ key, value }) => [key, value] as const)
      : node.items.map((item) => ["*", item] as const);
  for (const [key, child] of children) {
    const next = node.kind === "map" && key === "*" ? undefined : stepInto(tree, key);
    if (next && !(node.kind === "map" && listOnly.has(next))) visit(child, next, complain);
  }
}

/** Where the mapping form has values of another kind than the list. */
const listOnly = new Set<unknown>([
  checks.keys.extra_hosts?.keys["*"],
  checks.keys.build?.keys.extra_hosts?.keys["*"],
]);
