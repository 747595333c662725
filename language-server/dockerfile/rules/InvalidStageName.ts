// Stage names that BuildKit refuses.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidStageName: Rule<DockerfileDocument> = {
  code: "InvalidStageName",
  aliases: [],
  severity: "error",
  summary: "A stage name begins with a letter and holds letters, digits, _, - and . only.",
  scope: { stage: ["FROM"] },
  check({ stages }, report) {
    for (const { as, name, from } of stages) {
      if (from.words.length !== 3 || !as) continue;
      if (!name) report(as, t("Write AS before the stage's name, not {0}.", as.text));
      else if (!/^[a-z][a-z0-9_.-]*$/i.test(name.text))
        report(name, t("{0} cannot be a stage name.", name.text));
    }
  },
};
