// Stages named like something that BuildKit means otherwise.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const ReservedStageName: Rule<DockerfileDocument> = {
  code: "ReservedStageName",
  aliases: ["DL3063"],
  severity: "warning",
  summary: "scratch and context are reserved and cannot be used as stage names.",
  scope: { stage: ["FROM"] },
  check({ stages }, report) {
    for (const { name } of stages) {
      if (!name || !/^(?:scratch|context)$/i.test(name.text)) continue;
      const newText = `${name.text}-stage`;
      report(name, t("{0} is a reserved name.", name.text), {
        fixes: () => [
          {
            title: t("Change to {0}", newText),
            edits: [{ start: name.start, end: name.end, newText }],
          },
        ],
      });
    }
  },
};
