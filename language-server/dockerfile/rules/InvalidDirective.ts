// Directives at the head of the file that BuildKit refuses, and options of `check` that do not exist.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { checkFields } from "../lint/pragmas.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidDirective: Rule<DockerfileDocument> = {
  code: "InvalidDirective",
  aliases: [],
  severity: "error",
  summary: "A directive is given twice, or has an invalid value.",
  check({ directives, text }, report) {
    const seen = new Set<string>();
    for (const directive of directives) {
      const { name, value, valueSpan } = directive;
      if (seen.has(name)) report(directive, t("The directive {0} may be given only once.", name));
      else if (name === "escape" && value !== "\\" && value !== "`")
        report(valueSpan, t("The escape character must be \\ or `, not {0}.", value));
      else if (name === "check" && text[directive.start] === "#") {
        const problem = optionProblem(value);
        if (problem) report(valueSpan, problem);
      }
      seen.add(name);
    }
  },
};

const BOOLEAN = /^(?:[01tTfF]|true|True|TRUE|false|False|FALSE)$/;

function optionProblem(value: string): string | undefined {
  for (const field of checkFields(value)) {
    const [, name = field, setting] = /^([^=]*)=(.*)$/.exec(field) ?? [];
    if (setting === undefined || !["skip", "error", "experimental"].includes(name))
      return t('check has no option "{0}": write skip=, error= or experimental=.', name);
    if (name === "error" && !BOOLEAN.test(setting)) return t("error must be true or false.");
  }
  return undefined;
}
