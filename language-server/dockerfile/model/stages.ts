// The stages of a Dockerfile: what each builds on, and which instructions are its own.

import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { type Replaced, replaced } from "../syntax/rescan.ts";
import type { Flag, Word } from "../syntax/words.ts";
import { platformArgs } from "./build-args.ts";

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
  /** What it builds on, without variables and in lower case. */
  readonly baseKey: string;
  #instructions: readonly Instruction[];

  constructor(
    index: number,
    from: Instruction,
    baseKey: string,
    parent: Stage | undefined,
    instructions: readonly Instruction[],
  ) {
    this.index = index;
    this.from = from;
    this.baseKey = baseKey;
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

export interface Stages {
  readonly stages: readonly Stage[];
  readonly globalArgs: readonly Instruction[];
  readonly stageByInstruction: readonly (Stage | undefined)[];
  /** What has been worked out of them; see `document.deriveFromStages`. */
  readonly facts: Map<unknown, unknown>;
}

interface Scanned {
  readonly instructions: readonly Instruction[];
  readonly escape: string;
}

/** Use `document.stages`. */
export function buildStages({ instructions, escape: escapeChar }: Scanned): Stages {
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
      const base = baseKeyOf(instruction, values);
      current = new Stage(stages.length, instruction, base, byName.get(base), own);
      stages.push(current);
      if (current.key !== undefined) byName.set(current.key, current);
    } else if (current) own.push(instruction);
    else if (instruction.keyword === "ARG") globalArgs.push(instruction);
    stageByInstruction.push(current);
  }
  return { stages, globalArgs, stageByInstruction, facts: new Map() };
}

/** The stages after an edit of one, or inside of it; `undefined`: it touches more than that. */
export function editStages(before: Stages, edit: Replaced): Stages | undefined {
  const { first, gone, fresh } = edit;
  if (gone.length === 0 && fresh.length === 0) return before;
  const [was, is] = [gone[0], fresh[0]];
  if (was?.keyword === "FROM" && is?.keyword === "FROM" && gone.length + fresh.length === 2)
    return editFrom(before, was, is);
  const stage = before.stageByInstruction[first - 1];
  if (!stage || [gone, fresh].some((some) => some.some(({ keyword }) => keyword === "FROM")))
    return undefined;
  stage.replace(edit);
  if (gone.length === fresh.length) return before;
  const { stageByInstruction } = before;
  const own = fresh.map(() => stage);
  return { ...before, stageByInstruction: replaced(stageByInstruction, first, gone, own) };
}

/** FROM has become another FROM: only its own stage and those that build on it are others. */
function editFrom(before: Stages, was: Instruction, is: Instruction): Stages {
  const { globalArgs } = before;
  const stages: Stage[] = [];
  const byName = new Map<string, Stage>();
  const stageByInstruction = [...before.stageByInstruction];
  before.stages.forEach((stage, index) => {
    const isTouched = stage.from === was;
    const base = isTouched ? baseKeyOf(is, valuesOf(globalArgs, is.escape)) : stage.baseKey;
    const parent = byName.get(base);
    const { instructions } = stage;
    const now =
      isTouched || parent !== stage.parent
        ? new Stage(index, isTouched ? is : stage.from, base, parent, instructions)
        : stage;
    if (now !== stage)
      stageByInstruction.fill(now, now.from.index, now.from.index + instructions.length + 1);
    if (now.key !== undefined) byName.set(now.key, now);
    stages.push(now);
  });
  return { stages, globalArgs, stageByInstruction, facts: new Map() };
}

function baseKeyOf(
  { words, escape: escapeChar }: Instruction,
  values: ReadonlyMap<string, string>,
) {
  const base = words[0]?.text ?? "";
  const name = base.includes("$") ? withDefaults(base, values, escapeChar) : base;
  return name.toLowerCase();
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
