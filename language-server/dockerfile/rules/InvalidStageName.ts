// Stage names that BuildKit refuses.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

/** As in the name of an image, a separator stands between letters or digits. */
const STAGE_NAME = /^[a-z][a-z0-9]*(?:(?:\.|__?|-+)[a-z0-9]+)*$/i;

export const InvalidStageName: Rule<DockerfileDocument> = {
  code: "InvalidStageName",
  aliases: [],
  severity: "error",
  summary: "A stage name begins with a letter, and has _, - and . only between letters or digits.",
  scope: { stage: ["FROM"] },
  check({ stages }, report) {
    for (const { as, name, from } of stages) {
      if (from.words.length !== 3 || !as) continue;
      if (!name) report(as, t("Write AS before the stage's name, not {0}.", as.text));
      else if (!STAGE_NAME.test(name.text))
        report(name, t("{0} cannot be a stage name.", name.text));
    }
  },
};
