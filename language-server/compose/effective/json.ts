// The effective project as plain data. What is empty is left out, as Compose does.
import type { Node, Scalar } from "../yaml/tree.ts";

export type Json = Scalar | readonly Json[] | { readonly [key: string]: Json };

/** Where no value and an empty one say something. */
const telling = new Set([
  "environment",
  "args",
  "networks",
  "labels",
  "annotations",
  "options",
  "sysctls",
]);

/** A tree as data. */
export function toJson(node: Node, key = ""): Json {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map((item) => toJson(item));
  const keepsAll = telling.has(key);
  const object: Record<string, Json> = {};
  for (const one of node.entries.values()) {
    const value = toJson(one.value, one.key);
    if (keepsAll || !isEmpty(value)) object[one.key] = value;
  }
  return object;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === "") return true;
  return typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0;
}
