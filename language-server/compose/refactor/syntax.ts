// Ports and mounts in their other form: short as one text, long as a mapping.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import { isPath, isRefusal, parseMount, parsePort } from "../formats.ts";
import { at, type MapNode, type Node, textAt } from "../yaml/tree.ts";
import { blockText, columnOf, flowText, isBlockItem, type Pairs } from "./text.ts";

const kind = "refactor.rewrite";

function replaced(item: Node, title: string, newText: string): Refactoring {
  const trimmed = item.source.text.slice(item.start, item.end).trimEnd().length;
  return { kind, title, edits: [{ start: item.start, end: item.start + trimmed, newText }] };
}

function toLong(item: Node, pairs: Pairs): Refactoring {
  const newText = isBlockItem(item)
    ? blockText(pairs, columnOf(item, item.start))
    : flowText(pairs);
  return replaced(item, t("Write in the long form"), newText);
}

const toShort = (item: Node, text: string): Refactoring =>
  replaced(item, t("Write in the short form"), JSON.stringify(text));

/** Whether a mapping has no keys but these, and none of them from elsewhere. */
function hasOnly(node: MapNode, keys: string): boolean {
  const known = keys.split(" ");
  return [...node.entries.values()].every(
    ({ key, source, keySpan }) =>
      known.includes(key) && source === node.source && keySpan.start >= node.start,
  );
}

export function otherPort(item: Node): Refactoring | undefined {
  if (item.kind === "map") return shortPort(item);
  // One item with a range is several ports.
  if (item.kind !== "scalar" || item.text.includes("$")) return undefined;
  const port = parsePort(item.text);
  if (isRefusal(port) || port.target.from !== port.target.to) return undefined;
  const { ip, published, target, protocol } = port;
  const range =
    published &&
    (published.from === published.to ? [published.from] : [published.from, published.to]);
  return toLong(item, {
    target: target.from,
    published: range?.join("-"),
    host_ip: ip || undefined,
    protocol: protocol === "tcp" ? undefined : protocol,
  });
}

function shortPort(item: MapNode): Refactoring | undefined {
  const text = (key: string) => textAt(item, key) ?? "";
  const plain = hasOnly(item, "target published host_ip protocol mode");
  if (!plain || !text("target") || !/^(?:ingress)?$/.test(text("mode"))) return undefined;
  const ip = text("host_ip").includes(":") ? `[${text("host_ip")}]` : text("host_ip");
  const protocol = text("protocol") === "tcp" ? "" : text("protocol");
  const host = [ip, text("published")].filter((one, index) => one || (index === 1 && ip)).join(":");
  const short = `${host ? `${host}:` : ""}${text("target")}${protocol ? `/${protocol}` : ""}`;
  return short.includes("$") ? undefined : toShort(item, short);
}

export function otherMount(item: Node): Refactoring | undefined {
  if (item.kind === "map") return shortMount(item);
  if (item.kind !== "scalar" || item.text.includes("$")) return undefined;
  const mount = parseMount(item.text);
  if (isRefusal(mount)) return undefined;
  const { type, source, target, options } = mount;
  const selinux = options.find((option) => /^[zZ]$/.test(option));
  const known = options.every((option) => /^(?:ro|rw|nocopy|[zZ])$/.test(option));
  if (!known || (type === "bind" && options.includes("nocopy"))) return undefined;
  return toLong(item, {
    type,
    source: source || undefined,
    target,
    read_only: options.includes("ro") ? true : undefined,
    bind: type === "bind" ? { create_host_path: true, selinux } : undefined,
    volume: options.includes("nocopy") ? { nocopy: true } : undefined,
  });
}

function shortMount(item: MapNode): Refactoring | undefined {
  const text = (...path: string[]) => textAt(item, ...path) ?? "";
  const type = text("type");
  const source = text("source");
  const below = type === "bind" ? "create_host_path selinux" : "nocopy";
  const more = at(item, type);
  const plain =
    /^(?:bind|volume)$/.test(type) &&
    hasOnly(item, `type source target read_only ${type}`) &&
    (!more || (more.kind === "map" && hasOnly(more, below)));
  // The short form makes a missing folder, the long one only when it is told to.
  const alike = isPath(source) === (type === "bind" && text("bind", "create_host_path") === "true");
  const options = [
    text("read_only") === "true" && "ro",
    text("bind", "selinux"),
    text("volume", "nocopy") === "true" && "nocopy",
  ].filter(Boolean);
  const parts = [source, text("target"), options.join(",")].filter(Boolean);
  const whole = text("target") && (source || options.length === 0);
  const short = parts.join(":");
  return plain && alike && whole && !short.includes("$") ? toShort(item, short) : undefined;
}
