// Finds flags of `echo`, which a plain sh may print.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { dialect, scriptsToCheck } from "./parts/shell-rules.ts";

export const SC3037: Rule<DockerfileDocument> = {
  code: "SC3037",
  aliases: [],
  severity: "warning",
  summary: "A plain sh may print the flags of echo; printf is the same everywhere.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      if (dialect(run.shell) !== "sh") continue;
      for (const { name, args } of run.commands) {
        const [flag] = args;
        if (name === "echo" && flag && /^-[eEn]+$/.test(flag.text))
          report(
            run.span(flag),
            t("A plain sh may print the flags of echo; printf is the same everywhere."),
          );
      }
    }
  },
};
