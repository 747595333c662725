// Directives at the head of the file that BuildKit refuses.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidDirective: Rule<DockerfileDocument> = {
  code: "InvalidDirective",
  aliases: [],
  severity: "error",
  summary: "A directive is given twice, or the escape character is neither \\ nor `.",
  check({ directives }, report) {
    const seen = new Set<string>();
    for (const directive of directives) {
      const { name, value, valueSpan } = directive;
      if (seen.has(name)) report(directive, t("The directive {0} may be given only once.", name));
      else if (name === "escape" && value !== "\\" && value !== "`")
        report(valueSpan, t("The escape character must be \\ or `, not {0}.", value));
      seen.add(name);
    }
  },
};
