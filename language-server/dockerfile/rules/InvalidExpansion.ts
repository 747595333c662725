// Words whose variables or quotes BuildKit cannot read.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type ExpansionProblem, expand } from "../syntax/expand.ts";
import { expandedWords, expandingKeywords } from "../syntax/expanded-words.ts";

export const InvalidExpansion: Rule<DockerfileDocument> = {
  code: "InvalidExpansion",
  aliases: [],
  severity: "error",
  summary: "A quote or brace is never closed, or a variable's modifier does not exist.",
  scope: { each: ["FROM", ...expandingKeywords] },
  check(document, report) {
    for (const keyword of expandingKeywords)
      for (const instruction of document.byKeyword(keyword))
        for (const { text, start, end } of expandedWords(instruction)) {
          const { problem } = expand(text, document.escape, () => "x");
          if (problem) report({ start, end }, describe(problem.kind));
        }
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

function describe(kind: ExpansionProblem): string {
  if (kind === "modifier") return t("This modifier of a variable does not exist.");
  if (kind === "brace") return t("The closing } of the variable is missing.");
  if (kind === "name") return t("The variable has no valid name.");
  return t("The closing quote is missing.");
}
