import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { memoized } from "../memo.ts";
import type { ComposeModel } from "../project/model.ts";
import { folderOf } from "../uri.ts";
import { expressionsIn } from "../variables/interpolation.ts";
import type { MapNode, Node, ScalarNode } from "../yaml/tree.ts";

export const UnsetVariable: Rule<ComposeModel> = {
  code: "UnsetVariable",
  aliases: [],
  severity: "hint",
  summary: "Compose replaces a variable that has no value with nothing, and warns.",
  check(model, report, { host, uri }) {
    if (!model.root) return;
    const env = `${folderOf(uri)}.env`;
    const text = host.files.read(env);
    // Who has a .env means it to have all of them.
    const severity = typeof text === "string" ? "warning" : "hint";
    const seen = new Set<number>();
    for (const node of unsetIn(model.root))
      for (const found of node.source === model.source ? expressionsIn(node) : []) {
        const { expression, start, end, nameSpan } = found;
        const { name, operator, braced } = expression;
        if (!isUnset(node, name, operator) || seen.has(start)) continue;
        seen.add(start);
        report(
          braced ? nameSpan : { start, end },
          t("The variable {0} has no value; Compose replaces it with nothing.", name),
          { severity, fixes: () => fixes(name, { start, end }, env, text) },
        );
      }
  },
};

function fixes(name: string, span: Span, env: string, text: string | null | undefined) {
  return [
    {
      title: t("Set {0} in .env", name),
      edits: [],
      otherFiles: { [env]: [lineFor(name, text)] },
    },
    {
      title: t("Give {0} a default here", name),
      edits: [{ ...span, newText: `\${${name}:-}` }],
    },
  ];
}

function lineFor(name: string, text: string | null | undefined) {
  const end = text?.length ?? 0;
  return { start: end, end, newText: `${text && !text.endsWith("\n") ? "\n" : ""}${name}=\n` };
}

/** Whether a part of the file has such a scalar, and no default for it. */
const hasUnset = memoized((part: Node) =>
  [...unsetScalars(part)].some((node) =>
    expressionsIn(node).some(({ expression: { name, operator } }) => isUnset(node, name, operator)),
  ),
);

function isUnset({ unset }: ScalarNode, name: string, operator: string | undefined): boolean {
  return !operator && unset?.includes(name) === true;
}

function* unsetIn(root: MapNode): Iterable<ScalarNode> {
  for (const { value: section } of root.entries.values())
    if (section.kind !== "map") yield* unsetScalars(section);
    else
      for (const { value } of section.entries.values())
        if (hasUnset(value)) yield* unsetScalars(value);
}

function* unsetScalars(top: Node): Generator<ScalarNode> {
  const stack: Node[] = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "scalar") {
      if (node.unset) yield node;
    } else if (node.kind === "list") stack.push(...node.items);
    else for (const { value } of node.entries.values()) stack.push(value);
  }
}
