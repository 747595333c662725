// Base images that are blank or broken without build arguments.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt, variableAt } from "../model/scopes.ts";
import { expand } from "../syntax/expand.ts";
import { isReference } from "./InvalidBaseImage.ts";

export const InvalidDefaultArgInFrom: Rule<DockerfileDocument> = {
  code: "InvalidDefaultArgInFrom",
  aliases: [],
  severity: "warning",
  summary: "With the defaults of its ARGs, the base image is blank or not a valid reference.",
  scope: { stage: ["FROM"] },
  check(document, report) {
    for (const { base, from, parent } of document.stages) {
      if (!base) continue;
      const lookup = lookupAt(document, from);
      const { value, uses, problem } = expand(base.text, document.escape, lookup);
      if (problem || isReference(value)) continue;
      if (uses.some(({ name }) => variableAt(document, from, name)))
        report(base, t('Without build arguments, the base image is "{0}".', value));
      // What no argument can help is InvalidBaseImage's affair, but for the names of stages.
      else if (parent)
        report(base, t("Only a stage of this file can be called {0}; no image can.", value));
    }
  },
};
