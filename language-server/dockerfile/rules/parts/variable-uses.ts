// The variables that BuildKit puts into an instruction, each where it stands.
import type { Span } from "../../../text.ts";
import type { DockerfileDocument } from "../../model/document.ts";
import { expandBody, variableUses } from "../../syntax/expand.ts";
import { expandedBodies, expandedWords } from "../../syntax/expanded-words.ts";
import type { Instruction } from "../../syntax/instruction.ts";

/** A variable that is named, and where. */
export interface Use {
  readonly name: string;
  readonly span: Span;
}

/** The variables in the words of an instruction and in the bodies of its heredocs. */
export function usesOf({ text }: DockerfileDocument, instruction: Instruction): readonly Use[] {
  const inBodies = expandedBodies(instruction, text).flatMap(({ text, start }) =>
    expandBody(text, instruction.escape, () => undefined).uses.map((use) => ({
      name: use.name,
      span: { start: start + use.start, end: start + use.end },
    })),
  );
  const inWords = usesInWords(instruction);
  return inBodies.length === 0 ? inWords : [...inWords, ...inBodies];
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
