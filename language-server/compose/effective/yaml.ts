// The effective project as the text of a Compose file. Each line knows the node it comes from.
import type { SourceSpan } from "../problem.ts";
import { isDate, plainScalar } from "../yaml/scalars.ts";
import type { Entry, MapNode, Node, ScalarNode } from "../yaml/tree.ts";

export interface Line {
  readonly text: string;
  /** Missing for what Compose puts in by itself. */
  readonly origin?: SourceSpan;
}

/** A tree as lines of YAML; what is empty is left out, as in `docker compose config`. */
export function toYaml(root: MapNode): readonly Line[] {
  const lines: Line[] = [];
  writeMap(root, "", lines, "");
  return lines;
}

/** Where a key without a value says something. */
const telling = new Set(["environment", "args", "networks", "labels", "options"]);

function writeMap(node: MapNode, indent: string, lines: Line[], under: string): void {
  for (const entry of node.entries.values())
    if (telling.has(under) || !isEmpty(entry.value, entry.key)) writeEntry(entry, indent, lines);
}

function writeEntry({ key, keySpan, source, value }: Entry, indent: string, lines: Line[]): void {
  const origin = { ...keySpan, source };
  const head = `${indent}${quoted(key)}:`;
  if (value.kind === "scalar") writeScalar(value, `${head} `, indent, lines, origin);
  else if (isEmpty(value, key)) lines.push({ text: `${head} {}`, origin });
  else {
    lines.push({ text: head, origin });
    if (value.kind === "map") writeMap(value, `${indent}  `, lines, key);
    else for (const item of value.items) writeItem(item, `${indent}  `, lines);
  }
}

function writeItem(item: Node, indent: string, lines: Line[]): void {
  if (item.kind === "scalar") {
    writeScalar(item, `${indent}- `, indent, lines, item);
    return;
  }
  const first = lines.length;
  if (item.kind === "map") writeMap(item, `${indent}  `, lines, "");
  else for (const one of item.items) writeItem(one, `${indent}  `, lines);
  const line = lines[first];
  if (line) lines[first] = { ...line, text: `${indent}- ${line.text.slice(indent.length + 2)}` };
  else lines.push({ text: `${indent}- {}`, origin: item });
}

function writeScalar(
  node: ScalarNode,
  head: string,
  indent: string,
  lines: Line[],
  origin: SourceSpan,
): void {
  const { value } = node;
  if (typeof value !== "string") {
    lines.push({ text: `${head}${value === null ? "null" : String(value)}`, origin });
    return;
  }
  // What it says is read as a Compose file again.
  const text = value.replaceAll("$", "$$$$");
  const block = /\n$/.test(text) && !/^\n|(?:^|\n)[ \t]|[ \t]\n|[^\P{C}\n]|\n\n$/u.test(text);
  if (!block) {
    lines.push({ text: head + quoted(text), origin });
    return;
  }
  lines.push({ text: `${head}|`, origin });
  const rows = text.slice(0, -1).split("\n");
  for (const row of rows) lines.push({ text: row && `${indent}  ${row}`, origin });
}

/** Text as a scalar that YAML reads as this text. */
function quoted(text: string): string {
  const plain =
    /^[\p{L}\p{N}_./~$(+<=^][^\n\r]*$/u.test(text) &&
    !/: |:$| #|\s$|[^\P{C}]/u.test(text) &&
    typeof plainScalar(text) === "string" &&
    !isDate(text) &&
    !/^(?:y|n|yes|no|on|off|<<|=|[\d:]+(?:\.\d*)?)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

function isEmpty(node: Node, key: string): boolean {
  if (node.kind === "scalar") return node.value === null || node.value === "";
  if (node.kind === "list") return node.items.length === 0;
  const entries = [...node.entries.values()];
  return telling.has(key)
    ? entries.length === 0
    : entries.every((one) => isEmpty(one.value, one.key));
}
