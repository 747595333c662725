// Variables that nothing declares, where the file alone can tell.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { namesAt, startsEmpty, variableAt } from "../model/scopes.ts";
import type { Stage } from "../model/stages.ts";
import { nearest } from "../suggest.ts";
import { expandBody, variableUses } from "../syntax/expand.ts";
import { expandedBodies, expandedWords, expandingKeywords } from "../syntax/expanded-words.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** In a stage: each search for a likely name looks at every variable, and there may be thousands. */
const MOST_SEARCHES = 25;

export const UndefinedVar: Rule<DockerfileDocument> = {
  code: "UndefinedVar",
  aliases: [],
  severity: "warning",
  summary: "No ARG, no ENV and no base image declares the variable.",
  scope: { stage: expandingKeywords },
  check(document, report) {
    const seen = new Set<string>();
    const searches = new Map<Stage | undefined, number>();
    // BuildKit says nothing of ports.
    for (const keyword of expandingKeywords)
      for (const instruction of keyword === "EXPOSE" ? [] : document.byKeyword(keyword))
        if (instruction.text.includes("$") || instruction.heredocs.length > 0)
          for (const use of usesOf(document, instruction)) checkUse(instruction, use);
    function checkUse(instruction: Instruction, { name, span }: Use): void {
      const key = `${instruction.index} ${name}`;
      if (name === "PATH" || seen.has(key) || variableAt(document, instruction, name)) return;
      seen.add(key);
      const stage = document.stageOf(instruction);
      const before = searches.get(stage) ?? 0;
      searches.set(stage, before + 1);
      const near =
        before < MOST_SEARCHES
          ? nearest(name, ["PATH", ...namesAt(document, instruction)])
          : undefined;
      // The base image may bring the variable along, unless it looks like a slip of the pen.
      if (near) report(span, t("Nothing declares {0}. Did you mean {1}?", name, near));
      else if (startsEmpty(document, instruction)) report(span, t("Nothing declares {0}.", name));
    }
  },
};

interface Use {
  readonly name: string;
  readonly span: Span;
}

function usesOf({ text }: DockerfileDocument, instruction: Instruction): readonly Use[] {
  const inBodies = expandedBodies(instruction, text).flatMap(({ text, start }) =>
    expandBody(text, instruction.escape, () => undefined).uses.map((use) => ({
      name: use.name,
      span: { start: start + use.start, end: start + use.end },
    })),
  );
  return inBodies.length === 0
    ? usesInWords(instruction)
    : [...usesInWords(instruction), ...inBodies];
}

function usesInWords(instruction: Instruction): readonly Use[] {
  const { cooked } = instruction;
  return expandedWords(instruction).flatMap(({ text, start }) => {
    const offset = cooked.from(start);
    return variableUses(text, instruction.escape).map((use) => ({
      name: use.name,
      span: cooked.span(offset + use.start, offset + use.end),
    }));
  });
}
