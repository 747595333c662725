// Finds COPY --from of something that is neither a stage nor clearly an image.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageNamed } from "../model/stage-references.ts";
import type { Stage } from "../model/stages.ts";
import { isExternal } from "../syntax/references.ts";

export const DL3022: Rule<DockerfileDocument> = {
  code: "DL3022",
  aliases: [],
  severity: "warning",
  summary: "COPY --from should name a stage of this file, or an image with its tag.",
  scope: { refers: ["COPY"] },
  check(document, report) {
    for (const copy of document.byKeyword("COPY")) {
      const flag = copy.flag("from");
      if (!flag?.value || !flag.valueSpan || isExternal(flag.value)) continue;
      const stage = document.stageOf(copy);
      if (stageNamed(document, flag.value, stage) || isOwn(stage, flag.value)) continue;
      const { value, valueSpan } = flag;
      report(valueSpan, t("No stage before this one is called {0}.", value), {
        // A path names an image, not a stage.
        fixes: () =>
          (value.includes("/") ? [] : document.whole.stages)
            .slice(0, stage?.index ?? 0)
            .flatMap(({ name }) => (name ? [name.text] : []))
            .map((name) => ({
              title: t("Use the stage {0}", name),
              edits: [{ ...valueSpan, newText: name }],
            })),
      });
    }
  },
};

function isOwn(stage: Stage | undefined, name: string): boolean {
  return stage?.key === name.toLowerCase();
}
