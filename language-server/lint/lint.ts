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

/** The findings of all rules, in the order of the text. A rule that fails costs its own findings only. */
export function runRules<Document>(
  rules: readonly Rule<Document>[],
  document: Document,
  context: RuleContext,
  policy: Policy,
): readonly Finding[] {
  return inOrder(
    rules.flatMap((rule) => runRule(rule, policy.severity(rule), document, context)),
    policy,
  );
}

/** What a rule finds, whatever the file says to it. */
export function runRule<Document>(
  { code, aliases, tags, check, severity: own }: Rule<Document>,
  severity: Severity,
  document: Document,
  context: RuleContext,
): readonly Finding[] {
  if (severity === "off") return [];
  const findings: Finding[] = [];
  const report: Report = (span, message, more) => {
    // A rule may speak louder or softer of a single place, as long as nobody has set it.
    const asked = more?.severity && severity === own ? more.severity : severity;
    if (asked === "off") return;
    findings.push({
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
  try {
    check(document, report, context);
  } catch {
    // One rule's mistake must not hide what the others found.
  }
  return findings;
}

/** What the policy leaves of findings, in the order of the text. */
export function inOrder(
  findings: readonly Finding[],
  { unsilenced }: Partial<Pick<Policy, "unsilenced">>,
): readonly Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings) {
    const left = unsilenced ? unsilenced(finding) : finding;
    if (left) kept.push(left);
  }
  return mergeOverlaps(kept.sort(byPlace));
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
