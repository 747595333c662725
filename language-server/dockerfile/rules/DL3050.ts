// Finds labels that the project's schema does not know.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { labels } from "./parts/labels.ts";

export const DL3050: Rule<DockerfileDocument> = {
  code: "DL3050",
  aliases: [],
  severity: "info",
  summary: "The project's label schema does not know this label.",
  scope: { each: ["LABEL"] },
  check(document, report, { options }) {
    if (!options.strictLabels) return;
    for (const { key, pair } of labels(document))
      if (options.labelSchema?.[key] === undefined)
        report(pair.key, t("The project's label schema does not know this label."));
  },
};
