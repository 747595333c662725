// What is told of a part of a file by itself, kept as long as its node is the same. An edit elsewhere
// moves the node (yaml/blocks.ts); then the same is told where it stands now.
//
// Kept is only what stands inside the part, and no fix: a fix is made by judging again when somebody
// asks for it, so that nothing here holds on to an earlier version.
import type { Fix } from "../lint/rule.ts";
import type { Span } from "../text.ts";
import { type Complain, type Problem, problemAt } from "./problem.ts";
import type { Source } from "./yaml/source.ts";
import type { Node } from "./yaml/tree.ts";

/** A part of a file: a service, say. */
export interface Part {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

/** Something told at a place. */
interface Told extends Span {
  /** Where it matters, the text of the place. */
  readonly source?: Source | undefined;
  readonly fixes?: () => readonly Fix[];
  readonly related?: unknown;
}

interface Kept<One extends Told> {
  readonly key: string;
  readonly as: string;
  /** Where the part stood. */
  readonly start: number;
  readonly told: readonly One[];
}

/** One kind of judgement over parts. */
export class KeptJudgement<One extends Told> {
  readonly #known = new WeakMap<Node, Kept<One>>();

  /** What `judge` tells of a part. It must look at nothing but the part, its name and what `as` says. */
  of({ key, keySpan, value }: Part, as: string, judge: () => readonly One[]): readonly One[] {
    const { start } = keySpan;
    const known = this.#known.get(value);
    if (known && known.key === key && known.as === as) return moved(known, start, value, judge);
    const told = judge();
    const inside = (one: One) =>
      one.start >= start &&
      one.end <= value.end &&
      !one.related &&
      (one.source ?? value.source) === value.source;
    if (value.kind !== "scalar" && value.start >= start && told.every(inside))
      this.#known.set(value, { key, as, start, told: told.map(stripped) });
    return told;
  }
}

function moved<One extends Told>(
  known: Kept<One>,
  start: number,
  { source }: Node,
  judge: () => readonly One[],
): readonly One[] {
  if (known.told.length === 0) return known.told;
  const by = start - known.start;
  return known.told.map((one, index) => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
    ...("source" in one && { source }),
    ...(one.fixes && { fixes: () => judge()[index]?.fixes?.() ?? [] }),
  }));
}

/** Without what would hold on to a version. */
function stripped<One extends Told>(one: One): One {
  return {
    ...one,
    ...("source" in one && { source: undefined }),
    ...(one.fixes && { fixes: none }),
  };
}

const none = () => [];

/** A kept judgement that complains. */
export class KeptComplaints {
  readonly #kept = new KeptJudgement<Problem>();

  /** Complains of what `judge` finds in a part, at which alone it looks. */
  tell(part: Part, complain: Complain, judge: (complain: Complain) => void): void {
    const problems = this.#kept.of(part, "", () => {
      const found: Problem[] = [];
      judge((...problem) => found.push(problemAt(...problem)));
      return found;
    });
    for (const { code, source, start, end, message, ...more } of problems)
      complain(code, { source, start, end }, message, more);
  }
}
