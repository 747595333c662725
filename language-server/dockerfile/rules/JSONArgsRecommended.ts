// CMD and ENTRYPOINT in shell form.

import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import type { Instruction } from "../instruction.ts";
import { stateAt } from "../scopes.ts";

/** What only a shell can do. */
const NEEDS_SHELL =
  /[&|;<>()$`*?[\]{}~"'\\#\n]|^\s*(?:cd|export|source|\.|exec|set|if|for|while)\b/;

export const JSONArgsRecommended: Rule<DockerfileDocument> = {
  code: "JSONArgsRecommended",
  aliases: ["DL3025"],
  severity: "warning",
  summary: "Write CMD and ENTRYPOINT in the JSON form, so that signals reach the program.",
  check(document, report) {
    for (const keyword of ["CMD", "ENTRYPOINT"])
      for (const command of document.byKeyword(keyword)) {
        if (command.json || stateAt(document, command, "SHELL")) continue;
        const { argumentText, argumentSpan, keywordSpan } = command;
        report(
          argumentText === "" ? keywordSpan : argumentSpan,
          t("In shell form {0} runs in a shell, which does not pass signals on.", keyword),
          { fixes: () => asJson(command) },
        );
      }
  },
};

/** The same command in the JSON form; what needs a shell gets one. */
function asJson({ argumentText, argumentSpan }: Instruction): readonly Fix[] {
  if (argumentText === "") return [];
  const words = NEEDS_SHELL.test(argumentText)
    ? ["/bin/sh", "-c", argumentText]
    : argumentText.split(/\s+/);
  const newText = `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
  return [{ title: t("Write as JSON"), edits: [{ ...argumentSpan, newText }] }];
}
