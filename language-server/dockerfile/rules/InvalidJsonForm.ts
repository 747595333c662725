// An array in JSON form that holds other things than strings, SHELL without the JSON form.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidJsonForm: Rule<DockerfileDocument> = {
  code: "InvalidJsonForm",
  aliases: [],
  severity: "error",
  summary: "The JSON form is an array of strings; SHELL accepts no other form.",
  scope: { each: ["*"] },
  check(document, report) {
    for (const instruction of document.instructions) {
      if (instruction.text.charCodeAt(instruction.commandStart) !== 91) continue;
      if (instruction.jsonForm.kind === "mixed")
        report(instruction.argumentSpan, t("The JSON form may contain only strings."));
    }
    for (const { jsonForm, argumentText, argumentSpan } of document.byKeywordDeep("SHELL")) {
      if (jsonForm.kind !== "none" || argumentText === "") continue;
      const words = argumentText.split(/\s+/).map((word) => JSON.stringify(word));
      report(argumentSpan, t('SHELL needs the JSON form: ["program", "argument"].'), {
        fixes: () => [
          {
            title: t("Write as JSON"),
            edits: [{ ...argumentSpan, newText: `[${words.join(", ")}]` }],
          },
        ],
      });
    }
  },
};
