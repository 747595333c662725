// Finds inline pragmas that silence hadolint's rules; off unless asked for.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const DL1001: Rule<DockerfileDocument> = {
  code: "DL1001",
  aliases: [],
  severity: "off",
  summary: "A comment silences a rule here; the project's settings allow none of these.",
  check({ comments }, report) {
    for (const comment of comments)
      if (/^hadolint\s+(?:global\s+|stage\s+)?ignore\s*=/.test(comment.text))
        report(
          comment,
          t("A comment silences a rule here; the project's settings allow none of these."),
        );
  },
};
