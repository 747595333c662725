// Ports, mounts, builds, dependencies and the like in their long form.
import { isRefusal, parseMount, parsePort } from "../formats.ts";
import { named } from "../project/merge.ts";
import { at, type MapNode, mapAt, type Node, textAt } from "../yaml/tree.ts";
import { mapOf, mapping, scalar, withValue } from "./nodes.ts";
import { absolutePath } from "./paths.ts";
import {
  asText,
  bytes,
  type Making,
  nothing,
  number,
  onText,
  path,
  type Write,
} from "./writers.ts";

export const build: Write = (node) => {
  const map = node.kind === "scalar" ? mapping(node, { context: node }) : node;
  if (map.kind !== "map") return node;
  const full = at(map, "context") ? map : withValue(map, "context", scalar(node, "."));
  return at(full, "dockerfile") || at(full, "dockerfile_inline")
    ? full
    : withValue(full, "dockerfile", scalar(node, "Dockerfile"));
};

export const port: Write = (node) => {
  if (node.kind === "map") {
    const published = at(node, "published");
    const target = at(node, "target");
    let map = node;
    for (const [key, value] of [
      ["mode", "ingress"],
      ["protocol", "tcp"],
    ] as const)
      if (!at(map, key)) map = withValue(map, key, scalar(node, value));
    if (target) map = withValue(map, "target", number(target, nothing) as Node);
    return published ? withValue(map, "published", asText(published)) : map;
  }
  if (node.kind !== "scalar") return node;
  const read = parsePort(typeof node.value === "number" ? String(node.value) : node.text);
  if (isRefusal(read)) return node;
  const { ip, published, target, protocol } = read;
  const count = target.to - target.from;
  return Array.from({ length: count + 1 }, (_, step) =>
    mapping(node, {
      mode: "ingress",
      host_ip: ip || undefined,
      target: target.from + step,
      published: published && hostPort(published, count, step),
      protocol,
    }),
  );
};

/** A range before a single port stays a range: the engine picks one of it. */
export function hostPort(
  { from, to }: { from: number; to: number },
  count: number,
  step: number,
): string {
  return count === 0 && to > from ? `${from}-${to}` : String(from + step);
}

export const propagations = ["private", "rprivate", "shared", "rshared", "slave", "rslave"];

export const mount: Write = (node, making) => {
  if (node.kind === "map") return longMount(node, making);
  if (node.kind !== "scalar") return node;
  const read = parseMount(node.text);
  if (isRefusal(read)) return node;
  const has = (...options: readonly string[]) =>
    read.options.findLast((option) => options.includes(option));
  const bind = read.type === "bind";
  return mapping(node, {
    type: read.type,
    source: !read.source
      ? undefined
      : bind
        ? absolutePath(making.folder(node), read.source, making.environment)
        : read.source,
    target: cleaned(read.target),
    read_only: has("ro") ? true : undefined,
    consistency: has("cached", "delegated", "consistent"),
    bind: mapping(node, {
      selinux: has("z", "Z"),
      propagation: has(...propagations),
      create_host_path: bind || undefined,
    }),
    volume: bind ? undefined : mapping(node, { nocopy: has("nocopy") ? true : undefined }),
  });
};

export function longMount(node: MapNode, making: Making): Node {
  const source = at(node, "source");
  const target = textAt(node, "target");
  let map = node;
  if (source && textAt(node, "type") === "bind")
    map = withValue(map, "source", path(source, making) as Node);
  if (target !== undefined) map = withValue(map, "target", scalar(node, cleaned(target)));
  const size = at(node, "tmpfs", "size");
  const tmpfs = mapAt(node, "tmpfs");
  return size && tmpfs
    ? withValue(map, "tmpfs", withValue(tmpfs, "size", bytes(size, making) as Node))
    : map;
}

/** A path of the container without what says nothing. */
export function cleaned(path: string): string {
  if (!path.includes("/") && !/^\.{1,2}$/.test(path)) return path;
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else if (part !== "" && part !== "." && !(part === ".." && path.startsWith("/")))
      kept.push(part);
  }
  return (path.startsWith("/") ? "/" : "") + kept.join("/") || ".";
}

export const grant =
  (folder: string): Write =>
  (node) => {
    const source = textAt(node, "source") ?? textAt(node) ?? "";
    const target = folder ? scalar(node, folder + source) : undefined;
    if (node.kind === "scalar") return mapping(node, { source, target });
    return node.kind === "map" && target && !at(node, "target")
      ? withValue(node, "target", target)
      : node;
  };

export const device = onText((value, node) => {
  const [source = "", target, permissions] = value.split(":");
  return mapping(node, {
    source,
    target: target || source,
    permissions: permissions ?? "rwm",
  });
});

export const dependencies: Write = (node) => {
  const map = named(node);
  if (map.kind !== "map") return node;
  return mapOf(
    map,
    [...map.entries.values()].map((one) => ({
      ...one,
      value: dependency(one.value, { ...one.keySpan, source: one.source }),
    })),
  );
};

export function dependency(node: Node, origin: Parameters<typeof mapping>[0]): MapNode {
  const map = node.kind === "map" ? node : mapping(origin, {});
  const started = at(map, "condition")
    ? map
    : withValue(map, "condition", scalar(origin, "service_started"));
  return at(started, "required") ? started : withValue(started, "required", scalar(origin, true));
}
