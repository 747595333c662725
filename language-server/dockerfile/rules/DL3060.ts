// Finds yarn install that leaves its cache in the layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasWord } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { appendCommand } from "./parts/edits.ts";
import { keptStages } from "./parts/packages.ts";

export const DL3060: Rule<DockerfileDocument> = {
  code: "DL3060",
  aliases: [],
  severity: "info",
  summary: "yarn leaves its cache in the layer; clean it in the same RUN.",
  scope: { each: ["RUN"], stage: ["FROM"] },
  check(document, report) {
    const kept = document.deriveFromStages(keptStages);
    const calls = commandsOf(document, "yarn");
    for (const command of calls) {
      if (!hasWord(command, "install")) continue;
      const { instruction } = command.run;
      const stage = document.stageOf(instruction);
      if (stage && !kept.has(stage)) continue;
      if (
        calls.some(
          (other) =>
            other.run === command.run && other.start > command.start && hasWord(other, "clean"),
        )
      )
        continue;
      if (mountsYarn(instruction)) continue;
      report(
        command.run.span(command),
        t("yarn leaves its cache in the layer; clean it in the same RUN."),
        { fixes: () => [appendCommand(command.run, "yarn cache clean")] },
      );
    }
  },
};

function mountsYarn(instruction: Instruction): boolean {
  return instruction.flags.some(
    ({ name, value }) =>
      name === "mount" &&
      /type=(?:cache|tmpfs)/.test(value ?? "") &&
      /\.cache\/yarn|\/yarn\b/.test(value ?? ""),
  );
}
