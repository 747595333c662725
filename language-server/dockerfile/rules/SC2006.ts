// Finds backticks, for which `$(…)` is easier to read and to nest.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { replacement } from "./parts/edits.ts";
import { scriptsToCheck } from "./parts/shell-rules.ts";

export const SC2006: Rule<DockerfileDocument> = {
  code: "SC2006",
  aliases: [],
  severity: "hint",
  summary: "$(…) does the same as backticks, can be nested and is easier to read.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      if (!run.script.text.includes("`")) continue;
      const words = run.commands.flatMap(({ args, assignments }) => [...assignments, ...args]);
      for (const expansion of words.flatMap(({ expansions }) => expansions)) {
        if (expansion.kind !== "backticks") continue;
        const place = run.span(expansion);
        const inside = document.text.slice(place.start + 1, place.end - 1);
        report(place, t("$(…) does the same as backticks, can be nested and is easier to read."), {
          fixes: () =>
            inside.includes("\\") ? [] : [replacement(t("Use $(…)"), place, `$(${inside})`)],
        });
      }
    }
  },
};
