// Finds stages whose last USER is root.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { sections } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const DL3002: Rule<DockerfileDocument> = {
  code: "DL3002",
  aliases: [],
  severity: "warning",
  summary:
    "The last USER of a stage should not be root: whoever breaks into the program then has every right.",
  scope: { stage: ["USER"] },
  check(document, report) {
    for (const instructions of sections(document)) {
      const last = instructions.findLast(({ keyword }) => keyword === "USER");
      if (last && /^["']?(?:root|0)(?::|["']?$)/.test(last.argumentText))
        report(
          last.argumentSpan,
          t(
            "The last USER of a stage should not be root: whoever breaks into the program then has every right.",
          ),
        );
    }
  },
};
