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
    const lowerWins = mostAreLower(instructions);
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

function mostAreLower(instructions: readonly Instruction[]): boolean {
  const counts = new Map<string, number>();
  for (const { keywordText } of instructions)
    counts.set(keywordText, (counts.get(keywordText) ?? 0) + 1);
  let lower = 0;
  for (const [word, count] of counts) {
    if (word === word.toLowerCase()) lower += count;
    else if (word === word.toUpperCase()) lower -= count;
  }
  return lower > 0;
}
