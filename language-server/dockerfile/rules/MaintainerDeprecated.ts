// MAINTAINER, which LABEL has replaced.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const MaintainerDeprecated: Rule<DockerfileDocument> = {
  code: "MaintainerDeprecated",
  aliases: ["DL4000"],
  severity: "warning",
  summary: "MAINTAINER is outdated; a label says the same.",
  tags: ["deprecated"],
  scope: { each: ["MAINTAINER"] },
  check(document, report) {
    // In a label, a variable would be expanded.
    const special = document.escape === "`" ? /["$`]/g : /["$\\]/g;
    for (const { keywordSpan, argumentText, span } of document.byKeyword("MAINTAINER")) {
      const author = argumentText.replace(/^(["'])(.*)\1$/s, "$2");
      const text = author.replace(special, (char) => document.escape + char);
      const newText = `LABEL org.opencontainers.image.authors="${text}"`;
      report(keywordSpan, t("MAINTAINER is outdated; use a label."), {
        fixes: () => [{ title: t("Change to LABEL"), safe: true, edits: [{ ...span, newText }] }],
      });
    }
  },
};
