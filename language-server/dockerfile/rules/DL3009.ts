// Finds lists of apt that stay in a layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, mountsCache, type RunCommand } from "../model/run-commands.ts";
import { stageChain } from "../model/scopes.ts";
import type { Stage } from "../model/stages.ts";
import { hasFlag, hasWord } from "../shell/arguments.ts";
import type { Word } from "../shell/syntax.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { appendCommand } from "./parts/edits.ts";
import { aptVerbs, keptStages } from "./parts/packages.ts";

const programs = ["apt-get", "apt", "aptitude"];
const folders = ["/var/lib/apt", "/var/lib/apt/lists"];

export const DL3009: Rule<DockerfileDocument> = {
  code: "DL3009",
  aliases: [],
  severity: "info",
  summary: "apt's package lists stay in the layer; remove them in the same RUN.",
  scope: { each: ["RUN"], stage: ["FROM"] },
  check(document, report) {
    const kept = document.deriveFromStages(keptStages);
    const clean = new Set(
      commandsOf(document, "rm")
        .filter((command) => hasFlag(command, "r", "R") && command.args.some(isLists))
        .concat(commandsOf(document, "apt-get").filter((command) => hasWord(command, "dist-clean")))
        .map(({ run }) => run.instruction),
    );
    const seen = new Set<Instruction>();
    for (const command of commandsOf(document, ...programs)) {
      const { instruction } = command.run;
      if (!hasWord(command, "update") || seen.has(instruction) || clean.has(instruction)) continue;
      const stage = document.stageOf(instruction);
      if (stage && !kept.has(stage) && !instruction.onbuild) continue;
      if (mountsCache(instruction, ...folders) && mountsBoth(instruction)) continue;
      seen.add(instruction);
      report(
        command.run.span(command),
        t("apt's package lists stay in the layer; remove them in the same RUN."),
        {
          fixes: () =>
            areUsedLater(document, command)
              ? []
              : [appendCommand(command.run, "rm -rf /var/lib/apt/lists/*")],
        },
      );
    }
  },
};

/** Whether a later RUN installs from these lists; without them it would fail. */
function areUsedLater(document: DockerfileDocument, { run }: RunCommand): boolean {
  const { index } = run.instruction;
  const stage = document.stageOf(run.instruction);
  const calls = commandsOf(document.whole, ...programs);
  const updating = new Set(
    calls.filter((call) => hasWord(call, "update")).map((call) => call.run.instruction.index),
  );
  return calls.some((call) => {
    const later = call.run.instruction;
    const own = document.stageOf(later);
    return (
      later.index > index &&
      !updating.has(later.index) &&
      hasWord(call, ...aptVerbs) &&
      (own === stage || (own !== undefined && buildsOn(own, stage)))
    );
  });
}

function buildsOn(stage: Stage, other: Stage | undefined): boolean {
  return other !== undefined && stageChain(stage).includes(other);
}

function isLists({ text }: Word): boolean {
  return text.startsWith("/var/lib/apt/lists") || text === "/var/lib/apt";
}

/** A mount on `/var/lib/apt` alone keeps the lists only if the downloads are mounted, too. */
function mountsBoth(instruction: Instruction): boolean {
  return (
    mountsCache(instruction, "/var/lib/apt/lists") || mountsCache(instruction, "/var/cache/apt")
  );
}
