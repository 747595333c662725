// Finds stages that lack a label which the project's schema asks for.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Stage } from "../model/stages.ts";
import { unquote } from "../syntax/words.ts";
import { insertion } from "./parts/edits.ts";

export const DL3049: Rule<DockerfileDocument> = {
  code: "DL3049",
  aliases: [],
  severity: "info",
  summary: "The project's label schema requires a label that this stage does not have.",
  scope: { stage: ["LABEL"] },
  check(document, report, { options }) {
    const wanted = Object.keys(options.labelSchema ?? {});
    if (wanted.length === 0) return;
    const parents = new Set(document.whole.stages.map(({ parent }) => parent));
    for (const stage of document.stages) {
      if (parents.has(stage)) continue;
      const missing = wanted.filter((label) => !hasLabel(stage, label));
      for (const label of missing)
        report(stage.from.span, t("The label {0} is missing.", label), {
          fixes: () => [
            {
              title: t("Add the label {0}", label),
              edits: [insertion(stage.from.span.end, `\nLABEL ${label}=""`)],
            },
          ],
        });
    }
  },
};

function hasLabel(stage: Stage, label: string): boolean {
  for (let current: Stage | undefined = stage; current; current = current.parent)
    if (
      current.instructions.some(
        ({ keyword, pairs }) =>
          keyword === "LABEL" && pairs.some(({ key }) => unquote(key.text) === label),
      )
    )
      return true;
  return false;
}
