// What is told of a part of a file by itself, kept as long as its node is the same: the very same objects,
// so that whoever makes something of them need not make it again. An edit elsewhere moves the node
// (yaml/blocks.ts); then they move with it, in place.
//
// Kept is only what stands inside the part, and no fix: a fix is made by judging again, as the newest
// version does, when somebody asks for it.
import type { Fix } from "../lint/rule.ts";
import type { Span } from "../text.ts";
import { type Complain, type Problem, problemAt } from "./problem.ts";
import type { Source } from "./yaml/source.ts";
import type { Entry, Node } from "./yaml/tree.ts";

/** Something told at a place. */
interface Told extends Span {
  /** Where it matters, the text of the place. */
  readonly source?: Source | undefined;
  readonly fixes?: () => readonly Fix[];
  readonly related?: unknown;
}

/** Tells of a part. It must look at nothing but the part, its name and what it is judged by. */
type Judge<One> = (part: Entry) => readonly One[];

interface Kept<One> {
  readonly by: readonly unknown[];
  told: readonly One[];
  /** The part and its judge when it was last asked for, and where it stood. */
  part: Entry;
  judge: Judge<One>;
  start: number;
}

/** One kind of judgement over the entries of a section: services, say. */
export class KeptJudgement<One extends Told> {
  readonly #known = new WeakMap<Node, Kept<One>>();

  /** What `judge` tells of a part; `by`: what it looks at besides. */
  of(part: Entry, by: readonly unknown[], judge: Judge<One>): readonly One[] {
    const { key, keySpan, value } = part;
    const known = this.#known.get(value);
    if (known?.part.key !== key || !areSame(known.by, by)) return this.#judged(part, by, judge);
    const way = keySpan.start - known.start;
    if (way !== 0) for (const one of known.told) move(one, way);
    known.part = part;
    known.judge = judge;
    known.start = keySpan.start;
    return known.told;
  }

  #judged(part: Entry, by: readonly unknown[], judge: Judge<One>): readonly One[] {
    const { keySpan, value } = part;
    const { start } = keySpan;
    const told = judge(part);
    // What an alias brings moves with its anchor.
    const moves = value.kind !== "scalar" && start <= value.start;
    if (!moves || !told.every((one) => isInside(one, part))) return told;
    const kept: Kept<One> = { by, told, part, judge, start };
    kept.told = told.map((one, index) =>
      one.fixes ? { ...one, fixes: () => kept.judge(kept.part)[index]?.fixes?.() ?? [] } : one,
    );
    this.#known.set(value, kept);
    return kept.told;
  }
}

function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one === other || (one.length === other.length && one.every((it, n) => it === other[n]));
}

function isInside({ source, start, end, related }: Told, { keySpan, value }: Entry): boolean {
  const isOwn = (source ?? value.source) === value.source && !related;
  return isOwn && keySpan.start <= start && end <= value.end;
}

function move(place: { -readonly [key in keyof Span]: Span[key] }, by: number): void {
  place.start += by;
  place.end += by;
}

const nothing: readonly unknown[] = [];

/** A kept judgement that complains. */
export class KeptComplaints {
  readonly #kept = new KeptJudgement<Problem>();

  /** Complains of what `judge` finds in a part, at which alone it looks. */
  tell(part: Entry, complain: Complain, judge: (part: Entry, complain: Complain) => void): void {
    const problems = this.#kept.of(part, nothing, (one) => {
      const found: Problem[] = [];
      judge(one, (...problem) => found.push(problemAt(...problem)));
      return found;
    });
    for (const { code, source, start, end, message, ...more } of problems)
      complain(code, { source, start, end }, message, more);
  }
}
