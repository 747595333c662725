// Finds COPY --from of the stage that it stands in.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const DL3023: Rule<DockerfileDocument> = {
  code: "DL3023",
  aliases: [],
  severity: "warning",
  summary: "A stage cannot copy from itself.",
  scope: { refers: ["COPY"] },
  check(document, report) {
    for (const copy of document.byKeyword("COPY")) {
      const flag = copy.flag("from");
      const name = document.stageOf(copy)?.name;
      if (flag?.valueSpan && name && flag.value === name.text)
        report(flag.valueSpan, t("A stage cannot copy from itself."));
    }
  },
};
