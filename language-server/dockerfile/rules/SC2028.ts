// Finds `echo` of escape sequences that it may print as they are.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { scriptsToCheck } from "./parts/shell-rules.ts";

export const SC2028: Rule<DockerfileDocument> = {
  code: "SC2028",
  aliases: [],
  severity: "info",
  summary: "echo may print \\n and the like unchanged; printf handles them everywhere.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context))
      for (const command of run.commands) {
        if (command.name !== "echo" || command.args[0]?.text.startsWith("-")) continue;
        const word = command.args.find(({ text }) => /\\[rnt]/.test(text));
        if (word)
          report(
            run.span(word),
            t("echo may print \\n and the like unchanged; printf handles them everywhere."),
          );
      }
  },
};
