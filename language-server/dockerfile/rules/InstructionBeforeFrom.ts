// Instructions before the first FROM.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { instructionTable } from "../syntax/instructions.ts";

export const InstructionBeforeFrom: Rule<DockerfileDocument> = {
  code: "InstructionBeforeFrom",
  aliases: ["DL3061"],
  severity: "error",
  summary: "Only ARG may come before the first FROM.",
  check({ instructions }, report) {
    for (const { keyword, keywordSpan } of instructions) {
      // What nobody knows may be a misspelt FROM, and has a finding of its own.
      if (keyword === "FROM" || !(keyword in instructionTable)) return;
      if (keyword !== "ARG")
        report(keywordSpan, t("{0} comes before the first FROM; only ARG may.", keyword));
    }
  },
};
