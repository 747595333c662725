// The stages of a Dockerfile and the graph they make: FROM, COPY --from and RUN --mount=from.

import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { parseMount } from "../syntax/mount.ts";
import { type Replaced, replaced } from "../syntax/rescan.ts";
import type { Flag, Word } from "../syntax/words.ts";
import type { DockerfileDocument } from "./document.ts";
import { platformArgs } from "./scopes.ts";

/** A stage. It lives on in the next version of a file as long as no FROM is touched. */
export class Stage {
  readonly index: number;
  readonly from: Instruction;
  /** The earlier stage that it builds on. */
  readonly parent: Stage | undefined;
  /** The lowest of the stages that it builds on. */
  readonly root: Stage | undefined;
  /** Its name in lower case. */
  readonly key: string | undefined;
  #instructions: readonly Instruction[];

  constructor(
    index: number,
    from: Instruction,
    parent: Stage | undefined,
    instructions: readonly Instruction[],
  ) {
    this.index = index;
    this.from = from;
    this.parent = parent;
    this.root = parent?.root ?? parent;
    this.#instructions = instructions;
    this.key = this.name?.text.toLowerCase();
  }

  /** The base as it stands in the file: an image, a stage, `scratch` or `$VARIABLE`. */
  get base(): Word | undefined {
    return this.from.words[0];
  }

  get platform(): Flag | undefined {
    return this.from.flag("platform");
  }

  get as(): Word | undefined {
    return this.from.words[1];
  }

  /** The word behind AS. */
  get name(): Word | undefined {
    const [, as, name] = this.from.words;
    return as && name && as.text.toUpperCase() === "AS" ? name : undefined;
  }

  /** The instructions behind FROM, triggers inside their ONBUILD. */
  get instructions(): readonly Instruction[] {
    return this.#instructions;
  }

  /** Some instructions have become others. */
  replace({ first, gone, fresh }: Replaced): void {
    this.#instructions = replaced(this.#instructions, first - this.from.index - 1, gone, fresh);
  }
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
  /** What has been worked out of them; see `document.deriveFromStages`. */
  readonly facts: Map<unknown, unknown>;
}

/** Use `document.stages`. */
export function buildStages({ instructions, escape: escapeChar }: DockerfileDocument): Stages {
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  const globalArgs: Instruction[] = [];
  const stageByInstruction: (Stage | undefined)[] = [];
  let values: ReadonlyMap<string, string> | undefined;
  let own: Instruction[] = [];
  let current: Stage | undefined;
  for (const instruction of instructions) {
    if (instruction.keyword === "FROM") {
      own = [];
      values ??= valuesOf(globalArgs, escapeChar);
      const base = instruction.words[0]?.text ?? "";
      const name = base.includes("$") ? withDefaults(base, values, escapeChar) : base;
      current = new Stage(stages.length, instruction, byName.get(name.toLowerCase()), own);
      stages.push(current);
      if (current.key !== undefined) byName.set(current.key, current);
    } else if (current) own.push(instruction);
    else if (instruction.keyword === "ARG") globalArgs.push(instruction);
    stageByInstruction.push(current);
  }
  return { stages, globalArgs, stageByInstruction, facts: new Map() };
}

/** The stages after an edit inside of one; `undefined`: it touches more than that. */
export function editStages(before: Stages, edit: Replaced): Stages | undefined {
  const { first, gone, fresh } = edit;
  const stage = before.stageByInstruction[first - 1];
  if (!stage || [gone, fresh].some((some) => some.some(({ keyword }) => keyword === "FROM")))
    return undefined;
  stage.replace(edit);
  if (gone.length === fresh.length) return before;
  const { stageByInstruction } = before;
  const own = fresh.map(() => stage);
  return { ...before, stageByInstruction: replaced(stageByInstruction, first, gone, own) };
}

/** The values that the variables of FROM lines have without build arguments. */
function valuesOf(args: readonly Instruction[], escapeChar: string): ReadonlyMap<string, string> {
  const values = new Map(platformArgs);
  for (const { pairs } of args)
    for (const { key, value } of pairs)
      if (value) values.set(key.text, withDefaults(value.text, values, escapeChar));
  return values;
}

function withDefaults(text: string, values: ReadonlyMap<string, string>, escapeChar: string) {
  return expand(text, escapeChar, (name) => values.get(name)).value;
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

/** Stages by their name in lower case. Use `document.deriveFromStages`. */
export function stageNames({ stages }: Stages): ReadonlyMap<string, readonly Stage[]> {
  const names = new Map<string, Stage[]>();
  for (const stage of stages) {
    if (stage.key === undefined) continue;
    const known = names.get(stage.key);
    if (known) known.push(stage);
    else names.set(stage.key, [stage]);
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
  // Most copy from the build context, which is soon found out.
  if (!copy.text.includes("--from=")) return [];
  const { value: name, valueSpan } = copy.flag("from") ?? {};
  if (name === undefined || !valueSpan) return [];
  const target = stageNamed(document, name, document.stageOf(copy));
  return [{ instruction: copy, name, ...valueSpan, kind: "copy", target }];
}

function mountReferences(document: DockerfileDocument, run: Instruction): StageReference[] {
  if (!run.text.includes("from=")) return [];
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
