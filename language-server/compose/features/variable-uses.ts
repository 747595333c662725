// Where `${VAR}` and `$VAR` stand in a file.
import { isScalar } from "yaml";
import { memoized } from "../memo.ts";
import { expressionsIn, type PlacedExpression } from "../variables/interpolation.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import type { Name } from "./name.ts";
import { walkYaml } from "./yaml-walk.ts";

/** The expressions of a file with their places. */
export const expressionsOf = memoized((source: ComposeDocument): readonly PlacedExpression[] => {
  if (!source.text.includes("$")) return [];
  const found: PlacedExpression[] = [];
  walkYaml(source, (node, isKey) => {
    if (isKey || !isScalar(node) || typeof node.value !== "string") return;
    const text = node.value;
    if (!text.includes("$")) return;
    const [start = 0, end = 0] = node.range ?? [];
    found.push(
      ...expressionsIn({
        kind: "scalar",
        source,
        start,
        end,
        text,
        value: text,
        style: "plain",
        size: 1,
      }),
    );
  });
  return found;
});

/** The variables that a file uses, as names. */
export function variableUses(document: ComposeDocument): readonly Name[] {
  return expressionsOf(document).map(({ expression: { name }, nameSpan }) => ({
    kind: "variable",
    name,
    declares: false,
    key: `variable ${name}`,
    start: nameSpan.start,
    end: nameSpan.end,
  }));
}
