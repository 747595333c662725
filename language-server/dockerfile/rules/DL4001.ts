// Finds stages that use both wget and curl.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import type { Instruction } from "../instruction.ts";
import { commandsOf, programPlace } from "../run-commands.ts";
import type { Stage } from "../stages.ts";

export const DL4001: Rule<DockerfileDocument> = {
  code: "DL4001",
  aliases: [],
  severity: "warning",
  summary: "wget and curl do the same; an image needs one of them.",
  check(document, report) {
    const wget = stagesOf(document, "wget");
    if (wget.size === 0) return;
    const curl = stagesOf(document, "curl");
    const seen = new Set<Instruction>();
    for (const command of [...commandsOf(document, "wget"), ...commandsOf(document, "curl")]) {
      const { instruction } = command.run;
      const stage = document.stageOf(instruction);
      if (seen.has(instruction) || !wget.has(stage) || !curl.has(stage)) continue;
      seen.add(instruction);
      report(programPlace(command), t("wget and curl do the same; an image needs one of them."));
    }
  },
};

function stagesOf(document: DockerfileDocument, program: string): Set<Stage | undefined> {
  return new Set(commandsOf(document, program).map(({ run }) => document.stageOf(run.instruction)));
}
