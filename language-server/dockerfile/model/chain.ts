// The instructions that a stage is made of, its own and those of the stages that it builds on; a
// file without FROM counts as one stage, so that fragments are checked, too.

import type { Instruction } from "../syntax/instruction.ts";
import type { DockerfileDocument } from "./document.ts";

/** The instructions of each stage. */
export function sections(document: DockerfileDocument): readonly (readonly Instruction[])[] {
  if (document.stages.length === 0) return [document.instructions];
  return document.stages.map(({ instructions }) => instructions);
}

/** The instructions of the stage that an instruction stands in, then of those below it. */
export function chainOf(
  document: DockerfileDocument,
  instruction: Instruction,
): readonly (readonly Instruction[])[] {
  let stage = document.stageOf(instruction);
  if (!stage) return [document.whole.instructions.slice(0, instruction.index + 1)];
  const chain: (readonly Instruction[])[] = [];
  for (; stage; stage = stage.parent) chain.push(stage.instructions);
  return chain;
}
