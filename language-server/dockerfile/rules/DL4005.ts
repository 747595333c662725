// Finds a link from /bin/sh to another shell.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";
import { replacement } from "./parts/edits.ts";

export const DL4005: Rule<DockerfileDocument> = {
  code: "DL4005",
  aliases: [],
  severity: "warning",
  summary: "SHELL chooses another shell for the build without changing /bin/sh for every program.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "ln")) {
      const [target, link] = operands(command);
      if (!target || link?.text !== "/bin/sh") continue;
      const { run } = command;
      report(
        run.span(command),
        t("SHELL chooses another shell for the build without changing /bin/sh for every program."),
        {
          fixes: () =>
            run.commands.length === 1 && !run.heredoc
              ? [
                  replacement(
                    t("Use SHELL"),
                    run.instruction.span,
                    `SHELL ["${target.text}", "-c"]`,
                  ),
                ]
              : [],
        },
      );
    }
  },
};
