// A tree as YAML for the eye: short, and cut off where it gets long.
import type { Entry, Node } from "../yaml/tree.ts";

/** The lines of a value. `most`: how many at most. */
export function yamlText(node: Node, most = 40): string {
  const lines: string[] = [];
  write(node, "", lines, most);
  return lines.length > most ? [...lines.slice(0, most), "…"].join("\n") : lines.join("\n");
}

function write(node: Node, indent: string, lines: string[], most: number): void {
  if (lines.length > most) return;
  if (node.kind === "scalar") lines.push(`${indent}${scalarText(node)}`);
  else if (node.kind === "list")
    for (const item of node.items) writeItem(item, indent, lines, most);
  else for (const entry of node.entries.values()) writeEntry(entry, indent, lines, most);
}

function writeItem(item: Node, indent: string, lines: string[], most: number): void {
  const at = lines.length;
  write(item, `${indent}  `, lines, most);
  const first = lines[at];
  if (first !== undefined) lines[at] = `${indent}- ${first.slice(indent.length + 2)}`;
}

function writeEntry({ key, value }: Entry, indent: string, lines: string[], most: number): void {
  const short = shortText(value);
  lines.push(`${indent}${key}:${short ? ` ${short}` : ""}`);
  if (short === undefined) write(value, `${indent}  `, lines, most);
}

/** What stands behind the key itself; undefined: the value takes lines of its own. */
function shortText(value: Node): string | undefined {
  if (value.kind === "scalar") return scalarText(value);
  if (size(value) > 0) return undefined;
  return value.kind === "map" ? "{}" : "[]";
}

function size(node: Exclude<Node, { kind: "scalar" }>): number {
  return node.kind === "map" ? node.entries.size : node.items.length;
}

function scalarText(node: Extract<Node, { kind: "scalar" }>): string {
  const { value, text } = node;
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const plain =
    /^[\w./][\w./:@ -]*$/.test(text) &&
    !/^[\d.]+$|: |^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
