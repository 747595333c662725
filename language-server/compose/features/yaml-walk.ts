// Goes through the YAML nodes of a file in the order of the text, aliases not followed.
import { isAlias, isMap, isPair, isScalar, isSeq, type Node as YamlNode } from "yaml";
import type { ComposeDocument } from "../yaml/document.ts";

export type Visit = (node: YamlNode, isKey: boolean, documentIndex: number) => void;

/** Calls `visit` for every node, keys included. */
export function walkYaml(document: ComposeDocument, visit: Visit): void {
  document.yaml.forEach(({ contents }, index) => {
    const stack: Step[] = [{ node: contents, isKey: false }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, isKey } = next;
      if (isMap(node) || isSeq(node) || isScalar(node) || isAlias(node)) visit(node, isKey, index);
      pushInner(node, stack);
    }
  });
}

interface Step {
  readonly node: unknown;
  readonly isKey: boolean;
}

/** What a node holds, the first on top. */
function pushInner(node: unknown, stack: Step[]): void {
  if (isPair(node)) stack.push({ node: node.value, isKey: false }, { node: node.key, isKey: true });
  else if (isMap(node) || isSeq(node))
    for (let at = node.items.length - 1; at >= 0; at--)
      stack.push({ node: node.items[at], isKey: false });
}
