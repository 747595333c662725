// Finds empty labels that the project's schema asks for.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { labels } from "./parts/labels.ts";

export const DL3051: Rule<DockerfileDocument> = {
  code: "DL3051",
  aliases: [],
  severity: "warning",
  summary: "A label that the project's schema requires is empty.",
  scope: { each: ["LABEL"] },
  check(document, report, { options }) {
    for (const { key, value, pair } of labels(document))
      if (value === "" && options.labelSchema?.[key] !== undefined)
        report(pair, t("A label that the project's schema requires is empty."));
  },
};
