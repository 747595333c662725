// Two stages of one name.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageNames } from "../model/stages.ts";

export const DuplicateStageName: Rule<DockerfileDocument> = {
  code: "DuplicateStageName",
  aliases: ["DL3024"],
  severity: "warning",
  summary: "Every stage needs its own name; if two share one, later references mean the last.",
  scope: { reads: ["FROM", "ARG"] },
  check(document, report) {
    for (const stages of document.deriveFromStages(stageNames).values())
      for (const { name } of stages.slice(1))
        if (name)
          report(name, t("An earlier stage is also named {0}.", name.text), {
            fixes: () => [
              {
                title: t("Change to {0}", `${name.text}-2`),
                edits: [{ start: name.start, end: name.end, newText: `${name.text}-2` }],
              },
            ],
          });
  },
};
