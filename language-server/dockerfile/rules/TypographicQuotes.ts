// Curly quotes, as word processors and web pages make them.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { expand } from "../syntax/expand.ts";
import { expandedWords, expandingKeywords } from "../syntax/expanded-words.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { instructionTable } from "../syntax/instructions.ts";
import { alsoInShellForm } from "./JSONArgsRecommended.ts";
import { curly, isCurly, QUOTES, straight } from "./parts/typographic.ts";

export const TypographicQuotes: Rule<DockerfileDocument> = {
  code: "TypographicQuotes",
  aliases: [],
  severity: "warning",
  summary: "To Docker, typographic quotes are not quotes; write straight ones.",
  scope: { each: ["*"], reads: ["SHELL"] },
  check(document, report) {
    if (!QUOTES.test(document.text)) return;
    for (const instruction of document.instructions) {
      if (!instructionTable[instruction.keyword] || !isCurly(instruction)) continue;
      if (isRefused(instruction)) continue;
      report(instruction.argumentSpan, curly(), {
        ...alsoInShellForm(document, instruction),
        fixes: () => [straight(instruction)],
      });
    }
  },
};

/** Where they leave another quote open, BuildKit refuses the line, and InvalidExpansion tells it. */
function isRefused(instruction: Instruction): boolean {
  return (
    expandingKeywords.some((keyword) => keyword === instruction.keyword) &&
    expandedWords(instruction).some(
      ({ text }) => expand(text, instruction.escape, () => "x").problem,
    )
  );
}
