// Which variables an instruction sees and what they hold: ARG and ENV along the chain of stages,
// ARGs before the first FROM, and what BuildKit declares itself.

import type { Span } from "../../text.ts";
import { expand } from "../syntax/expand.ts";
import type { Instruction, Pair } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";
import { platformArgs } from "./build-args.ts";
import type { DockerfileDocument } from "./document.ts";
import type { Stage } from "./stages.ts";

/** A variable where it is declared. */
export interface Variable {
  readonly name: string;
  readonly kind: "arg" | "env" | "global";
  readonly instruction: Instruction;
  readonly pair: Pair;
}

type Declarations = ReadonlyMap<string, readonly Variable[]>;

/** What has been worked out by {@link declarationsOf}. Use `document.derive`. */
function declarations(_: DockerfileDocument): Map<Stage | undefined, Declarations> {
  return new Map();
}

/** ARG and ENV of a stage by name; those before the first FROM for `undefined`. */
function declarationsOf(document: DockerfileDocument, stage: Stage | undefined): Declarations {
  const known = document.derive(declarations);
  const scope = known.get(stage) ?? readDeclarations(document, stage);
  known.set(stage, scope);
  return scope;
}

function readDeclarations(document: DockerfileDocument, stage: Stage | undefined): Declarations {
  const { instructions, stages } = document.whole;
  const own = stage?.instructions ?? instructions.slice(0, stages[0]?.from.index);
  const scope = new Map<string, Variable[]>();
  for (const arg of own.filter(({ keyword }) => keyword === "ARG"))
    declare(scope, arg, stage ? "arg" : "global");
  for (const env of own.filter(({ keyword }) => keyword === "ENV")) declare(scope, env, "env");
  return scope;
}

function declare(
  scope: Map<string, Variable[]>,
  instruction: Instruction,
  kind: Variable["kind"],
): void {
  for (const pair of instruction.pairs) {
    // BuildKit takes the name of an ARG as it stands.
    const name = kind === "env" ? unquote(pair.key.text, instruction.escape) : pair.key.text;
    const known = scope.get(name);
    if (known) known.push({ name, kind, instruction, pair });
    else scope.set(name, [{ name, kind, instruction, pair }]);
  }
}

function latest(
  variables: readonly Variable[] | undefined,
  before: number,
  kind?: Variable["kind"],
): Variable | undefined {
  let found: Variable | undefined;
  for (const variable of variables ?? [])
    if (
      variable.instruction.index < before &&
      (!kind || variable.kind === kind) &&
      variable.instruction.index >= (found?.instruction.index ?? -1)
    )
      found = variable;
  return found;
}

/** An ARG before the first FROM, as FROM lines and `ARG name` see it. */
export function globalVariable(
  document: DockerfileDocument,
  name: string,
  before = Number.POSITIVE_INFINITY,
): Variable | undefined {
  return latest(declarationsOf(document, undefined).get(name), before);
}

/**
 * The declaration that `$name` means in an instruction; ENV goes before ARG. `place` is where it
 * stands: an ARG knows what stands before in the same line.
 */
export function variableAt(
  document: DockerfileDocument,
  instruction: Instruction,
  name: string,
  place?: Span,
): Variable | undefined {
  const stage = document.stageOf(instruction);
  const found = variableAbove(document, instruction, name);
  if (!place || instruction.keyword !== "ARG" || found?.kind === "env") return found;
  const declared = declarationsOf(document, stage).get(name);
  return (
    declared?.findLast(
      (one) =>
        one.instruction === instruction &&
        one.pair.key.end <= place.start &&
        (one.pair.value?.end ?? 0) <= place.start,
    ) ?? found
  );
}

function variableAbove(
  document: DockerfileDocument,
  instruction: Instruction,
  name: string,
): Variable | undefined {
  const stage = document.stageOf(instruction);
  if (!stage || instruction.keyword === "FROM")
    return globalVariable(document, name, instruction.index);
  const chain = stageChain(stage);
  for (const kind of ["env", "arg"] as const)
    for (const link of chain) {
      const before = link === stage ? instruction.index : Number.POSITIVE_INFINITY;
      const found = latest(declarationsOf(document, link).get(name), before, kind);
      if (found) return found;
    }
  return undefined;
}

/** The names of the variables that an instruction of a stage sees. */
export function namesAt(document: DockerfileDocument, instruction: Instruction): readonly string[] {
  const stage = document.stageOf(instruction);
  return (stage ? stageChain(stage) : []).flatMap((link) =>
    [...declarationsOf(document, link)].flatMap(([name, [first]]) =>
      link !== stage || (first && first.instruction.index < instruction.index) ? [name] : [],
    ),
  );
}

/** How many names the stages of an instruction declare, found out without making a list of them. */
export function namesAround(document: DockerfileDocument, instruction: Instruction): number {
  const stage = document.stageOf(instruction);
  return (stage ? stageChain(stage) : []).reduce(
    (sum, link) => sum + declarationsOf(document, link).size,
    0,
  );
}

