// A Dockerfile after an edit: only the lines that the edit has touched are scanned again, and the
// instructions of the version before are taken over, in place. What comes out is what a scan of
// the whole text gives.
//
// An instruction stays as it was if it ends, line end included, before the edit. Behind the edit
// the scanner is in step again as soon as it finds an instruction where one began before: what
// follows depends on nothing above it but the directives, and those are not touched here.
import { moved } from "../../text.ts";
import { editBetween, firstIndex, type TextEdit } from "./edit.ts";
import { Instruction } from "./instruction.ts";
import type { Comment, Scan } from "./scan.ts";
import { Scanner, scan } from "./scanner.ts";

/** A scanned text with its instructions. */
export interface ScannedText extends Omit<Scan, "instructions"> {
  readonly text: string;
  readonly instructions: readonly Instruction[];
  /** What is new since the version before; missing: all of it. */
  readonly edit?: Replaced;
}

/** Of a list: from `first` on, what has gone is replaced by what is fresh. */
export interface Replaced {
  readonly first: number;
  readonly gone: readonly Instruction[];
  readonly fresh: readonly Instruction[];
}

export function replaced<Item>(
  items: readonly Item[],
  at: number,
  gone: readonly unknown[],
  fresh: readonly Item[],
): readonly Item[] {
  return items.slice(0, at).concat(fresh, items.slice(at + gone.length));
}

export function scanText(text: string): ScannedText {
  const { instructions, ...rest } = scan(text);
  return {
    ...rest,
    text,
    instructions: instructions.map((raw, index) => new Instruction(raw, index, rest.escape)),
  };
}

/** The same as {@link scanText}; the instructions of `before` move into the new version. */
export function rescanText(before: ScannedText, text: string): ScannedText {
  const edit = editBetween(before.text, text);
  const { instructions: old, comments } = before;
  const first = firstIndex(0, old.length, (index) => (old[index]?.after ?? 0) > edit.start);
  const from = old[first - 1]?.after;
  if (from === undefined || edit.start < before.headEnd) return scanText(text);

  const by = edit.nowEnd - edit.oldEnd;
  const keptComments = firstIndex(0, comments.length, (at) => (comments[at]?.start ?? 0) >= from);
  const scanner = new Scanner(text, { offset: from, escape: before.escape, keptComments });
  const { next, stop } = scanUntilInStep(scanner, old, first, edit);
  const part = scanner.result();
  const fresh = part.instructions.map(
    (raw, index) => new Instruction(raw, first + index, before.escape),
  );
  const gone = old.slice(first, next);
  const nextComment = old[next]?.commentsBefore ?? comments.length;
  const moreComments = keptComments + part.comments.length - nextComment;
  for (let index = next; index < old.length; index++)
    old[index]?.move(by, index + first + fresh.length - next, moreComments);
  return {
    ...before,
    text,
    instructions: replaced(old, first, gone, fresh),
    edit: { first, gone, fresh },
    comments: comments
      .slice(0, keptComments)
      .concat(part.comments, movedOn(comments.slice(nextComment), by)),
    longLines: [
      ...before.longLines.filter(({ start }) => start < from),
      ...part.longLines.filter(({ start }) => start < stop),
      ...before.longLines.filter(({ start }) => start >= stop - by).map((line) => moved(line, by)),
    ],
  };
}

/** Comments go over into the new version like instructions. */
function movedOn(comments: readonly Comment[], by: number): readonly Comment[] {
  if (by !== 0)
    for (const comment of comments) {
      comment.start += by;
      comment.end += by;
    }
  return comments;
}

/** Scans on behind an edit; gives the first instruction that stays as it was, and where its line begins. */
function scanUntilInStep(
  scanner: Scanner,
  old: readonly Instruction[],
  first: number,
  { oldEnd, nowEnd }: TextEdit,
): { readonly next: number; readonly stop: number } {
  const by = nowEnd - oldEnd;
  let next = first;
  const stop = scanner.scanUntil((line, content) => {
    if (line <= nowEnd) return false;
    while (next < old.length && (old[next]?.begin ?? 0) + by < content) next++;
    return old[next]?.begin === content - by;
  });
  return stop === undefined ? { next: old.length, stop: Number.POSITIVE_INFINITY } : { next, stop };
}
