// Writes single values of a service out: texts, numbers, sizes, lists of pairs. Knows no paths of
// keys; service.ts has the table that says which writer judges what.
import { decimal } from "../cast.ts";
import { readCommand } from "../command-line.ts";
import { parseBytes } from "../formats.ts";
import { keyed, named } from "../project/merge.ts";
import { isDecimal } from "../yaml/scalars.ts";
import { entriesAt, isNull, itemsAt, type Node, type ScalarNode, textAt } from "../yaml/tree.ts";
import { normalDuration } from "./formats.ts";
import { list, mapOf, mapping, scalar, withValue } from "./nodes.ts";
import { absolutePath, isRemote } from "./paths.ts";

/** What values may be made with. */
export interface Making {
  /** The folder that paths in a node's file are relative to. */
  folder(node: Node): string;
  variable(name: string): string | undefined;
  readonly environment: Readonly<Record<string, string>>;
}

/** Gives the value's other form, several for a list's item, or nothing to leave it out. */
export type Write = (node: Node, making: Making) => Node | readonly Node[];

export const onText =
  (write: (text: string, node: ScalarNode, making: Making) => Node | readonly Node[]): Write =>
  (node, making) =>
    node.kind === "scalar" && node.value !== null ? write(node.text, node, making) : node;

export const duration = onText((value, node) => scalar(node, normalDuration(value)));
export const bytes = onText((value, node) => {
  const size = typeof node.value === "number" ? node.value : parseBytes(value);
  return scalar(node, size === undefined ? value : String(size));
});
export const number = onText((value, node) => {
  const read = typeof node.value === "number" ? node.value : decimal(value);
  return scalar(node, read ?? value);
});
export const mode = onText((value, node) => {
  const number = typeof node.value === "number" ? node.value : Number.parseInt(value, 8);
  return Number.isNaN(number) ? node : scalar(node, `0${number.toString(8)}`);
});
export const policy = onText((value, node) =>
  value === "if_not_present" ? scalar(node, "missing") : node,
);
export const one = onText((_value, node) => list(node, [node]));
export const texts: Write = (node) =>
  node.kind === "list" ? { ...node, items: node.items.map(asText) } : asText(node);
export const path = onText((value, node, making) =>
  scalar(node, absolutePath(making.folder(node), value, making.environment)),
);
export const context = onText((value, node, making) =>
  isRemote(value)
    ? node
    : scalar(node, absolutePath(making.folder(node), value, making.environment)),
);
export const command = onText((value, node) =>
  list(
    node,
    readCommand(value).words.map((word) => scalar(node, word)),
  ),
);
export const shell = onText((value, node) =>
  list(node, [scalar(node, "CMD-SHELL"), scalar(node, value)]),
);
export const names: Write = (node) => (node.kind === "list" ? named(node) : node);

/** Numbers and truth values as text. */
export function shown(node: ScalarNode, written: string): string {
  const { value } = node;
  if (typeof value === "string") return written;
  return typeof value === "number" && isDecimal(node) ? decimalText(value) : String(value);
}

/** A decimal number as Go writes it. */
function decimalText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  const size = Math.abs(Number(exponent));
  if (value === 0 || (Number(exponent) >= -4 && Number(exponent) < 6)) return String(value);
  return `${digits}e${exponent.startsWith("-") ? "-" : "+"}${size < 10 ? "0" : ""}${size}`;
}

export function asText(node: Node): Node {
  return node.kind === "scalar" && node.value !== null
    ? scalar(node, shown(node, node.text))
    : node;
}

/** `- KEY=value` and `KEY: value` as a mapping of texts; what has no value is asked of `missing`. */
export const pairs =
  (missing: (key: string, making: Making) => string | null): Write =>
  (node, making) => {
    const map = keyed(node);
    if (map.kind !== "map") return node;
    return mapOf(
      map,
      [...map.entries.values()].map((one) => ({
        ...one,
        value: isNull(one.value)
          ? scalar({ ...one.keySpan, source: one.source }, missing(one.key, making))
          : asText(one.value),
      })),
    );
  };

/** Build arguments without a value anywhere are not handed on. */
export const buildArguments: Write = (node, making) => {
  const map = variables(node, making) as Node;
  return map.kind === "map"
    ? mapOf(
        map,
        [...map.entries.values()].filter(({ value }) => !isNull(value)),
      )
    : map;
};
export const variables = pairs((key, { variable }) => variable(key) ?? null);
export const labels = pairs(() => "");

export const hosts: Write = (node) => {
  const lines =
    node.kind === "list"
      ? node.items.flatMap((item) => {
          const [, name = "", address = ""] = /^([^=:]*)[=:](.*)$/.exec(textAt(item) ?? "") ?? [];
          return address.split(",").map((one) => hostLine(item, name, one));
        })
      : entriesAt(node).flatMap(({ key, value }) =>
          itemsAt(mapping(value, { all: value }), "all").map((one) =>
            hostLine(one, key, textAt(one) ?? ""),
          ),
        );
  return list(
    node,
    lines.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)),
  );
};

function hostLine(origin: Node, name: string, address: string): ScalarNode {
  return scalar(origin, `${name}=${address.replace(/^\[(.*)\]$/, "$1")}`);
}

export const gpus: Write = (node) =>
  node.kind === "scalar" ? list(node, [mapping(node, { count: -1 })]) : node;
export const count = onText((value, node) => scalar(node, value === "all" ? -1 : Number(value)));

export const nothing: Making = { folder: () => "", variable: () => undefined, environment: {} };

/** A reservation that says neither how many nor which is for all devices. */
export const reservation: Write = (node) =>
  node.kind === "map" && !node.entries.has("count") && !node.entries.has("device_ids")
    ? withValue(node, "count", scalar(node, -1))
    : node;
