// Finds RUNs that follow each other and could be one.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunScript, runsOf } from "../model/run-commands.ts";
import { readShell } from "../shell/cache.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { canBeJoined, insertion, jointBehind } from "./parts/edits.ts";
import { posixScripts } from "./parts/shell-rules.ts";

export const DL3059: Rule<DockerfileDocument> = {
  code: "DL3059",
  aliases: [],
  severity: "info",
  summary: "Each RUN makes a layer; this one could be joined to the one before it.",
  scope: { stage: ["*"] },
  check(document, report) {
    let before: Instruction | undefined;
    for (const instruction of document.instructions) {
      if (before?.keyword === "RUN" && instruction.keyword === "RUN") check(before, instruction);
      before = instruction;
    }
    function check(one: Instruction, other: Instruction): void {
      const runs = document.deriveHere(byInstruction);
      const [above, layer] = [layerOf(one, runs.get(one)), layerOf(other, runs.get(other))];
      if (above.flags !== layer.flags || !above.small || !layer.small) return;
      report(
        other.span,
        t("Each RUN makes a layer; this one could be joined to the one before it."),
        { fixes: () => join(document, other) },
      );
    }
  },
};

function byInstruction(document: DockerfileDocument): ReadonlyMap<Instruction, RunScript> {
  return new Map(runsOf(document).map((run) => [run.instruction, run]));
}

/** What a RUN makes. */
interface Layer {
  readonly flags: string;
  /** No more than one command: many in one RUN are hard to read. */
  readonly small: boolean;
}

function layerOf(instruction: Instruction, run: RunScript | undefined): Layer {
  const flags = instruction.flags.map(({ name, raw }) => `${name}=${raw}`).join(" ");
  const { broken, commands } = run?.script ?? readShell(instruction.argumentText);
  // What no POSIX shell can read may be long, but is one command for another shell.
  const named = broken ? 0 : commands.filter(({ name }) => name !== "").length;
  return { flags, small: named <= 1 && instruction.heredocs.length === 0 };
}

function join(document: DockerfileDocument, instruction: Instruction): Fix[] {
  const before = document.whole.instructions[instruction.index - 1];
  if (!before || ![before, instruction].every((run) => isPosix(document, run))) return [];
  if (!canBeJoined(before.argumentText)) return [];
  const between = document.text.slice(before.span.end, instruction.span.start);
  if (between.includes("#")) return aroundComments(document, before, instruction, between);
  return [
    {
      title: t("Join it to the previous RUN"),
      edits: [
        {
          start: before.span.end,
          end: instruction.argumentSpan.start,
          newText: ` ${document.escape}\n    ${jointBehind(before.argumentText)}`,
        },
      ],
    },
  ];
}

function isPosix(document: DockerfileDocument, run: Instruction): boolean {
  return document.derive(posixScripts).some(({ instruction }) => instruction === run);
}

/** Comments between the two stay where they are, inside of the joined instruction. */
function aroundComments(
  document: DockerfileDocument,
  before: Instruction,
  instruction: Instruction,
  between: string,
): Fix[] {
  if (/\n[ \t]*\r?\n/.test(between)) return [];
  return [
    {
      title: t("Join it to the previous RUN"),
      edits: [
        insertion(before.span.end, ` ${document.escape}`),
        {
          start: instruction.span.start,
          end: instruction.argumentSpan.start,
          newText: `    ${jointBehind(before.argumentText)}`,
        },
      ],
    },
  ];
}
