// Finds useradd of a high user number without -l.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { flagValue, hasFlag } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

export const DL3046: Rule<DockerfileDocument> = {
  code: "DL3046",
  aliases: [],
  severity: "warning",
  summary: "With a high user ID, useradd writes a huge log file; -l prevents that.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "useradd")) {
      const number = flagValue(command, "u", "uid");
      if (
        !number ||
        number.length <= 5 ||
        number.includes("$") ||
        hasFlag(command, "l", "no-log-init")
      )
        continue;
      report(
        command.run.span(command),
        t("With a high user ID, useradd writes a huge log file; -l prevents that."),
        { fixes: () => [addFlag(command, undefined, "-l")] },
      );
    }
  },
};
