// Keys and values of ENV, LABEL and ARG that BuildKit cannot read.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

export const InvalidKeyValue: Rule<DockerfileDocument> = {
  code: "InvalidKeyValue",
  aliases: [],
  severity: "error",
  summary: "ENV, LABEL and ARG need names that are not blank, and a value where one is required.",
  scope: { each: ["ENV", "LABEL", "ARG"] },
  check(document, report) {
    for (const keyword of ["ARG", "ENV", "LABEL"])
      for (const instruction of document.byKeywordDeep(keyword)) {
        const problem = complaint(instruction);
        if (problem) report(instruction.argumentSpan, problem);
      }
  },
};

function complaint({ keyword, pairs }: Instruction): string | undefined {
  for (const { key, value, legacy } of pairs) {
    if (key.text === "") return t("A name of {0} must not be blank.", keyword);
    if (value || keyword === "ARG") continue;
    return legacy
      ? t("{0} needs a name and a value.", keyword)
      : t('"{0}" has no =; {1} needs name=value.', key.text, keyword);
  }
  return undefined;
}
