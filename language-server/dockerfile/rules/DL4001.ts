// Finds stages that use both wget and curl.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace, runsWith } from "../model/run-commands.ts";
import type { Stage } from "../model/stages.ts";

export const DL4001: Rule<DockerfileDocument> = {
  code: "DL4001",
  aliases: [],
  severity: "warning",
  summary: "wget and curl do the same thing; an image needs only one of them.",
  scope: { stage: ["RUN"] },
  check(document, report) {
    if (commandsOf(document, "wget").length === 0) return;
    const used = new Map<Stage | undefined, Set<string>>();
    for (const { instruction, commands } of runsWith(document, ["wget", "curl"])) {
      const call = commands.find(({ name }) => name === "wget" || name === "curl");
      if (!call) continue;
      const stage = document.stageOf(instruction);
      const programs = used.get(stage) ?? new Set();
      used.set(stage, programs);
      for (const { name } of commands) if (name === "wget" || name === "curl") programs.add(name);
      // What stands before the second one is well, as long as that is not there.
      if (programs.size > 1)
        report(
          programPlace(call),
          t("wget and curl do the same thing; an image needs only one of them."),
        );
    }
  },
};
