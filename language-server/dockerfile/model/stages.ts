// The stages of a Dockerfile and the graph they make: FROM, COPY --from and RUN --mount=from.

import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { parseMount } from "../syntax/mount.ts";
import type { Flag, Word } from "../syntax/words.ts";
import type { DockerfileDocument } from "./document.ts";
import { platformArgs } from "./scopes.ts";

export interface Stage {
  readonly index: number;
  readonly from: Instruction;
  /** The base as it stands in the file: an image, a stage, `scratch` or `$VARIABLE`. */
  readonly base: Word | undefined;
  readonly platform: Flag | undefined;
  /** The word behind AS. */
  readonly name: Word | undefined;
  readonly as: Word | undefined;
  /** The earlier stage that it builds on. */
  readonly parent: Stage | undefined;
  /** The lowest of the stages that it builds on. */
  readonly root: Stage | undefined;
  /** The instructions behind FROM, triggers inside their ONBUILD. */
  readonly instructions: readonly Instruction[];
}

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

export interface Stages {
  readonly stages: readonly Stage[];
  readonly globalArgs: readonly Instruction[];
  readonly stageByInstruction: readonly (Stage | undefined)[];
}

/** Use `document.stages`. */
export function buildStages({ instructions, escape: escapeChar }: DockerfileDocument): Stages {
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  const globalArgs: Instruction[] = [];
  const stageByInstruction: (Stage | undefined)[] = [];
  let own: Instruction[] = [];
  let current: Stage | undefined;
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") {
      own = [];
      const base = instruction.words[0]?.text ?? "";
      const name = base.includes("$") ? withDefaults(base, globalArgs, escapeChar) : base;
      const parent = byName.get(name.toLowerCase());
      current = makeStage(instruction, stages.length, parent, own);
      stages.push(current);
      if (current.name) byName.set(current.name.text.toLowerCase(), current);
    } else if (current) own.push(instruction);
    else if (instruction.keyword === "ARG") globalArgs.push(instruction);
    stageByInstruction.push(current);
  }
  return { stages, globalArgs, stageByInstruction };
}

/** A base with the values that its variables have without build arguments. */
function withDefaults(base: string, args: readonly Instruction[], escapeChar: string): string {
  const values = new Map(platformArgs);
  const lookup = (name: string) => values.get(name);
  for (const { pairs } of args)
    for (const { key, value } of pairs)
      if (value) values.set(key.text, expand(value.text, escapeChar, lookup).value);
  return expand(base, escapeChar, lookup).value;
}

function makeStage(
  from: Instruction,
  index: number,
  parent: Stage | undefined,
  instructions: readonly Instruction[],
): Stage {
  const [base, as, name] = from.words;
  return {
    index,
    from,
    base,
    platform: from.flag("platform"),
    as,
    name: as && name && as.text.toUpperCase() === "AS" ? name : undefined,
    parent,
    root: parent?.root ?? parent,
    instructions,
  };
}

/** The stage that `--from=name` means in an instruction of `user`: by name or number, earlier only. */
export function stageNamed(
  document: DockerfileDocument,
  name: string,
  user: Stage | undefined,
): Stage | undefined {
  const { stages } = document.whole;
  const limit = user?.index ?? stages.length;
  const index = document.derive(stageNames).get(name.toLowerCase());
  const found = index?.findLast((stage) => stage.index < limit);
  if (found) return found;
  return /^\d+$/.test(name) && Number(name) < limit ? stages[Number(name)] : undefined;
}

/** Stages by their name in lower case. */
export function stageNames({ stages }: DockerfileDocument): ReadonlyMap<string, readonly Stage[]> {
  const names = new Map<string, Stage[]>();
  for (const stage of stages) {
    const name = stage.name?.text.toLowerCase();
    if (name === undefined) continue;
    const known = names.get(name);
    if (known) known.push(stage);
    else names.set(name, [stage]);
  }
  return names;
}

/** Every place that names, or may name, a stage, in the file's order. Use `document.derive`. */
export function stageReferences(document: DockerfileDocument): readonly StageReference[] {
  const references = [
    ...document.stages.flatMap(fromReference),
    ...document.byKeywordDeep("COPY").flatMap((copy) => copyReference(document, copy)),
    ...document.byKeywordDeep("RUN").flatMap((run) => mountReferences(document, run)),
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
