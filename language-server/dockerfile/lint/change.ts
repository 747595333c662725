// What differs between two versions of a Dockerfile: the instructions that an edit has touched.
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
  const oldEnd = before.instructions.length - kept;
  const nowEnd = after.instructions.length - kept;
  const change = {
    old: before.instructions.slice(first, oldEnd),
    now: after.instructions.slice(first, nowEnd),
    from: before.scan.instructions[oldEnd]?.begin ?? Number.POSITIVE_INFINITY,
    by,
  };
  const local = isLocal(change) && sameHead(before, after);
  return local && sameComments(before, after, first, kept) ? change : undefined;
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

/** Stages, shells and triggers reach far. */
function isLocal({ old, now }: Change): boolean {
  return [...old, ...now].every(({ keyword }) => !/^(?:FROM|SHELL|ONBUILD)$/.test(keyword));
}

function sameHead(before: DockerfileDocument, after: DockerfileDocument): boolean {
  const head = ({ directives }: DockerfileDocument) =>
    directives.map(({ name, value }) => `${name}=${value}`).join("\n");
  return head(before) === head(after);
}

const PRAGMA = /hadolint|check\s*=|dockerfile-utils/;

/** Whether the comments between what is kept are the same, or at least none that rules obey. */
function sameComments(
  before: DockerfileDocument,
  after: DockerfileDocument,
  first: number,
  kept: number,
): boolean {
  const texts = ({ scan, comments, instructions }: DockerfileDocument) =>
    comments
      .slice(
        scan.instructions[first - 1]?.commentsBefore ?? 0,
        scan.instructions[instructions.length - kept]?.commentsBefore ?? comments.length,
      )
      .map(({ text }) => text)
      .join("\n");
  const old = texts(before);
  const now = texts(after);
  return old === now || !(PRAGMA.test(old) || PRAGMA.test(now));
}
