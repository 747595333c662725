// Runs the rules over a new version of a Dockerfile and takes over what an edit cannot have changed.
import { runRule } from "../../lint/lint.ts";
import type { Finding, Rule, RuleContext, RuleScope, Severity } from "../../lint/rule.ts";
import { moved, type Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import {
  type Change,
  changeBetween,
  isInStages,
  isTouched,
  type Snapshot,
  type Stretch,
  snapshotOf,
  touched,
} from "./change.ts";

interface Checked {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** The last text that was checked, with the findings of each rule. */
interface Last {
  readonly snapshot: Snapshot;
  readonly context: RuleContext;
  /** How much of the outside was known. */
  readonly answers: number | undefined;
  readonly byRule: ReadonlyMap<Rule<DockerfileDocument>, Checked>;
}

let last: Last | undefined;

/** Something outside of the text has changed: the next check looks at everything. */
export function forgetLast(): void {
  last = undefined;
}

/** What each rule finds, before anything is silenced. `last` is only a shortcut to the same. */
export function findingsOf(
  rules: readonly Rule<DockerfileDocument>[],
  document: DockerfileDocument,
  context: RuleContext,
  severityOf: (rule: Rule<DockerfileDocument>) => Severity,
): readonly Finding[] {
  const answers = context.host.shellcheck?.answers;
  const known = last && isAbout(last, context) && last.answers === answers ? last : undefined;
  const snapshot = snapshotOf(document);
  // Asked about the same text again, something outside of it has changed.
  const change =
    known && known.snapshot.text !== snapshot.text
      ? changeBetween(known.snapshot, snapshot)
      : undefined;
  const edited = change && new Edited(change, document, context);
  const byRule = new Map<Rule<DockerfileDocument>, Checked>();
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === "off") continue;
    const before = known?.byRule.get(rule);
    const findings =
      edited && before?.severity === severity ? edited.findings(rule, before) : undefined;
    byRule.set(rule, {
      severity,
      findings: findings ?? runRule(rule, severity, document, context),
    });
  }
  last = { snapshot, context, answers, byRule };
  return [...byRule.values()].flatMap(({ findings }) => findings);
}

function isAbout({ context }: Last, { uri, host, options }: RuleContext): boolean {
  const same = JSON.stringify(context.options) === JSON.stringify(options);
  return same && context.uri === uri && context.host === host;
}

/** A document of which all is known but what an edit has touched. */
class Edited {
  readonly #change: Change;
  readonly #document: DockerfileDocument;
  readonly #context: RuleContext;
  readonly #keptLines: boolean;
  #touchedOnly: DockerfileDocument | undefined;
  #stagesOnly: DockerfileDocument | undefined;

  constructor(change: Change, document: DockerfileDocument, context: RuleContext) {
    this.#change = change;
    this.#document = document;
    this.#context = context;
    this.#keptLines = lines(change.was.text) === lines(change.is.text);
  }

  /** The findings of a rule after the edit; `undefined`: it has to look at everything. */
  findings(
    rule: Rule<DockerfileDocument>,
    { severity, findings }: Checked,
  ): readonly Finding[] | undefined {
    if (!rule.scope || this.#isForAll(rule.scope)) return undefined;
    const { was, is, stages } = this.#change;
    const { each = [], stage } = rule.scope;
    const wide = stage && stages.size > 0 && this.#touches([...stage, "FROM"]);
    const isAgain = (stretch: Stretch, place: Span) =>
      wide ? isInStages(stretch.snapshot, stages, place) : isTouched(stretch, place);
    const kept = this.#moved(
      rule,
      severity,
      findings.filter((finding) => !isAgain(was, finding)),
    );
    if (!wide && !this.#touches(each)) return kept;
    const view = wide ? this.#stages() : this.#instructions();
    // What is told of other places, seen from a part of the file only, is known already.
    const made = runRule(rule, severity, view, this.#context).filter((one) => isAgain(is, one));
    return [...kept, ...made];
  }

  #isForAll({ reads = [], mentions, namesLines }: RuleScope): boolean {
    const { was, is } = this.#change;
    return (
      this.#touches(reads) ||
      (namesLines === true && !this.#keptLines) ||
      (mentions !== undefined && (mentions.test(was.text) || mentions.test(is.text)))
    );
  }

  /** Whether the edit touches what a rule looks at: `KEYWORD`, `KEYWORD text`, `*` or `#`. */
  #touches(wanted: readonly string[]): boolean {
    const { instructions, was, is } = this.#change;
    return wanted.some((one) => {
      if (one === "#") return was.comments !== is.comments;
      const [keyword = "", text = ""] = one.split(" ");
      return instructions.some(
        (instruction) =>
          (keyword === "*" || instruction.keyword === keyword) &&
          (text === "" || instruction.heredocs.length > 0 || instruction.text.includes(text)),
      );
    });
  }

  #instructions(): DockerfileDocument {
    this.#touchedOnly ??= this.#document.narrowed(touched(this.#change.is));
    return this.#touchedOnly;
  }

  #stages(): DockerfileDocument {
    this.#stagesOnly ??= stagesOf(this.#document, this.#change.stages);
    return this.#stagesOnly;
  }

  /** The same findings in the new text. Their fixes are those that the rule has for them there. */
  #moved(rule: Rule<DockerfileDocument>, severity: Severity, findings: readonly Finding[]) {
    const { from, by } = this.#change;
    const document = this.#document;
    const context = this.#context;
    let whole: readonly Finding[] | undefined;
    const again = () => {
      whole ??= runRule(rule, severity, document, context);
      return whole;
    };
    return findings.map((finding) => movedFinding(finding, from, by, again));
  }
}

function lines(text: string): number {
  return text.split("\n").length;
}

function stagesOf(document: DockerfileDocument, wanted: ReadonlySet<number>): DockerfileDocument {
  const stages = document.stages.filter(({ index }) => wanted.has(index));
  const instructions = stages.flatMap(({ from, instructions }) => [from, ...instructions]);
  return document.narrowed(instructions, stages);
}

function movedFinding(
  finding: Finding,
  from: number,
  by: number,
  again: () => readonly Finding[],
): Finding {
  const shift = <Place extends Span>(place: Place): Place =>
    place.start < from ? place : moved(place, by);
  const { related, fixes, ...rest } = shift(finding);
  return {
    ...rest,
    ...(related && { related: related.map((one) => ({ ...one, span: shift(one.span) })) }),
    ...(fixes && {
      fixes: () =>
        again()
          .find((one) => one.start === rest.start && one.end === rest.end)
          ?.fixes?.() ?? [],
    }),
  };
}
