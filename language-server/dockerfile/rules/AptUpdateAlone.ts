// apt-get update in one RUN, install in another: the lists come from the cache and grow old.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, type RunCommand } from "../model/run-commands.ts";
import type { Stage } from "../model/stages.ts";
import { hasWord } from "../shell/arguments.ts";
import { withoutInstruction } from "../whole-lines.ts";
import { insertion } from "./parts/edits.ts";
import { aptVerbs } from "./parts/packages.ts";

export const AptUpdateAlone: Rule<DockerfileDocument> = {
  code: "AptUpdateAlone",
  aliases: [],
  severity: "warning",
  summary:
    "Update and install belong in one RUN: otherwise the package lists come from the cache, however old.",
  scope: { stage: ["RUN"], namesLines: true },
  check(document, report) {
    const { updates, installs, using } = callsOf(document);
    for (const [index, update] of updates) {
      if (using.has(index)) continue;
      const install = installs
        .get(document.stageOf(update.run.instruction))
        ?.find(({ run }) => run.instruction.index > index);
      if (!install || updates.has(install.run.instruction.index)) continue;
      const line = document.lines.lineAt(install.run.instruction.span.start) + 1;
      report(
        update.run.span(update),
        t(
          "The install in line {0} takes these package lists from the cache, however old. Update and install belong in one RUN.",
          line,
        ),
        { fixes: () => joined(document, update, install) },
      );
    }
  },
};

/** The calls of apt: updates by instruction, installs by stage, and instructions that use the lists. */
function callsOf(document: DockerfileDocument) {
  const updates = new Map<number, RunCommand>();
  const installs = new Map<Stage | undefined, RunCommand[]>();
  const using = new Set<number>();
  for (const command of commandsOf(document, "apt-get", "apt", "aptitude")) {
    const { instruction } = command.run;
    if (instruction.onbuild) continue;
    if (hasWord(command, "update")) updates.set(instruction.index, command);
    if (hasWord(command, ...aptVerbs)) using.add(instruction.index);
    if (!hasWord(command, "install")) continue;
    const stage = document.stageOf(instruction);
    const known = installs.get(stage);
    if (known) known.push(command);
    else installs.set(stage, [command]);
  }
  return { updates, installs, using };
}

/** Moves a lone update in front of the install. */
function joined(
  document: DockerfileDocument,
  update: RunCommand,
  install: RunCommand,
): readonly Fix[] {
  const { run } = update;
  if (run.commands.length > 1 || run.heredoc || run.exec || install.run.exec) return [];
  if (run.instruction.flags.length > 0 || install.depth > 0) return [];
  const start = install.run.span(install).start;
  const text = document.slice(run.span(update));
  return [
    {
      title: t("Update in the RUN that installs"),
      edits: [
        withoutInstruction(document, run.instruction),
        insertion(start, install.run.heredoc ? `${text}\n` : `${text} && `),
      ],
    },
  ];
}
