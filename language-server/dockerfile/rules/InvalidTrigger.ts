// ONBUILD with a trigger that may not be one.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidTrigger: Rule<DockerfileDocument> = {
  code: "InvalidTrigger",
  aliases: ["DL3043"],
  severity: "error",
  summary: "ONBUILD, FROM and MAINTAINER cannot be triggers of ONBUILD.",
  scope: { each: ["ONBUILD"] },
  check(document, report) {
    for (const onbuild of document.byKeyword("ONBUILD")) {
      const { trigger } = onbuild;
      if (!trigger || !["ONBUILD", "FROM", "MAINTAINER"].includes(trigger.keyword)) continue;
      report(trigger.keywordSpan, t("{0} cannot be a trigger of ONBUILD.", trigger.keyword), {
        fixes: () => [
          {
            title: t("Remove ONBUILD"),
            edits: [{ start: onbuild.span.start, end: trigger.keywordSpan.start, newText: "" }],
          },
        ],
      });
    }
  },
};