/** Every variable that an instruction sees, by name. */
export function variablesAt(
  document: DockerfileDocument,
  instruction: Instruction,
): ReadonlyMap<string, Variable> {
  const stage = document.stageOf(instruction);
  const inside = stage && instruction.keyword !== "FROM";
  const names = new Set(
    (inside ? stageChain(stage) : [undefined]).flatMap((link) => [
      ...declarationsOf(document, link).keys(),
    ]),
  );
  const visible = new Map<string, Variable>();
  for (const name of names) {
    const variable = variableAt(document, instruction, name);
    if (variable) visible.set(name, variable);
  }
  return visible;
}

/** A stage and those it builds on, the nearest first. */
export function stageChain(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (let link: Stage | undefined = stage; link; link = link.parent) chain.push(link);
  return chain;
}

/** Whether all that an instruction finds is known: its stages begin with an empty image. */
export function startsEmpty(document: DockerfileDocument, instruction: Instruction): boolean {
  const stage = document.stageOf(instruction);
  return stage !== undefined && stageChain(stage).at(-1)?.base?.text === "scratch";
}

/** The longest value that is worked out; chains that double their text stop here. */
const LONGEST = 8192;

/** How many values may wait for each other before earlier ones are worked out in order. */
const DEEPEST = 50;

/** The values worked out so far. While one is worked out it has none, so circles end. */
interface Values {
  readonly known: Map<Variable, string | undefined>;
  depth: number;
}

function values(_: DockerfileDocument): Values {
  return { known: new Map(), depth: 0 };
}

/** The value of a variable without build arguments; `undefined`: none, or it goes round in circles. */
export function variableValue(
  document: DockerfileDocument,
  variable: Variable,
): string | undefined {
  const state = document.derive(values);
  const { known } = state;
  if (known.has(variable)) return known.get(variable);
  known.set(variable, undefined);
  if (state.depth >= DEEPEST) workOutBefore(document, variable, state);
  state.depth++;
  const value = workedOut(document, variable);
  state.depth--;
  const kept = value === undefined || value.length <= LONGEST ? value : undefined;
  known.set(variable, kept);
  return kept;
}

/** A long chain would exhaust the stack: what stands above needs nothing from below. */
function workOutBefore(document: DockerfileDocument, { instruction }: Variable, state: Values) {
  const earlier = [undefined, ...document.whole.stages]
    .flatMap((stage) => [...declarationsOf(document, stage).values()].flat())
    .filter((one) => one.instruction.index < instruction.index && !state.known.has(one))
    .sort((a, b) => a.instruction.index - b.instruction.index);
  const { depth } = state;
  state.depth = 0;
  for (const one of earlier) variableValue(document, one);
  state.depth = depth;
}

function workedOut(
  document: DockerfileDocument,
  { instruction, pair, name, kind }: Variable,
): string | undefined {
  if (!pair.value) {
    if (kind === "env") return "";
    const outer = kind === "arg" ? globalVariable(document, name) : undefined;
    return outer ? variableValue(document, outer) : platformArgs.get(name);
  }
  return expand(pair.value.text, instruction.escape, (inner) => {
    const variable = variableAt(document, instruction, inner, pair.value);
    if (variable) return variableValue(document, variable);
    return kind === "global" ? platformArgs.get(inner) : undefined;
  }).value;
}

/** What `$name` holds in an instruction, as far as the file says it. */
export function lookupAt(document: DockerfileDocument, instruction: Instruction) {
  return (name: string): string | undefined => {
    const variable = variableAt(document, instruction, name);
    if (variable) return variableValue(document, variable);
    return instruction.keyword === "FROM" || !document.stageOf(instruction)
      ? platformArgs.get(name)
      : undefined;
  };
}

/** The last instruction of a keyword that holds for an instruction: in its stage, or those below. */
export function stateAt(
  document: DockerfileDocument,
  instruction: Instruction,
  keyword: "WORKDIR" | "USER" | "SHELL" | "CMD" | "ENTRYPOINT",
): Instruction | undefined {
  const stage = document.stageOf(instruction);
  if (!stage) return undefined;
  const known = document.derive(STATES[keyword]);
  for (const link of stageChain(stage)) {
    const list = known.get(link) ?? link.instructions.filter((one) => one.keyword === keyword);
    known.set(link, list);
    const found =
      link === stage ? list.findLast(({ index }) => index < instruction.index) : list.at(-1);
    if (found) return found;
  }
  return undefined;
}

/** The instructions of one keyword in each stage that was asked about. */
type ByStage = Map<Stage, readonly Instruction[]>;

const STATES = {
  WORKDIR: (): ByStage => new Map(),
  USER: (): ByStage => new Map(),
  SHELL: (): ByStage => new Map(),
  CMD: (): ByStage => new Map(),
  ENTRYPOINT: (): ByStage => new Map(),
};
