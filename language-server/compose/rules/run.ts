// Runs the rules over a file. A rule whose scope is a service is asked for one service at a time, and
// not again as long as the service is the same.
import { inOrder, type Policy, runRule } from "../../lint/lint.ts";
import type { Finding, RuleContext } from "../../lint/rule.ts";
import { KeptJudgement } from "../kept.ts";
import type { ComposeModel } from "../project/model.ts";
import { type Entry, entriesAt, type MapNode, withEntries } from "../yaml/tree.ts";
import { composeRules } from "./index.ts";
import { TypographicQuote } from "./TypographicQuote.ts";

const kept = new KeptJudgement<Finding>();

export function findingsOf(
  model: ComposeModel,
  context: RuleContext,
  policy: Policy,
): readonly Finding[] {
  const active = composeRules.flatMap((rule) => {
    const severity = policy.severity(rule);
    return severity === "off" ? [] : [{ rule, severity }];
  });
  const local = active.filter(({ rule }) => rule.scope?.each?.includes("services"));
  const byCode = new Map(local.map(({ rule }): [string, Finding[]] => [rule.code, []]));
  const levels = local.map(({ rule, severity }) => `${rule.code} ${severity}`).join();
  const { root, source } = model;
  const [own, foreign] = [`own ${levels}`, `foreign ${levels}`];
  for (const service of entriesAt(root, "services")) {
    const judge = () => {
      const view = { ...model, root: root && withOnly(root, service) };
      return local.flatMap(({ rule, severity }) => runRule(rule, severity, view, context));
    };
    for (const finding of kept.of(service, service.value.source === source ? own : foreign, judge))
      byCode.get(finding.code)?.push(finding);
  }
  const all = active.flatMap(
    ({ rule, severity }) => byCode.get(rule.code) ?? runRule(rule, severity, model, context),
  );
  return inOrder(withQuotesBlamed(all), policy);
}

/** What is wrong with a text in curly quotes is so because of them: one finding, as grave as it is. */
function withQuotesBlamed(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ start, end }: Finding) => `${start} ${end}`;
  const quotes = new Map(
    findings.flatMap((one) => (one.code === TypographicQuote.code ? [[place(one), one]] : [])),
  );
  if (quotes.size === 0) return findings;
  const refused = new Set<Finding>();
  const blamed = findings.flatMap((one) => {
    const quote = quotes.get(place(one));
    if (!quote || quote === one) return [one];
    if (one.severity !== "error") return [];
    refused.add(quote);
    const { message, fixes } = quote;
    return [{ ...one, message, ...(fixes && { fixes }) }];
  });
  return blamed.filter((one) => !refused.has(one));
}

/** The project as if it had one service. */
function withOnly(root: MapNode, service: Entry): MapNode {
  const services = root.entries.get("services");
  if (services?.value.kind !== "map") return root;
  const value = withEntries(services.value, new Map([[service.key, service]]));
  return withEntries(root, new Map([["services", { ...services, value }]]));
}
