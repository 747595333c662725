// Base images that are blank or broken without build arguments.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import { expand } from "../expand.ts";
import { lookupAt, variableAt } from "../scopes.ts";
import { isReference } from "./InvalidBaseImage.ts";

export const InvalidDefaultArgInFrom: Rule<DockerfileDocument> = {
  code: "InvalidDefaultArgInFrom",
  aliases: [],
  severity: "warning",
  summary: "With the defaults of its ARGs, the base image is blank or no valid reference.",
  check(document, report) {
    for (const { base, from } of document.stages) {
      if (!base?.text.includes("$")) continue;
      const lookup = lookupAt(document, from);
      const { value, uses, problem } = expand(base.text, document.escape, lookup);
      if (problem || !uses.some(({ name }) => variableAt(document, from, name))) continue;
      if (value === "" || !isReference(value))
        report(base, t('Without build arguments the base image is "{0}".', value));
    }
  },
};
