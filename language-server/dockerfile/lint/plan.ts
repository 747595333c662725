// What an edit makes necessary: which rules look again, and at how much of the file.
import type { Rule, RuleScope } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Change } from "./change.ts";

type DockerfileRule = Rule<DockerfileDocument>;

/**
 * All of the file; the stages that were touched or build on one; these and what may refer to a
 * stage; or the touched instructions.
 */
export type Reach = "all" | "references" | "stages" | "touched";

export interface Plan {
  readonly change: Change;
  /** The rules that look again, in their order. */
  readonly rules: readonly DockerfileRule[];
  /** How far each of them looks, by its code. */
  readonly reaches: ReadonlyMap<string, Reach>;
}

/** `answered`: ShellCheck has said something new. */
export function planFor(
  severities: ReadonlyMap<DockerfileRule, unknown>,
  change: Change,
  answered: boolean,
): Plan {
  const again: DockerfileRule[] = [];
  const reaches = new Map<string, Reach>();
  const touch = new Touch(change);
  const add = (rule: DockerfileRule, reach: Reach | undefined) => {
    if (!reach) return;
    again.push(rule);
    reaches.set(rule.code, reach);
  };
  if (answered)
    for (const rule of severities.keys())
      add(rule, asksShellCheck(rule) ? "all" : touch.reach(rule.scope));
  else
    for (const { rule, reach } of candidates(severities, touch))
      add(rule, reach === "by its text" ? touch.reach(rule.scope) : reach);
  return { change, rules: again, reaches };
}

/** A rule that may have to look again after edits of some kind. */
interface Candidate {
  readonly rule: DockerfileRule;
  readonly reach: Reach | "by its text";
}

/** Of most rules the kind of the edit says it all: they need not be asked at each key. */
const known = new WeakMap<object, Map<string, readonly Candidate[]>>();
/** Kinds that are remembered; those that people type are a few dozen. */
const mostKinds = 100;

function candidates(
  severities: ReadonlyMap<DockerfileRule, unknown>,
  touch: Touch,
): readonly Candidate[] {
  const kinds = known.get(severities) ?? new Map<string, readonly Candidate[]>();
  known.set(severities, kinds);
  const found =
    kinds.get(touch.kind) ??
    [...severities.keys()].flatMap((rule) => {
      const reach = readsTexts(rule.scope) ? "by its text" : touch.reach(rule.scope);
      return reach ? [{ rule, reach }] : [];
    });
  if (kinds.size >= mostKinds) kinds.clear();
  kinds.set(touch.kind, found);
  return found;
}

function readsTexts(scope: RuleScope | undefined): boolean {
  if (!scope) return false;
  const { each, refers, stage, reads } = scopeOf(scope);
  return (
    scope.mentions !== undefined ||
    scope.namesLines === true ||
    [each, refers, stage, reads].some((wanted) => wanted && wanted.texts.length > 0)
  );
}

/** The own rules about shell text are silent where ShellCheck speaks. */
function asksShellCheck({ code }: DockerfileRule): boolean {
  return code.startsWith("SC") || code === "ShellCheck";
}

/** Keywords, comments (`#`), or all (`*`); and texts that stand in instructions of a keyword. */
interface Wanted {
  readonly words: ReadonlySet<string>;
  readonly texts: readonly (readonly [keyword: string, text: string])[];
}

interface Scope {
  readonly each: Wanted;
  readonly refers: Wanted | undefined;
  readonly stage: Wanted | undefined;
  readonly reads: Wanted;
}

const scopes = new WeakMap<RuleScope, Scope>();

function scopeOf(scope: RuleScope): Scope {
  const known = scopes.get(scope);
  if (known) return known;
  const { each, refers, stage, reads } = scope;
  const made = {
    each: wanted(each),
    refers: refers && wanted(refers),
    stage: stage && wanted([...stage, "FROM"]),
    reads: wanted(reads),
  };
  scopes.set(scope, made);
  return made;
}

function wanted(names: readonly string[] = []): Wanted {
  return {
    words: new Set(names.filter((name) => !name.includes(" "))),
    texts: names.flatMap((name) => {
      const [keyword = "", text] = name.split(" ");
      return text === undefined ? [] : [[keyword, text] as const];
    }),
  };
}

/** What an edit has touched. */
class Touch {
  readonly #change: Change;
  readonly #words: readonly string[];
  /** The same for all edits that touch the same keywords; rules that read texts are to be asked. */
  readonly kind: string;
  #keptLines: boolean | undefined;

  constructor(change: Change) {
    const { instructions, was, is } = change;
    const words = new Set(instructions.map(({ keyword }) => keyword));
    if (words.size > 0) words.add("*");
    if (was.comments !== is.comments) words.add("#");
    this.#change = change;
    this.#words = [...words].sort();
    this.kind = `${change.stages.size > 0} ${this.#words.join(" ")}`;
  }

  /** `undefined`: nothing that a rule looks at. */
  reach(scope: RuleScope | undefined): Reach | undefined {
    if (!scope) return "all";
    const { each, refers, stage, reads } = scopeOf(scope);
    if (this.#touches(reads) || this.#isForAll(scope)) return "all";
    if (refers && this.#words.includes("FROM")) return "references";
    if (stage && this.#change.stages.size > 0 && this.#touches(stage)) return "stages";
    return this.#touches(each) || (refers && this.#touches(refers)) ? "touched" : undefined;
  }

  #touches({ words, texts }: Wanted): boolean {
    if (words.size > 0 && this.#words.some((word) => words.has(word))) return true;
    return texts.length > 0 && texts.some((one) => this.#says(...one));
  }

  #says(keyword: string, text: string): boolean {
    const { instructions, was, is } = this.#change;
    return instructions.some(
      (one) =>
        one.keyword === keyword &&
        (one.text.includes(text) ||
          (one.heredocs.length > 0 && (was.text.includes(text) || is.text.includes(text)))),
    );
  }

  #isForAll({ mentions, namesLines }: RuleScope): boolean {
    const { was, is } = this.#change;
    if (namesLines) {
      this.#keptLines ??= lines(was.text) === lines(is.text);
      if (!this.#keptLines) return true;
    }
    return mentions !== undefined && (mentions.test(was.text) || mentions.test(is.text));
  }
}

function lines(text: string): number {
  return text.split("\n").length;
}
