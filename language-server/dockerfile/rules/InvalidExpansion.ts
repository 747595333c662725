// Words whose variables or quotes BuildKit cannot read.

import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type ExpansionProblem, expand, expandBody } from "../syntax/expand.ts";
import { expandedBodies, expandedWords, expandingKeywords } from "../syntax/expanded-words.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { curly, isCurly, straight } from "./parts/typographic.ts";

export const InvalidExpansion: Rule<DockerfileDocument> = {
  code: "InvalidExpansion",
  aliases: [],
  severity: "error",
  summary: "A quote or brace is never closed, or a variable's modifier does not exist.",
  scope: { each: ["FROM", ...expandingKeywords] },
  check(document, report) {
    for (const keyword of expandingKeywords)
      for (const instruction of document.byKeyword(keyword))
        checkWords(document, instruction, report);
    const inFrom = document.byKeyword("FROM").flatMap((from) => {
      const platform = from.flag("platform");
      return [
        ...from.words.slice(0, 1),
        ...(platform ? [{ ...platform, text: platform.raw }] : []),
      ];
    });
    for (const { text, start, end } of inFrom) {
      const { problem } = expand(text, document.escape, () => "x");
      if (problem) report({ start, end }, describe(problem.kind));
    }
  },
};

function checkWords(document: DockerfileDocument, instruction: Instruction, report: Report): void {
  for (const { text, start, end } of expandedWords(instruction)) {
    const { problem } = expand(text, instruction.escape, () => "x");
    if (!problem) continue;
    // A curly quote looks like the one that is missing.
    if (isCurly(instruction)) {
      report(instruction.argumentSpan, curly(), { fixes: () => [straight(instruction)] });
      return;
    }
    report({ start, end }, describe(problem.kind));
  }
  for (const { text, start } of expandedBodies(instruction, document.text)) {
    const { problem } = expandBody(text, instruction.escape, () => "x");
    const at = start + (problem?.offset ?? 0);
    if (problem) report({ start: at, end: at + 1 }, describe(problem.kind));
  }
}

function describe(kind: ExpansionProblem): string {
  if (kind === "modifier")
    return t("There is no such modifier of a variable; write \\$ for a plain dollar sign.");
  if (kind === "brace") return t("The closing } of the variable is missing.");
  if (kind === "slash") return t("A replacement is missing: write ${name/pattern/replacement}.");
  if (kind === "name") return t("The variable has no valid name.");
  return t("The closing quote is missing.");
}
