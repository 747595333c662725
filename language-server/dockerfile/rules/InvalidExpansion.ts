// Words whose variables or quotes BuildKit cannot read.

import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { isFixed, type Place } from "../model/fixed-values.ts";
import { lookupAt } from "../model/scopes.ts";
import { type ExpansionProblem, expand, expandBody, type VariableUse } from "../syntax/expand.ts";
import {
  type ExpandedWord,
  expandedBodies,
  expandedWords,
  expandingKeywords,
} from "../syntax/expanded-words.ts";
import { curly, isCurly, straight } from "./parts/typographic.ts";

export const InvalidExpansion: Rule<DockerfileDocument> = {
  code: "InvalidExpansion",
  aliases: [],
  severity: "error",
  summary: "A quote or brace is never closed, or a variable's modifier does not exist.",
  scope: { each: ["FROM", ...expandingKeywords], stage: ["ENV", "ARG"] },
  check(document, report, { host }) {
    for (const keyword of expandingKeywords)
      for (const instruction of document.byKeyword(keyword))
        checkWords({ document, instruction, host }, report);
    for (const from of document.byKeyword("FROM")) {
      const place = { document, instruction: from, host };
      const platform = from.flag("platform");
      const [base] = from.words;
      if (base) checkWord(place, base, report);
      if (platform) checkWord(place, { ...platform, text: platform.raw }, report);
    }
  },
};

function checkWord(place: Place, { text, start, end }: ExpandedWord, report: Report): void {
  const { problem, uses } = expand(text, place.instruction.escape, () => "x");
  const wrong = problem ? describe(problem.kind) : unset(place, uses);
  if (wrong) report({ start, end }, wrong);
}

function checkWords(place: Place, report: Report): void {
  const { document, instruction } = place;
  const words = expandedWords(instruction);
  const mayBeCurly = words.length > 0 && isCurly(instruction);
  for (const word of words) {
    // A curly quote looks like the one that is missing.
    if (mayBeCurly && expand(word.text, instruction.escape, () => "x").problem) {
      report(instruction.argumentSpan, curly(), { fixes: () => [straight(instruction)] });
      return;
    }
    checkWord(place, word, report);
  }
  for (const { text, start, end } of expandedBodies(instruction, document.text)) {
    const { problem, uses } = expandBody(text, instruction.escape, () => "x");
    const at = start + (problem?.offset ?? 0);
    const missing = unset(place, uses);
    if (problem) report({ start: at, end: at + 1 }, describe(problem.kind));
    else if (missing) report({ start, end }, missing);
  }
}

/** A variable that must have a value (`?`), and has none in any build. */
function unset(place: Place, uses: readonly VariableUse[]): string | undefined {
  const asked = uses.filter(({ modifier }) => modifier.endsWith("?"));
  if (asked.length === 0) return undefined;
  const lookup = lookupAt(place.document, place.instruction);
  const missing = asked.find((use) => {
    const value = lookup(use.name);
    return (value === undefined || (value === "" && use.modifier === ":?")) && isFixed(place, use);
  });
  return missing && t("{0} must have a value because of the ?, and has none.", missing.name);
}

function describe(kind: ExpansionProblem): string {
  if (kind === "modifier")
    return t("There is no such modifier of a variable; write \\$ for a plain dollar sign.");
  if (kind === "brace") return t("The closing } of the variable is missing.");
  if (kind === "pattern") return t("In a pattern, only *, ?, }, / and \\ may be escaped.");
  if (kind === "slash") return t("A replacement is missing: write ${name/pattern/replacement}.");
  if (kind === "name") return t("The variable has no valid name.");
  return t("The closing quote is missing.");
}
