// Keywords in different case in one file.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { instructionTable } from "../syntax/instructions.ts";

export const ConsistentInstructionCasing: Rule<DockerfileDocument> = {
  code: "ConsistentInstructionCasing",
  aliases: [],
  severity: "warning",
  summary: "Write all instructions of a file in the same case.",
  check({ instructions }, report) {
    let lower = 0;
    let upper = 0;
    for (const instruction of instructions) {
      if (isLower(instruction)) lower++;
      else if (instruction.keyword === instruction.keywordText) upper++;
    }
    const lowerWins = lower > upper;
    for (const instruction of instructions) {
      const { keyword, keywordText } = instruction;
      const wanted = lowerWins ? keyword.toLowerCase() : keyword;
      if (keywordText === wanted || !instructionTable[keyword]) continue;
      report(
        instruction.keywordSpan,
        t("{0} stands in another case than most instructions.", keywordText),
        {
          fixes: () => [
            {
              title: t("Change to {0}", wanted),
              safe: true,
              edits: [{ ...instruction.keywordSpan, newText: wanted }],
            },
          ],
        },
      );
    }
  },
};

/** A word without letters is both; most are in capitals, which is soon seen. */
function isLower({ keyword, keywordText }: Instruction): boolean {
  return keywordText === keyword
    ? !/[A-Z]/.test(keyword)
    : keywordText === keywordText.toLowerCase();
}
