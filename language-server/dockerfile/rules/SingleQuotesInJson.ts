// The JSON form with single quotes, which makes it the shell form.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { alsoInShellForm } from "./JSONArgsRecommended.ts";

const LIST = /^\[\s*'[^'"\\]*'(?:\s*,\s*'[^'"\\]*')*\s*\]$/;

export const SingleQuotesInJson: Rule<DockerfileDocument> = {
  code: "SingleQuotesInJson",
  aliases: [],
  severity: "warning",
  summary: "The JSON form needs double quotes; with single ones the line runs in a shell.",
  scope: { each: ["CMD", "ENTRYPOINT", "RUN", "VOLUME", "COPY", "ADD"], reads: ["SHELL"] },
  check(document, report) {
    for (const keyword of ["CMD", "ENTRYPOINT", "RUN", "VOLUME", "COPY", "ADD"])
      for (const instruction of document.byKeyword(keyword)) {
        const { cooked, argumentText, argumentSpan } = instruction;
        if (!cooked.text.includes("['") && !cooked.text.includes("[ '")) continue;
        if (!cooked.single || !LIST.test(argumentText)) continue;
        const newText = argumentText.replaceAll("'", '"');
        report(
          argumentSpan,
          t("With single quotes this is not the JSON form. Write double ones."),
          {
            ...alsoInShellForm(document, instruction),
            fixes: () => [
              {
                title: t("Write double quotes"),
                safe: true,
                edits: [{ ...argumentSpan, newText }],
              },
            ],
          },
        );
      }
  },
};
