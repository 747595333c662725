// Finds shell forms that BuildKit lets pass: behind SHELL, and in HEALTHCHECK.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stateAt } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";

export const DL3025: Rule<DockerfileDocument> = {
  code: "DL3025",
  aliases: [],
  severity: "hint",
  summary: "A command in shell form needs a shell in the image; the JSON form does not.",
  scope: { each: ["CMD", "ENTRYPOINT", "HEALTHCHECK"] },
  check(document, report) {
    const found = ["CMD", "ENTRYPOINT"].flatMap((keyword) =>
      // The others are JSONArgsRecommended's affair.
      document.byKeyword(keyword).filter((command) => stateAt(document, command, "SHELL")),
    );
    for (const command of [...found, ...document.byKeyword("HEALTHCHECK").filter(hasCommand)])
      if (!command.json)
        report(
          command.argumentText === "" ? command.keywordSpan : command.argumentSpan,
          t("A command in shell form needs a shell in the image; the JSON form does not."),
        );
  },
};

function hasCommand({ argumentText }: Instruction): boolean {
  return /^CMD\s/i.test(argumentText);
}
