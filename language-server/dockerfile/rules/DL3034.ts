// Finds zypper install that would ask and wait.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasFlag, wordOf } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

const verbs = ["install", "in", "remove", "rm", "source-install", "si", "patch"];

export const DL3034: Rule<DockerfileDocument> = {
  code: "DL3034",
  aliases: [],
  severity: "warning",
  summary: "zypper asks before it installs, and in a build nobody answers; -y says yes.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "zypper")) {
      const verb = wordOf(command, ...verbs);
      if (verb && !hasFlag(command, "y", "n", "no-confirm", "non-interactive"))
        report(
          command.run.span(command),
          t("zypper asks before it installs, and in a build nobody answers; -y says yes."),
          { fixes: () => [addFlag(command, verb, "-y")] },
        );
    }
  },
};
