// Where the names of a Dockerfile stand: stages, variables and heredoc delimiters, each place with
// the thing that it names. Highlight, definition, references and rename are read off it.
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageReferences } from "../model/stage-references.ts";
import { stageNames } from "../model/stages.ts";
import { variableUses } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";

export interface Occurrence extends Span {
  readonly kind: "stage" | "variable" | "heredoc";
  readonly name: string;
  /** The same for all places that name one thing. */
  readonly key: string;
  readonly declares: boolean;
  readonly instruction: Instruction;
}

/** All names in the order of the text. Use `document.derive`. */
export function occurrences(document: DockerfileDocument): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const instruction of document.instructions) {
    const scope = scopeOf(document, instruction);
    addVariables(instruction, scope, found);
    if (instruction.trigger) addDeclarations(instruction.trigger, scope, found);
    else addDeclarations(instruction, scope, found);
    addHeredocs(instruction, found);
  }
  addStages(document, found);
  return found.sort((one, other) => one.start - other.start);
}

/**
 * FROM lines and the ARGs before the first of them share a scope; each stage has its own. An ENV
 * before the first FROM is an error, and no FROM line sees it.
 */
function scopeOf(document: DockerfileDocument, instruction: Instruction): string {
  if (instruction.keyword === "FROM") return "global";
  const stage = document.stageOf(instruction);
  if (stage) return String(stage.index);
  return instruction.keyword === "ENV" && document.stages.length > 0 ? "nowhere" : "global";
}

function addVariables(instruction: Instruction, scope: string, found: Occurrence[]): void {
  const { cooked, text } = instruction;
  if (text.includes("$"))
    for (const { name, nameStart } of usesIn(instruction))
      found.push({
        ...cooked.span(nameStart, nameStart + name.length),
        kind: "variable",
        name,
        key: `variable ${scope} ${name}`,
        declares: false,
        instruction,
      });
}

/** A shell has quotes of its own: what it gets in single ones may still be a script that names a variable. */
function usesIn(instruction: Instruction): readonly { name: string; nameStart: number }[] {
  const { cooked, keyword } = instruction;
  if (!/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.trigger?.keyword ?? keyword))
    return variableUses(cooked.text, instruction.escape);
  return [...cooked.text.matchAll(/(?<!\\)\$(\{?)([A-Za-z_]\w*)/g)].map((match) => ({
    name: match[2] ?? "",
    nameStart: match.index + 1 + (match[1]?.length ?? 0),
  }));
}

function addDeclarations(instruction: Instruction, scope: string, found: Occurrence[]): void {
  if (instruction.keyword !== "ARG" && instruction.keyword !== "ENV") return;
  for (const { key } of instruction.pairs) {
    if (!/^[A-Za-z_]\w*$/.test(key.text)) continue;
    found.push({
      start: key.start,
      end: key.end,
      kind: "variable",
      name: key.text,
      key: `variable ${scope} ${key.text}`,
      declares: true,
      instruction,
    });
  }
}

function addHeredocs(instruction: Instruction, found: Occurrence[]): void {
  for (const { delimiter, delimiterSpan, closer } of instruction.heredocs) {
    const shared = {
      kind: "heredoc" as const,
      name: delimiter,
      key: `heredoc ${delimiterSpan.start}`,
      instruction,
    };
    found.push({ ...shared, ...delimiterSpan, declares: true });
    if (closer) found.push({ ...shared, ...closer, declares: false });
  }
}

function addStages(document: DockerfileDocument, found: Occurrence[]): void {
  for (const { name, index, from } of document.stages)
    if (name)
      found.push({
        start: name.start,
        end: name.end,
        kind: "stage",
        name: name.text,
        key: `stage ${index}`,
        declares: true,
        instruction: from,
      });
  for (const reference of document.derive(stageReferences)) {
    const { name, start, end, instruction } = reference;
    // A stage of its own or further below cannot be built from, but is what the name means.
    const named =
      reference.kind === "from"
        ? undefined
        : document.deriveFromStages(stageNames).get(name.toLowerCase())?.[0];
    const target = reference.target ?? named;
    // A stage named by its number has no name to rename there.
    if (!target || /^\d+$/.test(name)) continue;
    found.push({
      start,
      end,
      kind: "stage",
      name,
      key: `stage ${target.index}`,
      declares: false,
      instruction,
    });
  }
}

/** The name that an offset touches. */
export function occurrenceAt(document: DockerfileDocument, offset: number): Occurrence | undefined {
  const touching = document
    .derive(occurrences)
    .filter(({ start, end }) => start <= offset && offset <= end);
  // A name in a longer one, such as a variable in an image, is the one that is meant.
  return touching.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
}

/** All places of the thing that an offset touches. */
export function sameNames(document: DockerfileDocument, offset: number): readonly Occurrence[] {
  const at = occurrenceAt(document, offset);
  return at ? document.derive(occurrences).filter(({ key }) => key === at.key) : [];
}

/** Where the name at an offset is first declared in its scope, or in the stages that it builds on. */
export function declarationOf(
  document: DockerfileDocument,
  offset: number,
): Occurrence | undefined {
  const at = occurrenceAt(document, offset);
  if (!at) return undefined;
  const all = document.derive(occurrences);
  const declared = all.find(({ key, declares }) => declares && key === at.key);
  return declared ?? (at.kind === "variable" ? inheritedDeclaration(document, at, all) : undefined);
}

/** The variable as the stages below the own one declare it. */
function inheritedDeclaration(
  document: DockerfileDocument,
  { name, instruction }: Occurrence,
  all: readonly Occurrence[],
): Occurrence | undefined {
  let stage = document.stageOf(instruction)?.parent;
  while (stage) {
    const key = `variable ${stage.index} ${name}`;
    const found = all.findLast((one) => one.declares && one.key === key);
    if (found) return found;
    stage = stage.parent;
  }
  return undefined;
}
