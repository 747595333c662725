// A keyword that BuildKit does not know.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import type { Instruction } from "../instruction.ts";
import { instructionTable } from "../instructions.ts";
import { nearest } from "../suggest.ts";

const KEYWORDS = Object.keys(instructionTable);

export const UnknownInstruction: Rule<DockerfileDocument> = {
  code: "UnknownInstruction",
  aliases: [],
  severity: "error",
  summary: "BuildKit does not know the instruction.",
  scope: { each: ["*"] },
  check({ instructions }, report) {
    for (const instruction of instructions) {
      check(instruction);
      if (instruction.trigger) check(instruction.trigger);
    }
    function check({ keyword, keywordText, keywordSpan }: Instruction): void {
      if (instructionTable[keyword]) return;
      const near = nearest(keyword, KEYWORDS);
      if (!near) {
        report(keywordSpan, t("There is no instruction {0}.", keywordText));
        return;
      }
      report(keywordSpan, t("There is no instruction {0}. Did you mean {1}?", keywordText, near), {
        fixes: () => [
          { title: t("Change to {0}", near), edits: [{ ...keywordSpan, newText: near }] },
        ],
      });
    }
  },
};
