// Finds images without HEALTHCHECK; off unless asked for.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Stage } from "../model/stages.ts";

export const DL3057: Rule<DockerfileDocument> = {
  code: "DL3057",
  aliases: [],
  severity: "off",
  summary: "No HEALTHCHECK tells whether the program still works.",
  scope: { stage: ["HEALTHCHECK"] },
  check(document, report) {
    const parents = new Set(document.whole.stages.map(({ parent }) => parent));
    for (const stage of document.stages)
      if (!parents.has(stage) && !isChecked(stage))
        report(stage.from.span, t("No HEALTHCHECK tells whether the program still works."));
  },
};

function isChecked(stage: Stage): boolean {
  for (let current: Stage | undefined = stage; current; current = current.parent)
    if (current.instructions.some(({ keyword }) => keyword === "HEALTHCHECK")) return true;
  return false;
}
