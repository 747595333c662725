// Finds yum install that would ask and wait.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasFlag, wordOf } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

export const DL3030: Rule<DockerfileDocument> = {
  code: "DL3030",
  aliases: [],
  severity: "warning",
  summary: "yum asks before it installs, and in a build nobody answers; -y says yes.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "yum")) {
      const verb = wordOf(command, "install", "groupinstall", "localinstall", "reinstall");
      if (verb && !hasFlag(command, "y", "yes", "assumeyes"))
        report(
          command.run.span(command),
          t("yum asks before it installs, and in a build nobody answers; -y says yes."),
          { fixes: () => [addFlag(command, verb, "-y")] },
        );
    }
  },
};
