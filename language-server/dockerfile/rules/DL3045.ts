// Finds COPY to a relative place in a stage without WORKDIR.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Stage } from "../model/stages.ts";
import { unquote } from "../syntax/words.ts";

const absolute = /^["']?(?:[/\\$]|[A-Za-z]:[/\\])/;

export const DL3045: Rule<DockerfileDocument> = {
  code: "DL3045",
  aliases: [],
  severity: "warning",
  summary: "Without WORKDIR, a relative destination depends on the base image.",
  scope: { stage: ["COPY", "WORKDIR"] },
  check(document, report) {
    for (const copy of document.byKeyword("COPY")) {
      const target = copy.words.at(-1);
      const stage = document.stageOf(copy);
      if (copy.words.length < 2 || !target || absolute.test(target.text)) continue;
      if (target.text.startsWith("<<") || hasWorkdir(stage, copy.index)) continue;
      const quoted = copy.json || /^["']/.test(target.text) ? 1 : 0;
      report(target, t("Without WORKDIR, a relative destination depends on the base image."), {
        fixes: () => {
          const dot = /^\.\/?/.exec(unquote(target.text))?.[0].length ?? 0;
          const start = target.start + quoted;
          return [
            {
              title: t("Add / at the start"),
              edits: [{ start, end: start + dot, newText: "/" }],
            },
          ];
        },
      });
    }
  },
};

/** Whether a WORKDIR stands before the instruction in its stage, or anywhere in those below. */
function hasWorkdir(stage: Stage | undefined, before: number): boolean {
  for (let current = stage; current; current = current.parent)
    if (
      current.instructions.some(
        ({ keyword, index }) => keyword === "WORKDIR" && (current !== stage || index < before),
      )
    )
      return true;
  return false;
}
