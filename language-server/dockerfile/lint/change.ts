// What differs between two versions of a Dockerfile: the instructions that an edit has touched,
// and the stages that may mean something else since.
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Stage } from "../model/stages.ts";
import { editBetween, firstIndex } from "../syntax/edit.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Comment } from "../syntax/scan.ts";

/** Where everything stood in a version: its instructions move on into the next one. */
export interface Snapshot {
  readonly text: string;
  readonly head: string;
  /** Base images say whose shell runs, where backticks continue lines. */
  readonly isWindows: boolean;
  readonly instructions: readonly Instruction[];
  /** Of each instruction, where it begins and where the line behind it does. */
  readonly begins: Float64Array;
  readonly afters: Float64Array;
  readonly commentsBefore: Float64Array;
  readonly comments: readonly Comment[];
  /** The stage of each instruction. */
  readonly stageOf: readonly (Stage | undefined)[];
  /** Of each stage, where it begins and the stage that it builds on. */
  readonly froms: readonly number[];
  readonly parents: readonly (number | undefined)[];
}

export function snapshotOf(document: DockerfileDocument): Snapshot {
  const { text, instructions, comments, stages, directives } = document;
  const [begins, afters, commentsBefore] = [0, 0, 0].map(
    () => new Float64Array(instructions.length),
  ) as [Float64Array, Float64Array, Float64Array];
  // One of the few things that are done for each instruction after each edit.
  for (let index = 0; index < instructions.length; index++) {
    const instruction = instructions[index] as Instruction;
    begins[index] = instruction.begin;
    afters[index] = instruction.after;
    commentsBefore[index] = instruction.commentsBefore;
  }
  return {
    text,
    head: directives
      .map(({ name, value, valueSpan }) => `${valueSpan.start} ${name}=${value}`)
      .join("\n"),
    isWindows: document.escape === "`",
    instructions,
    begins,
    afters,
    commentsBefore,
    comments,
    stageOf: document.stageByInstruction,
    froms: stages.map(({ from }) => from.begin),
    parents: stages.map(({ parent }) => parent?.index),
  };
}

/** What stands in a version between the instructions that are kept. */
export interface Stretch {
  readonly snapshot: Snapshot;
  readonly first: number;
  readonly end: number;
  /** With its comments and heredocs: from the end of the one above to the one below. */
  readonly span: Span;
  readonly text: string;
  readonly comments: string;
}

/** Everything before and after the touched instructions is the same, but for its place. */
export interface Change {
  readonly was: Stretch;
  readonly is: Stretch;
  /** The touched instructions, as they were and as they are. */
  readonly instructions: readonly Instruction[];
  /** Offsets from here on, in the old text, have moved… */
  readonly from: number;
  /** …by so much. */
  readonly by: number;
  /** The numbers of the stages that were touched, or build on one that was. */
  readonly stages: ReadonlySet<number>;
}

/** What was edited; `undefined`: so much that nothing of what was known may hold. */
export function changeBetween(before: Snapshot, after: Snapshot): Change | undefined {
  const edit = editBetween(before.text, after.text);
  const by = edit.nowEnd - edit.oldEnd;
  const first = firstIndex(0, after.begins.length, (at) => (after.afters[at] ?? 0) > edit.start);
  if (before.head !== after.head || before.afters[first - 1] !== after.afters[first - 1])
    return undefined;
  const kept = keptAtEnd(before, after, first, edit.nowEnd, by);
  const was = stretch(before, first, kept);
  const is = stretch(after, first, kept);
  const instructions = [...touched(was), ...touched(is)];
  if (reachesFar(was, is, instructions)) return undefined;
  const from = before.begins[was.end] ?? Number.POSITIVE_INFINITY;
  return { was, is, instructions, from, by, stages: touchedStages(was, is) };
}

