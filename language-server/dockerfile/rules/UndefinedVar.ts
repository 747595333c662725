// Variables that nothing declares, where the file alone can tell.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { namesAt, stageChain, variableAt } from "../model/scopes.ts";
import { nearest } from "../suggest.ts";
import { variableUses } from "../syntax/expand.ts";
import { expandedWords, expandingKeywords } from "../syntax/expanded-words.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** Each search for a likely name looks at every variable; a file of thousands would take seconds. */
const MOST_SEARCHES = 25;

export const UndefinedVar: Rule<DockerfileDocument> = {
  code: "UndefinedVar",
  aliases: [],
  severity: "warning",
  summary: "Neither ARG nor ENV nor the base image declares the variable.",
  scope: { reads: expandingKeywords },
  check(document, report) {
    const seen = new Set<string>();
    let searches = 0;
    for (const keyword of expandingKeywords)
      for (const instruction of document.byKeyword(keyword))
        if (instruction.cooked.text.includes("$")) checkInstruction(instruction);
    function checkInstruction(instruction: Instruction): void {
      for (const { name, span } of usesOf(instruction)) {
        const key = `${instruction.index} ${name}`;
        if (name === "PATH" || seen.has(key) || variableAt(document, instruction, name)) continue;
        seen.add(key);
        const near =
          searches++ < MOST_SEARCHES
            ? nearest(name, ["PATH", ...namesAt(document, instruction)])
            : undefined;
        // The base image may bring the variable along, unless it looks like a slip of the pen.
        if (near) report(span, t("Nothing declares {0}. Did you mean {1}?", name, near));
        else if (isClosed(document, instruction)) report(span, t("Nothing declares {0}.", name));
      }
    }
  },
};

function usesOf(instruction: Instruction) {
  const { cooked } = instruction;
  return expandedWords(instruction).flatMap(({ text, start }) => {
    const offset = cooked.from(start);
    return variableUses(text, instruction.escape).map((use) => ({
      name: use.name,
      span: cooked.span(offset + use.start, offset + use.end),
    }));
  });
}

/** Whether the stage's environment is known: its chain ends in an empty image. */
function isClosed(document: DockerfileDocument, instruction: Instruction): boolean {
  const stage = document.stageOf(instruction);
  return stage !== undefined && stageChain(stage).at(-1)?.base?.text === "scratch";
}
