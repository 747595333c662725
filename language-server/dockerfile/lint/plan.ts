// What an edit makes necessary: which rules look again, and at how much of the file.
import type { Rule, RuleScope, Severity } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Change } from "./change.ts";

type DockerfileRule = Rule<DockerfileDocument>;

/**
 * All of the file; the stages that were touched or build on one; these and what may refer to a
 * stage; or the touched instructions.
 */
export type Reach = "all" | "references" | "stages" | "touched";

/** The severity of each rule. As long as the same map is handed in, nothing of it has changed. */
export type Severities = ReadonlyMap<DockerfileRule, Severity>;

/** A rule that looks again. */
interface Task {
  readonly rule: DockerfileRule;
  readonly severity: Severity;
  readonly reach: Reach;
}

interface Work {
  /** In the order of the rules. */
  readonly tasks: readonly Task[];
  /** How far each of the rules looks, by its code. */
  readonly reaches: ReadonlyMap<string, Reach>;
}

export interface Plan extends Work {
  readonly change: Change;
}

/** `answered`: ShellCheck has said something new. */
export function planFor(severities: Severities, change: Change, answered: boolean): Plan {
  const touch = new Touch(change);
  const work = answered
    ? workFor(severities, (rule) => (asksShellCheck(rule) ? "all" : touch.reach(rule.scope)))
    : knownWork(severities, touch);
  return { change, ...work };
}

function workFor(
  severities: Severities,
  reachOf: (rule: DockerfileRule) => Reach | undefined,
): Work {
  const tasks = [...severities].flatMap(([rule, severity]) => {
    const reach = reachOf(rule);
    return reach ? [{ rule, severity, reach }] : [];
  });
  return { tasks, reaches: new Map(tasks.map(({ rule, reach }) => [rule.code, reach])) };
}

/** What edits of each kind have made necessary, and the rules that have to be asked to know it. */
interface Known {
  readonly asked: readonly DockerfileRule[];
  readonly works: Map<string, Work>;
}

const known = new WeakMap<Severities, Known>();
/** Kinds that are remembered; those that people type are a few dozen. */
const mostKinds = 100;

/** Of most rules the kind of the edit says it all: they need not be asked at each key. */
function knownWork(severities: Severities, touch: Touch): Work {
  let all = known.get(severities);
  if (!all) {
    all = { asked: [...severities.keys()].filter(readsTexts), works: new Map() };
    known.set(severities, all);
  }
  let kind = touch.kind;
  for (const { scope } of all.asked) kind += ` ${touch.reach(scope)}`;
  const work = all.works.get(kind) ?? workFor(severities, ({ scope }) => touch.reach(scope));
  if (all.works.size >= mostKinds) all.works.clear();
  all.works.set(kind, work);
  return work;
}

function readsTexts({ scope }: DockerfileRule): boolean {
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
