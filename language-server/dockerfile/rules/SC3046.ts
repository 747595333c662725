// Finds `source` in a shell that may not know it.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { programPlace } from "../model/run-commands.ts";
import { replacement } from "./parts/edits.ts";
import { dialect, scriptsToCheck } from "./parts/shell-rules.ts";

export const SC3046: Rule<DockerfileDocument> = {
  code: "SC3046",
  aliases: [],
  severity: "warning",
  summary: "A plain sh may not know source; it knows the dot.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      if (dialect(run.shell) !== "sh") continue;
      for (const command of run.commands)
        if (command.name === "source")
          report(programPlace(command), t("A plain sh may not know source; it knows the dot."), {
            fixes: () => [replacement(t("Use the dot"), programPlace(command), ".")],
          });
    }
  },
};
