// Anchors and aliases with their places. An alias means the last anchor of its name above it.
import { isAlias } from "yaml";
import type { ComposeDocument } from "../yaml/document.ts";
import type { Name } from "./name.ts";
import { walkYaml } from "./yaml-walk.ts";

/** The anchors and aliases of a file, as names. */
export function anchorNames(document: ComposeDocument): readonly Name[] {
  const { text } = document;
  if (!text.includes("&") && !text.includes("*")) return [];
  const found: Name[] = [];
  const counts = new Map<string, number>();
  const keyOf = (index: number, name: string) =>
    `anchor ${index} ${counts.get(`${index} ${name}`) ?? 0} ${name}`;
  walkYaml(document, (node, _isKey, index) => {
    const [start = 0] = node.range ?? [];
    if (isAlias(node)) {
      const name = node.source;
      const span = { start: start + 1, end: start + 1 + name.length };
      found.push({ kind: "anchor", name, declares: false, key: keyOf(index, name), ...span });
      return;
    }
    const name = "anchor" in node ? node.anchor : undefined;
    const place = name ? anchorBefore(text, name, start) : -1;
    if (!name || place < 0) return;
    counts.set(`${index} ${name}`, (counts.get(`${index} ${name}`) ?? 0) + 1);
    const span = { start: place + 1, end: place + 1 + name.length };
    found.push({ kind: "anchor", name, declares: true, key: keyOf(index, name), ...span });
  });
  return found;
}

/** Where `&name` stands before the node that it names. */
function anchorBefore(text: string, name: string, start: number): number {
  let place = text.lastIndexOf(`&${name}`, start);
  while (place > 0 && !/[\s,[\]{}]|^$/.test(text[place + name.length + 1] ?? ""))
    place = text.lastIndexOf(`&${name}`, place - 1);
  return place;
}
