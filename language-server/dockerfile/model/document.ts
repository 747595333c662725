// A parsed Dockerfile: its lines, instructions and stages. Whatever costs time is worked out when
// first asked for and kept, so rules and features share it.
import { Lines, type Span } from "../../text.ts";
import { firstIndex } from "../syntax/edit.ts";
import type { Instruction } from "../syntax/instruction.ts";
import {
  type Replaced,
  replaced,
  rescanText,
  type ScannedText,
  scanText,
} from "../syntax/rescan.ts";
import type { Comment, Directive } from "../syntax/scan.ts";
import { buildStages, editStages, type Stage, type Stages } from "./stages.ts";

const NONE: readonly never[] = [];

export class DockerfileDocument {
  readonly text: string;
  /** In the order of the file; triggers of ONBUILD stand inside theirs. */
  readonly instructions: readonly Instruction[];
  readonly #scanned: ScannedText;
  readonly #derived = new Map<unknown, unknown>();
  readonly #view: View | undefined;
  #isTaken = false;

  constructor(scanned: ScannedText, view?: View) {
    this.text = scanned.text;
    this.instructions = view?.instructions ?? scanned.instructions;
    this.#scanned = scanned;
    this.#view = view;
  }

  /** The next version. It takes the instructions over, so this one is not to be used any more. */
  edited(text: string): DockerfileDocument {
    const taken = this.#isTaken;
    this.#isTaken = true;
    const next = new DockerfileDocument(taken ? scanText(text) : rescanText(this.#scanned, text));
    if (next.#scanned.edit) next.#takeOver(this, next.#scanned.edit);
    return next;
  }

  /** What an edit has left alone is not worked out again. */
  #takeOver(before: DockerfileDocument, edit: Replaced): void {
    const stages = before.#derived.get(buildStages) as Stages | undefined;
    const edited = stages && editStages(stages, edit);
    if (edited) this.#derived.set(buildStages, edited);
    const referring = before.#derived.get(findReferring) as readonly Instruction[] | undefined;
    if (referring) this.#derived.set(findReferring, editGroup(referring, mayRefer, edit));
    const groups = before.#derived.get(indexKeywords) as Groups | undefined;
    if (!groups) return;
    for (const keyword of new Set([...edit.gone, ...edit.fresh].map((one) => one.keyword)))
      groups.set(
        keyword,
        editGroup(groups.get(keyword) ?? NONE, (one) => one.keyword === keyword, edit),
      );
    this.#derived.set(indexKeywords, groups);
  }

  /**
   * The same document, which offers only some of its instructions, or of its stages, to those who
   * go through them; variables and all else that is derived are those of the whole.
   */
  narrowed(
    instructions: readonly Instruction[],
    stages?: readonly Stage[],
    region?: Span,
  ): DockerfileDocument {
    const { whole } = this;
    return new DockerfileDocument(this.#scanned, { whole, instructions, stages, region });
  }

  /** The stretch of the text that this view offers. */
  get region(): Span {
    return this.#view?.region ?? { start: 0, end: this.text.length };
  }

  /** All of it, whatever this view offers. */
  get whole(): DockerfileDocument {
    return this.#view?.whole ?? this;
  }

  get escape(): "\\" | "`" {
    return this.#scanned.escape;
  }

  get directives(): readonly Directive[] {
    return this.#scanned.directives;
  }

  get comments(): readonly Comment[] {
    return this.#scanned.comments;
  }

  /** Lines above BuildKit's limit. */
  get longLines(): readonly Span[] {
    return this.#scanned.longLines;
  }

  get lines(): Lines {
    return this.derive(linesOf);
  }

  /** Stages in the order of the file. */
  get stages(): readonly Stage[] {
    return this.#view?.stages ?? this.derive(buildStages).stages;
  }

  /** ARGs before the first FROM. */
  get globalArgs(): readonly Instruction[] {
    return this.derive(buildStages).globalArgs;
  }

  /** The stages of all instructions, by their numbers. */
  get stageByInstruction(): readonly (Stage | undefined)[] {
    return this.derive(buildStages).stageByInstruction;
  }

  /** The stage that an instruction stands in; `undefined` before the first FROM. */
  stageOf(instruction: Instruction): Stage | undefined {
    return this.stageByInstruction[instruction.index];
  }

  /** The instructions of a keyword, in the order of the file; triggers are not among them. */
  byKeyword(keyword: string): readonly Instruction[] {
    return this.deriveHere(indexKeywords).get(keyword) ?? NONE;
  }

  /** The instructions of a keyword with those that are triggers of ONBUILD. */
  byKeywordDeep(keyword: string): readonly Instruction[] {
    return this.deriveHere(indexKeywordsDeep).get(keyword) ?? NONE;
  }

  /** The instructions that may name a stage, by `--from=` or in a mount; FROM is not among them. */
  get referring(): readonly Instruction[] {
    return this.derive(findReferring);
  }

  /** The comment lines directly above an instruction, with no blank line between. */
  commentsAbove(instruction: Instruction): readonly Comment[] {
    const above: Comment[] = [];
    let start = instruction.span.start;
    for (let index = instruction.commentsBefore - 1; index >= 0; index--) {
      const comment = this.comments[index];
      if (!comment || /\n[^\n]*\n/.test(this.text.slice(comment.end, start))) break;
      above.unshift(comment);
      start = comment.start;
    }
    return above;
  }

  /** The instruction whose lines, heredocs included, hold an offset. */
  instructionAt(offset: number): Instruction | undefined {
    const { instructions } = this.whole;
    const low =
      firstIndex(0, instructions.length, (at) => (instructions[at]?.begin ?? 0) > offset) - 1;
    const found = instructions[low];
    return found && found.span.start <= offset && offset <= found.fullSpan.end ? found : undefined;
  }

  /** A fact that FROM lines alone decide, places excepted; it lives until one of them is touched. */
  deriveFromStages<Fact>(make: (stages: Stages) => Fact): Fact {
    const stages = this.derive(buildStages);
    const known = stages.facts.get(make);
    if (known !== undefined) return known as Fact;
    const made = make(stages);
    stages.facts.set(make, made);
    return made;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** A fact worked out from this document once and kept; the function itself is its name. */
  derive<Fact>(make: (document: DockerfileDocument) => Fact): Fact {
    return this.whole.deriveHere(make);
  }

  /** The same for what is to go through the instructions that this view offers. */
  deriveHere<Fact>(make: (document: DockerfileDocument) => Fact): Fact {
    const known = this.#derived.get(make);
    if (known !== undefined) return known as Fact;
    const made = make(this);
    this.#derived.set(make, made);
    return made;
  }
}

interface View {
  readonly whole: DockerfileDocument;
  readonly instructions: readonly Instruction[];
  /** Missing: all of them. */
  readonly stages: readonly Stage[] | undefined;
  readonly region: Span | undefined;
}

/** Parses any text; never throws. The version `before` is used up. */
export function parseDockerfile(text: string, before?: DockerfileDocument): DockerfileDocument {
  return before?.edited(text) ?? new DockerfileDocument(scanText(text));
}

function linesOf({ text }: DockerfileDocument): Lines {
  return new Lines(text);
}

function findReferring({ instructions }: DockerfileDocument): readonly Instruction[] {
  return instructions.filter(mayRefer);
}

/** Whether an instruction other than FROM may name a stage. */
export function mayRefer({ keyword, text }: Instruction): boolean {
  return keyword !== "FROM" && /from/i.test(text);
}

type Groups = Map<string, readonly Instruction[]>;

function indexKeywords({ instructions }: DockerfileDocument): Groups {
  return group(instructions);
}

function editGroup(
  group: readonly Instruction[],
  isOfIt: (instruction: Instruction) => boolean,
  { first, gone, fresh }: Replaced,
): readonly Instruction[] {
  const at = firstIndex(0, group.length, (index) => (group[index]?.index ?? 0) >= first);
  return replaced(group, at, gone.filter(isOfIt), fresh.filter(isOfIt));
}

function indexKeywordsDeep(document: DockerfileDocument): Groups {
  const shallow = document.deriveHere(indexKeywords);
  const triggers = document
    .byKeyword("ONBUILD")
    .flatMap(({ trigger }) => (trigger ? [trigger] : []));
  if (triggers.length === 0) return shallow;
  const deep = new Map<string, readonly Instruction[]>(shallow);
  for (const [keyword, more] of group(triggers))
    deep.set(
      keyword,
      [...(shallow.get(keyword) ?? []), ...more].sort((a, b) => a.index - b.index),
    );
  return deep;
}

function group(instructions: readonly Instruction[]): Groups {
  const groups = new Map<string, Instruction[]>();
  for (const instruction of instructions) {
    const known = groups.get(instruction.keyword);
    if (known) known.push(instruction);
    else groups.set(instruction.keyword, [instruction]);
  }
  return groups;
}
