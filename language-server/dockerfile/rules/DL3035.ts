// Finds zypper dist-upgrade.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasWord } from "../shell/arguments.ts";

export const DL3035: Rule<DockerfileDocument> = {
  code: "DL3035",
  aliases: [],
  severity: "warning",
  summary:
    "zypper dist-upgrade turns the base image into another release; choose a newer base image instead.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "zypper"))
      if (hasWord(command, "dist-upgrade", "dup"))
        report(
          command.run.span(command),
          t(
            "zypper dist-upgrade turns the base image into another release; choose a newer base image instead.",
          ),
        );
  },
};
