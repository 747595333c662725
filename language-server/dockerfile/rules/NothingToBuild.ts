// A file without instructions, or without a stage.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const NothingToBuild: Rule<DockerfileDocument> = {
  code: "NothingToBuild",
  aliases: [],
  severity: "error",
  summary: "A Dockerfile needs at least one instruction and one FROM.",
  check({ text, instructions, stages }, report) {
    const first = instructions[0];
    if (!first) {
      report({ start: 0, end: text.length }, t("The file has no instructions."));
      return;
    }
    if (stages.length === 0 && instructions.every(({ keyword }) => keyword === "ARG"))
      report(first.keywordSpan, t("The file has no FROM, so there is nothing to build."));
  },
};
