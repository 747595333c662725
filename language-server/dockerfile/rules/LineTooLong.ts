// Lines above the parser's limit.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const LineTooLong: Rule<DockerfileDocument> = {
  code: "LineTooLong",
  aliases: [],
  severity: "error",
  summary: "A line may have no more than 65,535 bytes.",
  check({ longLines }, report) {
    for (const { start } of longLines)
      report({ start, end: start + 1 }, t("The line has more than 65,535 bytes."));
  },
};
