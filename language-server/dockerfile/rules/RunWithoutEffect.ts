// RUN with a command whose effect ends with its shell.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";

const ALONE = /^(export|source|\.|alias|unset)\s[^&|;\n]*$/;

export const RunWithoutEffect: Rule<DockerfileDocument> = {
  code: "RunWithoutEffect",
  aliases: [],
  severity: "warning",
  summary:
    "export, source or alias alone in a RUN ends with its shell; later instructions see nothing of it.",
  check(document, report) {
    for (const run of document.byKeyword("RUN")) {
      if (run.json || run.heredocs.length > 0) continue;
      const command = ALONE.exec(run.argumentText)?.[1];
      if (command) report(run.argumentSpan, t("The effect of {0} ends with this RUN.", command));
    }
  },
};
