// Runs the rules over a new version of a Dockerfile and takes over what an edit cannot have changed.
import { byPlace, RuleRun, runRule } from "../../lint/lint.ts";
import type { Finding, RuleContext } from "../../lint/rule.ts";
import { moved, type Span } from "../../text.ts";
import { type DockerfileDocument, mayRefer } from "../model/document.ts";
import {
  type Change,
  changeBetween,
  instructionAt,
  isInStages,
  isTouched,
  type Snapshot,
  snapshotOf,
  touched,
} from "./change.ts";
import { type Plan, planFor, type Reach, type Severities } from "./plan.ts";

/** A finding in a text that may be edited: it moves with it. */
type Movable = { -readonly [Key in keyof Finding]: Finding[Key] };

/** The last text that was checked, with what was found. */
interface Last {
  readonly snapshot: Snapshot;
  readonly context: RuleContext;
  readonly options: string;
  readonly severities: Severities;
  /** How much of the outside was known. */
  readonly answers: number | undefined;
  /** In the order of the text; what stands at one place, in the order of the rules. */
  readonly findings: readonly Finding[];
  readonly fixes: Fixes;
}

let last: Last | undefined;

/** Something outside of the text has changed: the next check looks at everything. */
export function forgetLast(): void {
  last = undefined;
}

/** What the rules find, before anything is silenced. `last` is only a shortcut to the same. */
export function findingsOf(
  document: DockerfileDocument,
  context: RuleContext,
  severities: Severities,
): readonly Finding[] {
  const answers = context.host.shellcheck?.answers;
  const options = JSON.stringify(context.options);
  const snapshot = snapshotOf(document);
  const isAbout =
    last?.context.uri === context.uri &&
    last.context.host === context.host &&
    last.options === options &&
    last.severities === severities;
  const known = isAbout ? last : undefined;
  const plan = known && planOf(known, snapshot, severities, answers);
  const fixes = known?.fixes ?? new Fixes();
  fixes.follow(document, context, severities);
  const findings =
    known && plan
      ? new Relint(plan, document, context, severities).findings(known.findings, fixes)
      : all(document, context, severities);
  last = { snapshot, context, options, severities, answers, findings, fixes };
  return findings;
}

/** What is to be looked at again; `undefined`: all. */
function planOf(
  known: Last,
  snapshot: Snapshot,
  severities: Severities,
  answers: number | undefined,
): Plan | undefined {
  const change = changeBetween(known.snapshot, snapshot);
  const answered = known.answers !== answers;
  // Asked about the same text again, something outside of it has changed.
  if (!change || (known.snapshot.text === snapshot.text && !answered)) return undefined;
  return planFor(severities, change, answered);
}

function all(document: DockerfileDocument, context: RuleContext, severities: Severities) {
  const run = new RuleRun(context);
  severities.forEach((severity, rule) => {
    run.add(rule, severity, document);
  });
  return run.findings.sort(byPlace);
}

/** A document of which all is known but what an edit has touched. */
class Relint {
  readonly #plan: Plan;
  readonly #change: Change;
  readonly #document: DockerfileDocument;
  readonly #context: RuleContext;
  readonly #severities: Severities;
  #touchedOnly: DockerfileDocument | undefined;
  #stagesOnly: DockerfileDocument | undefined;
  #referencesToo: DockerfileDocument | undefined;

  constructor(
    plan: Plan,
    document: DockerfileDocument,
    context: RuleContext,
    severities: Severities,
  ) {
    this.#plan = plan;
    this.#change = plan.change;
    this.#document = document;
    this.#context = context;
    this.#severities = severities;
  }

