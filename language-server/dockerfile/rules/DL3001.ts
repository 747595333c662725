// Finds programs that look at or steer a whole machine, of which a container has only a part.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace } from "../model/run-commands.ts";

const programs = ["free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim"];

export const DL3001: Rule<DockerfileDocument> = {
  code: "DL3001",
  aliases: [],
  severity: "info",
  summary:
    "The program is of little use in a container, which runs one program and is not a whole machine.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, ...programs))
      report(
        programPlace(command),
        command.name === "service"
          ? t("A program that service starts ends with this RUN. Name the program itself in CMD.")
          : t(
              "{0} is of little use in a container, which runs one program and is not a whole machine.",
              command.name,
            ),
      );
  },
};
