// Runs the rules over a new version of a Dockerfile and takes over what an edit cannot have changed.
import { runRule } from "../../lint/lint.ts";
import type { Finding, Rule, RuleContext, RuleScope, Severity } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { type Change, changeBetween } from "./change.ts";

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
      change && rule.scope && before?.severity === severity
        ? update(rule, severity, before.findings, change, rule.scope, document, context)
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
  severity: Severity,
  findings: readonly Finding[],
  change: Change,
  { each = [], reads = [] }: RuleScope,
  document: DockerfileDocument,
  context: RuleContext,
): readonly Finding[] | undefined {
  if (touches(reads, change.old) || touches(reads, change.now)) return undefined;
  let whole: readonly Finding[] | undefined;
  const again = () => {
    whole ??= runRule(rule, severity, document, context);
    return whole;
  };
  const kept = findings
    .filter((finding) => !isIn(change.old, finding))
    .map((finding) => moved(finding, change, again));
  if (!touches(each, change.now)) return kept;
  return [...kept, ...runRule(rule, severity, touched(change, document), context)];
}

/** Whether a rule looks at some of the instructions: by `KEYWORD`, or `KEYWORD text`. */
function touches(wanted: readonly string[], instructions: readonly Instruction[]): boolean {
  return wanted.some((one) => {
    const [keyword = "", ...words] = one.split(" ");
    const text = words.join(" ");
    return instructions.some(
      (instruction) =>
        (keyword === "*" || instruction.keyword === keyword) &&
        (text === "" || instruction.cooked.text.includes(text)),
    );
  });
}

const views = new WeakMap<Change, DockerfileDocument>();

/** The view of what an edit has touched; the rules share it. */
function touched(change: Change, document: DockerfileDocument): DockerfileDocument {
  const view = views.get(change) ?? document.narrowed(change.now);
  views.set(change, view);
  return view;
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
