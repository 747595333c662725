// Runs the rules over a new version of a Dockerfile and takes over what an edit cannot have changed.
import { runRule } from "../../lint/lint.ts";
import type { Finding, Rule, RuleContext, Severity } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { type Change, changeBetween, isInStages } from "./change.ts";

interface Checked {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** The last document that was checked, with the findings of each rule. */
interface Last {
  readonly document: DockerfileDocument;
  readonly context: RuleContext;
  /** How much of the outside was known. */
  readonly answers: number | undefined;
  readonly byRule: ReadonlyMap<Rule<DockerfileDocument>, Checked>;
}

let last: Last | undefined;

/** What each rule finds, before anything is silenced. `last` is only a shortcut to the same. */
export function findingsOf(
  rules: readonly Rule<DockerfileDocument>[],
  document: DockerfileDocument,
  context: RuleContext,
  severityOf: (rule: Rule<DockerfileDocument>) => Severity,
): readonly Finding[] {
  const answers = context.host.shellcheck?.answers;
  const known = last && isAbout(last, context) && last.answers === answers ? last : undefined;
  // Asked about the same text again, something outside of it has changed.
  const change =
    known && known.document.text !== document.text
      ? changeBetween(known.document, document)
      : undefined;
  const byRule = new Map<Rule<DockerfileDocument>, Checked>();
  for (const rule of rules) {
    const severity = severityOf(rule);
    if (severity === "off") continue;
    const before = known?.byRule.get(rule);
    const findings =
      known && change && rule.scope && before?.severity === severity
        ? update(
            rule,
            { severity, findings: before.findings },
            known.document,
            change,
            document,
            context,
          )
        : undefined;
    byRule.set(rule, {
      severity,
      findings: findings ?? runRule(rule, severity, document, context),
    });
  }
  last = { document, context, answers, byRule };
  return [...byRule.values()].flatMap(({ findings }) => findings);
}

function isAbout({ context }: Last, { uri, host, options }: RuleContext): boolean {
  const same = JSON.stringify(context.options) === JSON.stringify(options);
  return same && context.uri === uri && context.host === host;
}

/** The findings of a rule after an edit; `undefined`: it has to look at everything. */
function update(
  rule: Rule<DockerfileDocument>,
  { severity, findings }: Checked,
  before: DockerfileDocument,
  change: Change,
  document: DockerfileDocument,
  context: RuleContext,
): readonly Finding[] | undefined {
  const { each = [], stage, reads = [], mentions, namesLines } = rule.scope ?? {};
  if (touches(reads, change) || change.texts.some((text) => mentions?.test(text))) return undefined;
  if (namesLines && lines(change.texts[0]) !== lines(change.texts[1])) return undefined;
  const wide = stage && change.stages.size > 0 && touches([...stage, "FROM"], change);
  const isAgain = (where: DockerfileDocument, place: Span) =>
    wide
      ? isInStages(where, change.stages, place)
      : isIn(where === before ? change.old : change.now, place);
  let whole: readonly Finding[] | undefined;
  const again = () => {
    whole ??= runRule(rule, severity, document, context);
    return whole;
  };
  const kept = findings
    .filter((finding) => !isAgain(before, finding))
    .map((finding) => moved(finding, change, again));
  if (!wide && !touches(each, change)) return kept;
  const view = viewOf(change, document, wide ? "stages" : "instructions");
  // What is told of other places, seen from a part of the file only, is known already.
  const made = runRule(rule, severity, view, context).filter((found) => isAgain(document, found));
  return [...kept, ...made];
}

/** Whether an edit touches what a rule looks at: `KEYWORD`, `KEYWORD text`, `*` or `#`. */
function touches(wanted: readonly string[], { old, now, comments }: Change): boolean {
  return wanted.some((one) => {
    if (one === "#") return comments;
    const [keyword = "", ...words] = one.split(" ");
    const text = words.join(" ");
    const isMeant = (instruction: Instruction) =>
      (keyword === "*" || instruction.keyword === keyword) &&
      (text === "" || instruction.heredocs.length > 0 || instruction.cooked.text.includes(text));
    return old.some(isMeant) || now.some(isMeant);
  });
}

function lines(text: string): number {
  return text.split("\n").length;
}

interface Views {
  instructions?: DockerfileDocument;
  stages?: DockerfileDocument;
}

const views = new WeakMap<Change, Views>();

/** The view of what an edit has touched; the rules share it. */
function viewOf(change: Change, document: DockerfileDocument, what: keyof Views) {
  const known = views.get(change) ?? {};
  views.set(change, known);
  known[what] ??= what === "stages" ? stagesView(change, document) : document.narrowed(change.now);
  return known[what];
}

function stagesView(change: Change, document: DockerfileDocument): DockerfileDocument {
  const stages = document.stages.filter(({ index }) => change.stages.has(index));
  const instructions = stages.flatMap(({ from, instructions }) => [from, ...instructions]);
  return document.narrowed(instructions, stages);
}

function isIn(instructions: readonly Instruction[], { start }: Span): boolean {
  const [first] = instructions;
  const last = instructions.at(-1);
  if (!first || !last || start < first.span.start) return false;
  return start <= Math.max(last.fullSpan.end, last.lastLine.end);
}

/** The same finding in the new text. Its fixes are those that the rule has for it there. */
function moved(finding: Finding, { from, by }: Change, again: () => readonly Finding[]): Finding {
  const shift = <Place extends Span>(place: Place): Place =>
    place.start < from ? place : { ...place, start: place.start + by, end: place.end + by };
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
