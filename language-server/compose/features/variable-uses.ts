// Where `${VAR}` and `$VAR` stand in a file.
import { memoized } from "../memo.ts";
import { expressionsIn, type PlacedExpression } from "../variables/interpolation.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import type { Entry, Node } from "../yaml/tree.ts";
import type { Name } from "./name.ts";

/** The expressions of a file with their places. */
export const expressionsOf = memoized((source: ComposeDocument): readonly PlacedExpression[] =>
  source.text.includes("$")
    ? source.readings.flat().flatMap(({ parts }) => parts.flatMap(expressionsOfPart))
    : [],
);

function expressionsOfPart(part: Node | Entry): readonly PlacedExpression[] {
  return "keySpan" in part || part.kind !== "scalar" ? [] : expressionsIn(part);
}

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
