// Stages that need each other, or one that is built after them.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type StageReference, stageReferences } from "../model/stage-references.ts";
import { type Stage, stageNames } from "../model/stages.ts";

export const CircularStage: Rule<DockerfileDocument> = {
  code: "CircularStage",
  aliases: [],
  severity: "error",
  summary: "A stage copies from itself, directly or through others, or from a later one.",
  scope: { reads: ["FROM", "COPY --from", "RUN --mount"] },
  check(document, report) {
    const references = document.derive(stageReferences).filter(({ kind }) => kind !== "from");
    if (references.length === 0) return;
    const names = document.deriveFromStages(stageNames);
    // The number of a stage means something to COPY alone.
    const targetOf = (name: string, kind: StageReference["kind"]) =>
      names.get(name.toLowerCase())?.at(-1) ??
      (kind === "copy" && /^\d+$/.test(name) ? document.whole.stages[Number(name)] : undefined);
    let graph: ReadonlyMap<Stage, readonly Stage[]> | undefined;
    for (const { instruction, name, start, end, kind } of references) {
      const user = document.stageOf(instruction);
      // Only a reference to itself or to a later stage can close a circle; a trigger belongs to another build.
      const target = instruction.onbuild ? undefined : targetOf(name, kind);
      if (!user || !target || target.index < user.index) continue;
      if (needs(target, user, new Set()))
        report({ start, end }, t("The stage {0} needs this stage itself.", name));
      else report({ start, end }, t("The stage {0} is built after this one: move it up.", name));
    }
    function needs(stage: Stage, wanted: Stage, seen: Set<Stage>): boolean {
      if (stage === wanted) return true;
      if (seen.has(stage)) return false;
      seen.add(stage);
      return neighbours(stage).some((next) => needs(next, wanted, seen));
    }
    function neighbours(stage: Stage): readonly Stage[] {
      graph ??= copiedFrom();
      const copied = graph.get(stage) ?? [];
      return stage.parent ? [stage.parent, ...copied] : copied;
    }
    function copiedFrom(): ReadonlyMap<Stage, readonly Stage[]> {
      const copied = new Map<Stage, Stage[]>();
      for (const { instruction, name, kind } of references) {
        const [user, target] = [document.stageOf(instruction), targetOf(name, kind)];
        if (!user || !target) continue;
        const known = copied.get(user);
        if (known) known.push(target);
        else copied.set(user, [target]);
      }
      return copied;
    }
  },
};
