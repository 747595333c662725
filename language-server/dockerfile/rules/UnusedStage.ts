// Stages that nothing is built from.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageReferences } from "../model/stage-references.ts";
import { type Stage, stageNames } from "../model/stages.ts";
import { nearest } from "../suggest.ts";

/** Each looks at every stage. */
const MOST_SEARCHES = 25;

export const UnusedStage: Rule<DockerfileDocument> = {
  code: "UnusedStage",
  aliases: [],
  severity: "warning",
  summary: "Nothing is built from the stage, so BuildKit skips it.",
  scope: { reads: ["FROM", "COPY --from", "RUN --mount"] },
  check(document, report) {
    const { stages } = document;
    if (stages.length < 2) return;
    const used = new Set<Stage>();
    /** What `FROM name-$VARIABLE` begins with. */
    const heads: string[] = [];
    for (const { target, name } of document.derive(stageReferences))
      if (target) used.add(target);
      else if (name.includes("$")) heads.push(name.slice(0, name.indexOf("$")).toLowerCase());
    const meant = document.derive(misspelt);
    for (const stage of stages.slice(0, -1)) {
      if (used.has(stage) || meant.has(stage)) continue;
      if (heads.some((head) => stage.key?.startsWith(head))) continue;
      // A name may be what somebody builds with --target.
      if (stage.name)
        report(
          stage.name,
          t(
            "Nothing here is built from {0}: it is skipped unless --target names it.",
            stage.name.text,
          ),
          { severity: "hint" },
        );
      else
        report(
          stage.from.keywordSpan,
          t(
            "Nothing is built from this stage, so BuildKit skips it. Only the last stage becomes the image.",
          ),
        );
    }
  },
};

/** The stages that slips of the pen mean: DL3022 tells of them where they stand. */
function misspelt(document: DockerfileDocument): ReadonlySet<Stage> {
  const names = document
    .derive(stageReferences)
    .filter(({ kind, target, name }) => kind !== "from" && !target && /^[\w-]+$/.test(name))
    .slice(0, MOST_SEARCHES);
  const byKey = document.deriveFromStages(stageNames);
  return new Set(names.flatMap(({ name }) => byKey.get(nearest(name, byKey.keys()) ?? "") ?? []));
}
