// Runs rules over a document and keeps what settings and suppressions let through. Knows neither
// language; each language brings its rules and its policy.
import type { Finding, Report, Rule, RuleContext, Severity } from "./rule.ts";

/** What decides over rules and findings: settings, pragmas, configuration files. */
export interface Policy {
  /** The severity of a rule here; `off`: it is not run. */
  severity(rule: Pick<Rule<never>, "code" | "aliases" | "severity">): Severity;
  /** What the file itself leaves of a finding: it may silence it, or some of its names. */
  unsilenced?(finding: Finding): Finding | undefined;
}

/** What a rule finds, whatever the file says to it. */
export function runRule<Document>(
  rule: Rule<Document>,
  severity: Severity,
  document: Document,
  context: RuleContext,
): readonly Finding[] {
  const run = new RuleRun(context);
  run.add(rule, severity, document);
  return run.findings;
}

/** What some rules find, one after the other. After a key most find nothing: they share all that a run needs. */
export class RuleRun {
  readonly findings: Finding[] = [];
  readonly #context: RuleContext;
  #rule: Rule<never> | undefined;
  #severity: Severity = "off";

  constructor(context: RuleContext) {
    this.#context = context;
  }

  add<Document>(rule: Rule<Document>, severity: Severity, document: Document): void {
    if (severity === "off") return;
    this.#rule = rule;
    this.#severity = severity;
    const { check } = rule;
    try {
      check(document, this.#report, this.#context);
    } catch {
      // One rule's mistake must not hide what the others found.
    }
  }

  readonly #report: Report = (span, message, more) => {
    if (!this.#rule) return;
    const { code, aliases, tags, severity: own } = this.#rule;
    const severity = this.#severity;
    // A rule may speak louder or softer of a single place, as long as nobody has set it.
    const asked = more?.severity && severity === own ? more.severity : severity;
    if (asked === "off") return;
    this.findings.push({
      aliases,
      ...more,
      start: span.start,
      end: span.end,
      code: more?.code ?? code,
      message,
      severity: asked,
      ...(tags && { tags }),
      ...(more?.code && { page: code }),
    });
  };
}

/** What the policy leaves of findings, in the order of the text. */
export function inOrder(
  findings: readonly Finding[],
  { unsilenced }: Pick<Policy, "unsilenced">,
): readonly Finding[] {
  return leftOf(findings.toSorted(byPlace), unsilenced);
}

/** What is left of findings that are in the order of the text already. */
export function leftOf(
  findings: readonly Finding[],
  unsilenced: Policy["unsilenced"],
): readonly Finding[] {
  return mergeOverlaps(
    unsilenced ? findings.flatMap((finding) => unsilenced(finding) ?? []) : findings,
  );
}

export function byPlace(one: Finding, other: Finding): number {
  return one.start - other.start || one.end - other.end;
}

/**
 * One fault gives one finding: of two at one place that bear one name the first stays, unless the
 * other knows it as an alias, and so says more.
 */
function mergeOverlaps(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const last = kept.at(-1);
    const again = last && last.start === finding.start && last.end === finding.end;
    if (!again || !sameFault(last, finding)) kept.push(finding);
    else if (finding.aliases.includes(last.code) && !last.aliases.includes(finding.code))
      kept[kept.length - 1] = finding;
  }
  return kept;
}

function sameFault(one: Finding, other: Finding): boolean {
  return (
    (one.code === other.code && one.message === other.message) ||
    one.aliases.includes(other.code) ||
    other.aliases.includes(one.code)
  );
}
