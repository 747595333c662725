// Stages that need each other.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type Stage, stageNames, stageReferences } from "../model/stages.ts";

export const CircularStage: Rule<DockerfileDocument> = {
  code: "CircularStage",
  aliases: [],
  severity: "error",
  summary: "A stage copies from itself, directly or through others.",
  scope: { reads: ["FROM", "COPY --from", "RUN --mount"] },
  check(document, report) {
    const references = document.derive(stageReferences).filter(({ kind }) => kind !== "from");
    if (references.length === 0) return;
    const names = document.derive(stageNames);
    for (const { instruction, name, start, end } of references) {
      const user = document.stageOf(instruction);
      // Only a reference to itself or to a later stage can close a circle.
      const target = names.get(name.toLowerCase())?.at(-1);
      if (user && target && target.index >= user.index && needs(target, user, new Set()))
        report({ start, end }, t("The stage {0} needs this stage itself.", name));
    }
    function needs(stage: Stage, wanted: Stage, seen: Set<Stage>): boolean {
      if (stage === wanted) return true;
      if (seen.has(stage)) return false;
      seen.add(stage);
      return neighbours(stage).some((next) => needs(next, wanted, seen));
    }
    function neighbours(stage: Stage): readonly Stage[] {
      const own = references.filter(({ instruction }) => document.stageOf(instruction) === stage);
      const copied = own.flatMap(({ name }) => names.get(name.toLowerCase())?.at(-1) ?? []);
      return stage.parent ? [stage.parent, ...copied] : copied;
    }
  },
};
