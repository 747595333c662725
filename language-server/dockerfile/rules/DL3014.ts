// Finds apt-get install that would ask and wait.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, type RunCommand } from "../model/run-commands.ts";
import { flagsOf, hasWord, wordOf } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

export const DL3014: Rule<DockerfileDocument> = {
  code: "DL3014",
  aliases: [],
  severity: "warning",
  summary: "apt-get asks before it installs, and in a build nobody answers; -y says yes.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "apt-get"))
      if (hasWord(command, "install") && asks(command))
        report(
          command.run.span(command),
          t("apt-get asks before it installs, and in a build nobody answers; -y says yes."),
          { fixes: () => [addFlag(command, wordOf(command, "install"), "-y")] },
        );
  },
};

function asks(command: RunCommand): boolean {
  const flags = flagsOf(command);
  const quiet = flags.filter((flag) => flag === "q" || flag === "quiet").length;
  if (flags.includes("y") || flags.includes("yes") || flags.includes("assume-yes")) return false;
  return quiet < 2 && !hasWord(command, "-q=2", "--quiet=2", "-qq=2");
}
