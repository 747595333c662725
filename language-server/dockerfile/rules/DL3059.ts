// Finds RUNs that follow each other and could be one.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import type { Instruction } from "../instruction.ts";
import { insertion } from "../packages.ts";
import { type RunScript, runsOf } from "../run-commands.ts";

export const DL3059: Rule<DockerfileDocument> = {
  code: "DL3059",
  aliases: [],
  severity: "info",
  summary: "Each RUN makes a layer; this one could be joined to the one before.",
  check(document, report) {
    const runs = new Map(runsOf(document).map((run) => [run.instruction, run]));
    let before: RunScript | undefined;
    for (const instruction of document.instructions) {
      const run = runs.get(instruction);
      if (run && before && joinable(before, run))
        report(
          instruction.span,
          t("Each RUN makes a layer; this one could be joined to the one before."),
          { fixes: () => join(document, instruction) },
        );
      before = run;
    }
  },
};

function joinable(before: RunScript, run: RunScript): boolean {
  const flags = ({ instruction }: RunScript) =>
    instruction.flags.map(({ name, raw }) => `${name}=${raw}`).join(" ");
  if (flags(before) !== flags(run) || run.heredoc || before.heredoc) return false;
  return ownCommands(run) <= 1 && ownCommands(before) <= 1;
}

function ownCommands({ commands }: RunScript): number {
  return commands.filter(({ substituted }) => !substituted).length;
}

function join(document: DockerfileDocument, instruction: Instruction): Fix[] {
  const before = document.instructions[instruction.index - 1];
  if (!before || before.json || instruction.json) return [];
  const between = document.text.slice(before.span.end, instruction.span.start);
  if (between.includes("#")) return aroundComments(document, before, instruction, between);
  return [
    {
      title: t("Join it to the RUN before"),
      edits: [
        {
          start: before.span.end,
          end: instruction.argumentSpan.start,
          newText: ` ${document.escape}\n    && `,
        },
      ],
    },
  ];
}

/** Comments between the two stay where they are, inside of the joined instruction. */
function aroundComments(
  document: DockerfileDocument,
  { span }: Instruction,
  instruction: Instruction,
  between: string,
): Fix[] {
  if (/\n[ \t]*\r?\n/.test(between)) return [];
  return [
    {
      title: t("Join it to the RUN before"),
      edits: [
        insertion(span.end, ` ${document.escape}`),
        {
          start: instruction.span.start,
          end: instruction.argumentSpan.start,
          newText: "    && ",
        },
      ],
    },
  ];
}
