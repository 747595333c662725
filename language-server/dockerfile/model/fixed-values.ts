// What words hold whatever arguments a build is given: where ENV says it all, or nothing declares a
// variable and the base image is known not to bring it.
import type { Host } from "../../host.ts";
import { expand, type VariableUse } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { environmentOf } from "./bases.ts";
import { platformArgs } from "./build-args.ts";
import type { DockerfileDocument } from "./document.ts";
import { lookupAt, type Variable, variableAt, variableValue } from "./scopes.ts";

/** Where a word stands, and who knows base images. */
export interface Place {
  readonly document: DockerfileDocument;
  readonly instruction: Instruction;
  readonly host: Host;
}

/** What a word always holds; `undefined` where that depends on a build argument or an unknown image. */
export function fixedValue(place: Place, text: string): string | undefined {
  const { document, instruction } = place;
  const { value, uses, problem } = expand(
    text,
    instruction.escape,
    lookupAt(document, instruction),
  );
  return problem || !uses.every((use) => isFixed(place, use)) ? undefined : value;
}

/** Whether a variable holds the same in every build. In a trigger it is another build's. */
export function isFixed(place: Place, { name }: Pick<VariableUse, "name">): boolean {
  const { document, instruction } = place;
  if (instruction.onbuild) return false;
  if (instruction.pairs.some(({ key }) => key.text === name)) return false;
  const variable = variableAt(document, instruction, name);
  if (variable) return isFixedVariable(document, variable);
  if (instruction.keyword === "FROM" || !document.stageOf(instruction))
    return !platformArgs.has(name);
  const brought = name === "PATH" ? undefined : environmentOf(document, instruction, place.host);
  return brought !== undefined && !(name in brought);
}

/** An ENV of plain text, or of others that are fixed and declared in the file. */
function isFixedVariable(document: DockerfileDocument, variable: Variable): boolean {
  const known = document.derive(fixedVariables);
  const before = known.get(variable);
  if (before !== undefined) return before;
  // Whoever asks for it while it is worked out goes round in a circle.
  known.set(variable, false);
  const { kind, instruction, pair } = variable;
  const value = kind === "env" ? variableValue(document, variable) : undefined;
  const uses =
    value !== undefined && pair.value?.text.includes("$")
      ? expand(pair.value.text, instruction.escape, () => undefined).uses
      : [];
  const isKnown = uses.every(({ name }) => {
    const inner = variableAt(document, instruction, name);
    return inner !== undefined && isFixedVariable(document, inner);
  });
  const isFixedOne = value !== undefined && isKnown;
  known.set(variable, isFixedOne);
  return isFixedOne;
}

function fixedVariables(_: DockerfileDocument): Map<Variable, boolean> {
  return new Map();
}
