// Finds `sudo` in RUN.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace, type RunCommand } from "../model/run-commands.ts";
import { deletion } from "./parts/edits.ts";

export const DL3004: Rule<DockerfileDocument> = {
  code: "DL3004",
  aliases: [],
  severity: "warning",
  summary:
    "sudo is not needed in a build, which runs as root until USER says otherwise, and it interferes with signals and terminals.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "sudo"))
      report(
        programPlace(command),
        t(
          "sudo is not needed in a build, which runs as root until USER says otherwise, and it interferes with signals and terminals.",
        ),
        { fixes: () => removal(document, command) },
      );
  },
};

function removal(document: DockerfileDocument, command: RunCommand): Fix[] {
  if (command.args[0]?.text.startsWith("-")) return [];
  return [deletion(document, t("Remove sudo"), programPlace(command))];
}
