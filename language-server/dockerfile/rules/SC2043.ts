// Finds loops that run once.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { scriptsToCheck } from "./parts/shell-rules.ts";

export const SC2043: Rule<DockerfileDocument> = {
  code: "SC2043",
  aliases: [],
  severity: "warning",
  summary: "This loop runs only once: its list is a single word.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context))
      for (const { index, 0: whole, 1: item = "" } of run.script.text.matchAll(loop)) {
        const end = index + whole.length;
        const start = run.script.text.indexOf(item, index);
        if (start >= 0 && end > start)
          report(
            run.span({ start, end: start + item.length }),
            t("This loop runs only once: its list is a single word."),
          );
      }
  },
};

const loop = /\bfor\s+\w+\s+in\s+([\w./:-]+)\s*;\s*do\b/g;
