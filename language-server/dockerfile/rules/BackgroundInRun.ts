// A RUN that leaves a program in the background, where it ends with the RUN.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { runsOf } from "../model/run-commands.ts";

export const BackgroundInRun: Rule<DockerfileDocument> = {
  code: "BackgroundInRun",
  aliases: [],
  severity: "warning",
  summary: "A program in the background ends with its RUN; the container starts what CMD names.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const run of runsOf(document)) {
      const last = run.commands.at(-1);
      if (last?.after !== "&" || last.depth > 0 || run.exec) continue;
      report(
        run.span(last),
        t("A program in the background ends with its RUN; the container starts what CMD names."),
      );
    }
  },
};
