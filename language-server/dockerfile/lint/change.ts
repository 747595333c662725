// What differs between two versions of a Dockerfile: the instructions that an edit has touched,
// and the stages that may mean something else since.
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** Everything before and after the touched instructions is the same, but for its place. */
export interface Change {
  /** The touched instructions as they were, and as they are. */
  readonly old: readonly Instruction[];
  readonly now: readonly Instruction[];
  /** Offsets from here on, in the old text, have moved… */
  readonly from: number;
  /** …by so much. */
  readonly by: number;
  /** The text that was touched, with the comments and heredocs in it, as it was and as it is. */
  readonly texts: readonly [string, string];
  /** Comments are others than before. */
  readonly comments: boolean;
  /** The numbers of the stages that were touched, or build on one that was. */
  readonly stages: ReadonlySet<number>;
}

/** What was edited; `undefined`: so much that nothing of what was known may hold. */
export function changeBetween(
  before: DockerfileDocument,
  after: DockerfileDocument,
): Change | undefined {
  const prefix = commonStart(before.text, after.text);
  const suffix = commonEnd(before.text, after.text, prefix);
  const by = after.text.length - before.text.length;
  const first = endingBefore(after.instructions, prefix);
  const same = before.instructions[first - 1]?.fullSpan.end;
  if (same !== after.instructions[first - 1]?.fullSpan.end) return undefined;
  const kept = keptAtEnd(before, after, first, after.text.length - suffix);
  const [was, is] = [before, after].map((document) => stretch(document, first, kept));
  if (!was || !is || !sameHead(before, after) || reachesFar(before, was, after, is))
    return undefined;
  return {
    old: was.instructions,
    now: is.instructions,
    from:
      before.scan.instructions[first + was.instructions.length]?.begin ?? Number.POSITIVE_INFINITY,
    by,
    texts: [was.text, is.text],
    comments: was.comments !== is.comments,
    stages: touchedStages(before, was, after, is),
  };
}

/** What stands between the instructions that are kept. */
interface Stretch {
  readonly instructions: readonly Instruction[];
  readonly text: string;
  readonly comments: string;
}

function stretch(document: DockerfileDocument, first: number, kept: number): Stretch {
  const { instructions, scan, comments, text } = document;
  const end = instructions.length - kept;
  const next = scan.instructions[end];
  return {
    instructions: instructions.slice(first, end),
    text: text.slice(instructions[first - 1]?.fullSpan.end ?? 0, next?.begin),
    comments: comments
      .slice(scan.instructions[first - 1]?.commentsBefore ?? 0, next?.commentsBefore)
      .map((comment) => comment.text)
      .join("\n"),
  };
}
/** Compared as a whole, long stretches first: much faster than one by one. */
const chunks = [4096, 128, 1];

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  for (const size of chunks)
    while (at + size <= most && one.startsWith(other.slice(at, at + size), at)) at += size;
  return at;
}

function commonEnd(one: string, other: string, prefix: number): number {
  const most = Math.min(one.length, other.length) - prefix;
  let at = 0;
  for (const size of chunks)
    while (
      at + size <= most &&
      one.endsWith(other.slice(other.length - at - size, other.length - at), one.length - at)
    )
      at += size;
  return at;
}

/** How many instructions end, line end included, before an offset. */
function endingBefore(instructions: readonly Instruction[], offset: number): number {
  return firstIndex(0, instructions.length, (index) => {
    const { fullSpan, lastLine } = instructions[index] ?? {};
    return Math.max(fullSpan?.end ?? offset, lastLine?.end ?? 0) + 2 > offset;
  });
}

/** How many instructions at the end are the same. */
function keptAtEnd(
  before: DockerfileDocument,
  after: DockerfileDocument,
  first: number,
  unchangedFrom: number,
): number {
  const by = after.text.length - before.text.length;
  const fewer = after.instructions.length - before.instructions.length;
  const start = firstIndex(Math.max(first, first + fewer), after.instructions.length, (index) => {
    const now = after.scan.instructions[index]?.begin ?? 0;
    const old = before.scan.instructions[index - fewer]?.begin;
    return now >= unchangedFrom && old === now - by;
  });
  return after.instructions.length - start;
}

/** The first index for which something holds, which then holds for all behind it. */
function firstIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const PRAGMA = /hadolint|check\s*=|dockerfile-utils/;

/** Whether an edit may change the meaning of more than its own stage and those that build on it. */
function reachesFar(
  before: DockerfileDocument,
  was: Stretch,
  after: DockerfileDocument,
  is: Stretch,
): boolean {
  if (was.comments !== is.comments && (PRAGMA.test(was.comments) || PRAGMA.test(is.comments)))
    return true;
  const touched = [...was.instructions, ...is.instructions];
  if (touched.some(({ keyword }) => keyword === "SHELL" || keyword === "ONBUILD")) return true;
  const froms = ({ instructions }: Stretch) =>
    instructions.filter(({ keyword }) => keyword === "FROM").length;
  // Before the first FROM stand arguments for all stages.
  if (froms(was) !== froms(is) || !inStages(before, was) || !inStages(after, is)) return true;
  return froms(is) > 0 && [before, after].some(changesShell);
}

function inStages(document: DockerfileDocument, { instructions }: Stretch): boolean {
  return instructions.every((instruction) => document.stageOf(instruction));
}

/** Stages hand their shell on to those that build on them. */
function changesShell(document: DockerfileDocument): boolean {
  return document.byKeyword("SHELL").length > 0 || document.text.includes("hadolint");
}

function touchedStages(
  before: DockerfileDocument,
  was: Stretch,
  after: DockerfileDocument,
  is: Stretch,
): ReadonlySet<number> {
  const touched = new Set<number | undefined>([
    ...was.instructions.map((instruction) => before.stageOf(instruction)?.index),
    ...is.instructions.map((instruction) => after.stageOf(instruction)?.index),
  ]);
  const found = new Set<number>();
  for (const { index, parent } of after.stages) {
    const moved = before.stages[index]?.parent?.index !== parent?.index;
    if (moved || touched.has(index) || (parent && found.has(parent.index))) found.add(index);
  }
  return found;
}

function sameHead(before: DockerfileDocument, after: DockerfileDocument): boolean {
  const head = ({ directives }: DockerfileDocument) =>
    directives.map(({ name, value }) => `${name}=${value}`).join("\n");
  return head(before) === head(after);
}

/** Whether a place stands in one of some stages. */
export function isInStages(
  { stages }: DockerfileDocument,
  wanted: ReadonlySet<number>,
  { start }: Span,
): boolean {
  const next = firstIndex(
    0,
    stages.length,
    (index) => (stages[index]?.from.span.start ?? 0) > start,
  );
  return wanted.has(next - 1);
}
