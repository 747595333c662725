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
  check({ instructions: all, stages }, report) {
    // BuildKit looks at stages only, not at the ARGs before them.
    const instructions = stages[0] ? all.slice(stages[0].from.index) : all;
    // Almost all files have nothing but upper case, and this runs at each key.
    const others = instructions.filter(({ keyword, keywordText }) => keyword !== keywordText);
    if (others.length === 0) return;
    const lowerWins = mostAreLower(instructions.length - others.length, others);
    for (const instruction of lowerWins ? instructions : others) {
      const { keyword, keywordText } = instruction;
      const wanted = lowerWins ? keyword.toLowerCase() : keyword;
      if (keywordText === wanted || !instructionTable[keyword]) continue;
      report(
        instruction.keywordSpan,
        t("{0} is in a different case from most instructions.", keywordText),
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

function mostAreLower(upper: number, others: readonly Instruction[]): boolean {
  return others.filter(({ keywordText: word }) => word === word.toLowerCase()).length > upper;
}