  findings(before: readonly Finding[], fixes: Fixes): readonly Finding[] {
    const { was, from, by } = this.#change;
    const { reaches } = this.#plan;
    const isAgain = againIn(was, this.#change);
    const kept: Finding[] = [];
    for (const finding of before) {
      const reach = reaches.get(ruleOf(finding));
      if (reach !== undefined && isAgain(reach, finding)) continue;
      fixes.adopt(finding);
      if (by !== 0) move(finding, from, by);
      kept.push(finding);
    }
    const made = this.#made();
    return made.length === 0 ? kept : merged(kept, made.sort(byPlace), this.#severities);
  }

  /** What is told of other places, seen from a part of the file only, is known already. */
  #made(): Finding[] {
    const { tasks, reaches } = this.#plan;
    const run = new RuleRun(this.#context);
    for (const { rule, severity, reach } of tasks) run.add(rule, severity, this.#view(reach));
    const isAgain = againIn(this.#change.is, this.#change);
    return run.findings.filter((one) => isAgain(reaches.get(ruleOf(one)) ?? "all", one));
  }

  #view(reach: Reach): DockerfileDocument {
    if (reach === "all") return this.#document;
    if (reach === "references") {
      this.#referencesToo ??= withReferences(this.#document, this.#change.stages);
      return this.#referencesToo;
    }
    if (reach === "stages") {
      this.#stagesOnly ??= stagesOf(this.#document, this.#change.stages);
      return this.#stagesOnly;
    }
    const { is } = this.#change;
    this.#touchedOnly ??= this.#document.narrowed(touched(is), undefined, is.span);
    return this.#touchedOnly;
  }
}

/** Whether a place of a version is looked at again by a rule that reaches so far. */
function againIn(
  stretch: Change["is"],
  { stages }: Change,
): (reach: Reach, place: Span) => boolean {
  return (reach, place) => {
    if (reach === "all") return true;
    if (reach === "touched") return isTouched(stretch, place);
    if (isInStages(stretch.snapshot, stages, place)) return true;
    return reach === "references" && isReference(stretch, place);
  };
}

function isReference({ snapshot }: Change["is"], place: Span): boolean {
  const instruction = instructionAt(snapshot, place);
  return instruction !== undefined && mayRefer(instruction);
}

/** Fixes of findings that were taken over: those that the rule has for them in the present text. */
class Fixes {
  readonly #adopted = new WeakSet<Finding>();
  #present: Present | undefined;

  /** From now on they are worked out in this text. */
  follow(document: DockerfileDocument, context: RuleContext, severities: Severities): void {
    this.#present = { document, context, severities, known: new Map() };
  }

  adopt(finding: Finding): void {
    if (!finding.fixes || this.#adopted.has(finding)) return;
    this.#adopted.add(finding);
    const rule = ruleOf(finding);
    const isIt = ({ start, end }: Span) => start === finding.start && end === finding.end;
    (finding as Movable).fixes = () => this.#again(rule).find(isIt)?.fixes?.() ?? [];
  }

  #again(code: string): readonly Finding[] {
    if (!this.#present) return [];
    const { document, context, severities, known } = this.#present;
    let findings = known.get(code);
    if (!findings) {
      const [rule, severity] = [...severities].find(([one]) => one.code === code) ?? [];
      findings = rule && severity ? runRule(rule, severity, document, context) : [];
      known.set(code, findings);
    }
    return findings;
  }
}

interface Present {
  readonly document: DockerfileDocument;
  readonly context: RuleContext;
  readonly severities: Severities;
  /** What rules find, by their codes. */
  readonly known: Map<string, readonly Finding[]>;
}

function ruleOf({ page, code }: Finding): string {
  return page ?? code;
}

/** Some stages, and all of the file that may name a stage. */
function withReferences(
  document: DockerfileDocument,
  wanted: ReadonlySet<number>,
): DockerfileDocument {
  const elsewhere = document.referring.filter(
    (one) => !wanted.has(document.stageOf(one)?.index ?? -1),
  );
  const instructions = stagesOf(document, wanted).instructions.concat(elsewhere);
  return document.narrowed(instructions.sort((a, b) => a.index - b.index));
}

function stagesOf(document: DockerfileDocument, wanted: ReadonlySet<number>): DockerfileDocument {
  const stages = document.stages.filter(({ index }) => wanted.has(index));
  const instructions = stages.flatMap(({ from, instructions }) => [from, ...instructions]);
  return document.narrowed(instructions, stages);
}

/** A finding is nobody's but the last check's: it takes its place in the new text. */
function move(finding: Movable, from: number, by: number): void {
  if (finding.start >= from) {
    finding.start += by;
    finding.end += by;
  }
  if (!finding.related) return;
  const shift = (span: Span) => (span.start < from ? span : moved(span, by));
  finding.related = finding.related.map((one) => ({ ...one, span: shift(one.span) }));
}

/** Two lists in the order of the text as one; at the same place in the order of the rules. */
function merged(
  kept: readonly Finding[],
  made: readonly Finding[],
  severities: Severities,
): readonly Finding[] {
  let codes: readonly string[] | undefined;
  const rank = (finding: Finding) => {
    codes ??= [...severities.keys()].map(({ code }) => code);
    return codes.indexOf(ruleOf(finding));
  };
  const all: Finding[] = [];
  let next = 0;
  for (const finding of kept) {
    for (; next < made.length; next++) {
      const other = made[next] as Finding;
      if ((byPlace(other, finding) || rank(other) - rank(finding)) >= 0) break;
      all.push(other);
    }
    all.push(finding);
  }
  return all.concat(made.slice(next));
}