/** How many instructions at the end are the same. */
function keptAtEnd(
  before: Snapshot,
  after: Snapshot,
  first: number,
  unchangedFrom: number,
  by: number,
): number {
  const fewer = after.begins.length - before.begins.length;
  const start = firstIndex(Math.max(first, first + fewer), after.begins.length, (index) => {
    const now = after.begins[index] ?? 0;
    return now >= unchangedFrom && before.begins[index - fewer] === now - by;
  });
  return after.begins.length - start;
}

function stretch(snapshot: Snapshot, first: number, kept: number): Stretch {
  const { begins, afters, commentsBefore, comments, text } = snapshot;
  const end = begins.length - kept;
  const span = { start: afters[first - 1] ?? 0, end: begins[end] ?? text.length };
  return {
    snapshot,
    first,
    end,
    span,
    text: text.slice(span.start, span.end),
    comments: comments
      .slice(commentsBefore[first - 1] ?? 0, commentsBefore[end])
      .map((comment) => comment.text)
      .join("\n"),
  };
}

/** The instructions in a stretch. */
export function touched({ snapshot, first, end }: Stretch): readonly Instruction[] {
  return snapshot.instructions.slice(first, end);
}

/** Whether a place stands in what was touched. */
export function isTouched({ span, snapshot }: Stretch, { start }: Span): boolean {
  // At the end of the file there is none below.
  return start >= span.start && (start < span.end || span.end === snapshot.text.length);
}

/** The instruction of a version that begins last before a place, or there. */
export function instructionAt({ begins, instructions }: Snapshot, { start }: Span) {
  return instructions[firstIndex(0, begins.length, (at) => (begins[at] ?? 0) > start) - 1];
}

/** Whether a place stands in one of some stages. */
export function isInStages(
  { froms }: Snapshot,
  wanted: ReadonlySet<number>,
  { start }: Span,
): boolean {
  return wanted.has(firstIndex(0, froms.length, (index) => (froms[index] ?? 0) > start) - 1);
}

const PRAGMA = /hadolint|check\s*=|dockerfile-utils/;

/** Whether an edit may change the meaning of more than its own stage and those that build on it. */
function reachesFar(was: Stretch, is: Stretch, instructions: readonly Instruction[]): boolean {
  if (was.comments !== is.comments && (PRAGMA.test(was.comments) || PRAGMA.test(is.comments)))
    return true;
  if (instructions.some(({ keyword }) => keyword === "SHELL" || keyword === "ONBUILD")) return true;
  // Before the first FROM stand arguments for all stages.
  if (froms(was) !== froms(is) || !isInside(was) || !isInside(is)) return true;
  return froms(is) > 0 && (hasShells(was) || hasShells(is) || is.snapshot.isWindows);
}

function froms(stretch: Stretch): number {
  return touched(stretch).filter(({ keyword }) => keyword === "FROM").length;
}

function isInside({ snapshot, first, end }: Stretch): boolean {
  return !snapshot.stageOf.slice(first, end).includes(undefined);
}

/** Stages hand their shell on to those that build on them. */
function hasShells({ snapshot: { instructions, comments } }: Stretch): boolean {
  return (
    instructions.some(({ keyword }) => keyword === "SHELL") ||
    comments.some(({ text }) => text.startsWith("hadolint"))
  );
}

function touchedStages(was: Stretch, is: Stretch): ReadonlySet<number> {
  const numbers = new Set(
    [was, is].flatMap(({ snapshot, first, end }) =>
      snapshot.stageOf.slice(first, end).map((stage) => stage?.index),
    ),
  );
  const found = new Set<number>();
  const bases: (number | undefined)[] = [];
  is.snapshot.parents.forEach((parent, index) => {
    const before = was.snapshot.parents[index];
    if (before !== parent) bases.push(before, parent);
    if (before !== parent || numbers.has(index) || (parent !== undefined && found.has(parent)))
      found.add(index);
  });
  // Whether others build on a stage says whether it is kept.
  for (const base of bases) if (base !== undefined) found.add(base);
  return found;
}
