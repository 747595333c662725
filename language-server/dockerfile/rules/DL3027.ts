// Finds `apt`, which is made for people.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace } from "../model/run-commands.ts";
import { replacement } from "./parts/edits.ts";

export const DL3027: Rule<DockerfileDocument> = {
  code: "DL3027",
  aliases: [],
  severity: "warning",
  summary:
    "apt is made for people, and its behaviour may change; scripts use apt-get or apt-cache.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "apt"))
      report(
        programPlace(command),
        t(
          "apt is made for people, and its behaviour may change; scripts use apt-get or apt-cache.",
        ),
        { fixes: () => [replacement(t("Use apt-get"), programPlace(command), "apt-get")] },
      );
  },
};
