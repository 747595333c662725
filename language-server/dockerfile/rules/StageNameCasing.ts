// Stage names with capital letters.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageReferences } from "../model/stage-references.ts";

export const StageNameCasing: Rule<DockerfileDocument> = {
  code: "StageNameCasing",
  aliases: [],
  severity: "warning",
  summary: "Write stage names in lower case.",
  scope: { stage: ["FROM"] },
  check(document, report) {
    for (const stage of document.stages) {
      const { name } = stage;
      const lower = name?.text.toLowerCase();
      if (!name || lower === undefined || name.text === lower) continue;
      report(name, t("Write the stage name {0} in lower case.", name.text), {
        fixes: () => [
          {
            title: t("Change to {0}", lower),
            safe: true,
            edits: [
              { start: name.start, end: name.end, newText: lower },
              ...document
                .derive(stageReferences)
                .filter(({ target }) => target === stage)
                .filter(({ start, end }) => !/^\d+$/.test(document.text.slice(start, end)))
                .map(({ start, end }) => ({ start, end, newText: lower })),
            ],
          },
        ],
      });
    }
  },
};
