// The graph that stages make: FROM, COPY --from and RUN --mount=from.

import type { Instruction } from "../syntax/instruction.ts";
import { parseMount } from "../syntax/mount.ts";
import type { DockerfileDocument } from "./document.ts";
import { type Stage, stageNames } from "./stages.ts";

/** A place that names a stage: FROM, `COPY --from=`, `RUN --mount=…,from=`. */
export interface StageReference {
  readonly instruction: Instruction;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "from" | "copy" | "mount";
  /** The stage it means; `undefined`: an image or a named context. */
  readonly target: Stage | undefined;
}

/** The stage that `--from=name` means in an instruction of `user`: by name or number, earlier only. */
export function stageNamed(
  document: DockerfileDocument,
  name: string,
  user: Stage | undefined,
): Stage | undefined {
  const { stages } = document.whole;
  const limit = user?.index ?? stages.length;
  const index = document.deriveFromStages(stageNames).get(name.toLowerCase());
  const found = index?.findLast((stage) => stage.index < limit);
  if (found) return found;
  return /^\d+$/.test(name) && Number(name) < limit ? stages[Number(name)] : undefined;
}

/** Every place that names, or may name, a stage, in the file's order. Use `document.derive`. */
export function stageReferences(document: DockerfileDocument): readonly StageReference[] {
  const references = [
    ...document.stages.flatMap(fromReference),
    ...document.referring.flatMap((one) => referencesIn(document, one.trigger ?? one)),
  ];
  return references.sort((a, b) => a.start - b.start);
}

function fromReference({ from, base, parent }: Stage): StageReference[] {
  if (!base) return [];
  const { text: name, start, end } = base;
  // A variable stands for the stage; its name is written elsewhere.
  const target = name.includes("$") ? undefined : parent;
  return [{ instruction: from, name, start, end, kind: "from", target }];
}

function referencesIn(document: DockerfileDocument, instruction: Instruction): StageReference[] {
  if (instruction.keyword === "COPY") return copyReference(document, instruction);
  return instruction.keyword === "RUN" ? mountReferences(document, instruction) : [];
}

function copyReference(document: DockerfileDocument, copy: Instruction): StageReference[] {
  const { value: name, valueSpan } = copy.flag("from") ?? {};
  if (name === undefined || !valueSpan) return [];
  const target = stageNamed(document, name, document.stageOf(copy));
  return [{ instruction: copy, name, ...valueSpan, kind: "copy", target }];
}

function mountReferences(document: DockerfileDocument, run: Instruction): StageReference[] {
  const user = document.stageOf(run);
  return run.flags
    .filter(({ name }) => name === "mount")
    .flatMap((flag) => parseMount(run, flag))
    .flatMap(({ key, value: name = "", valueSpan }) => {
      if (key !== "from" || !valueSpan) return [];
      const target = stageNamed(document, name, user);
      return [{ instruction: run, name, ...valueSpan, kind: "mount" as const, target }];
    });
}
