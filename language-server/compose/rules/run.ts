// Runs the rules over a file. A rule whose scope is a service is asked for one service at a time, and
// not again as long as the service, and what else the rule looks at, is the same.
import { inOrder, type Policy, runRule } from "../../lint/lint.ts";
import type { Finding, RuleContext, Severity } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { KeptJudgement } from "../kept.ts";
import type { ComposeModel } from "../project/model.ts";
import { type Entry, entriesAt, type MapNode, withEntries } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";
import { composeRules } from "./index.ts";
import { SwallowedItem, swallowedItems } from "./SwallowedItem.ts";
import { TypographicQuote } from "./TypographicQuote.ts";

interface Active {
  readonly rule: ComposeRule;
  readonly severity: Severity;
}

export function findingsOf(
  model: ComposeModel,
  context: RuleContext,
  policy: Policy,
): readonly Finding[] {
  const active = composeRules.flatMap((rule): readonly Active[] => {
    const severity = policy.severity(rule);
    return severity === "off" ? [] : [{ rule, severity }];
  });
  const byCode = serviceFindings(model, context, active);
  const all = active.flatMap(
    ({ rule, severity }) => byCode.get(rule.code) ?? runRule(rule, severity, model, context),
  );
  return inOrder(withCausesBlamed(withoutEchoes(all), model), policy);
}

const kept = new KeptJudgement<Finding>();

/** What the rules find that judge services one by one, by their codes. */
function serviceFindings(
  model: ComposeModel,
  context: RuleContext,
  active: readonly Active[],
): ReadonlyMap<string, readonly Finding[]> {
  const { root, source } = model;
  const local = active.filter(({ rule }) => rule.scope?.each?.includes("services"));
  const found = new Map(local.map(({ rule }): [string, Finding[]] => [rule.code, []]));
  const levels = local.map(({ rule, severity }) => `${rule.code} ${severity}`).join();
  const looks = local.flatMap(({ rule: { outside } }) => outside ?? []);
  const judge = (service: Entry) => {
    const view = { ...model, root: root && withOnly(root, service) };
    return local.flatMap(({ rule, severity }) => runRule(rule, severity, view, context));
  };
  for (const service of entriesAt(root, "services")) {
    const isOwn = service.value.source === source;
    const by = [levels, isOwn, ...looks.map((outside) => outside(service, model, context))];
    for (const finding of kept.of(service, by, judge)) found.get(finding.code)?.push(finding);
  }
  return found;
}

/** Where the YAML itself is wrong, what else one could say of the value is only what came of that. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const broken = findings.filter(({ code }) => code === "YamlSyntax");
  if (broken.length === 0) return findings;
  const echoes = ({ start, end, severity }: Finding) =>
    severity !== "error" && broken.some((one) => one.start < end && start < one.end);
  return findings.filter((one) => !echoes(one));
}

/**
 * What is wrong with a text in curly quotes, or one that took in another item, is so because of that:
 * one finding, as grave as it is.
 */
function withCausesBlamed(findings: readonly Finding[], model: ComposeModel): readonly Finding[] {
  const causes = causesByPlace(findings, model);
  if (causes.size === 0) return findings;
  const refused = new Set<Finding>();
  const blamed = findings.flatMap((one) => {
    const cause = causes.get(placeOf(one));
    if (!cause || cause === one) return [one];
    if (one.severity !== "error" || refused.has(cause)) return [];
    refused.add(cause);
    const { start, end, message, fixes } = cause;
    return [{ ...one, start, end, message, ...(fixes && { fixes }) }];
  });
  return blamed.filter((one) => !refused.has(one));
}

const placeOf = ({ start, end }: Span) => `${start} ${end}`;

/** By the place of a text the finding that says why it is not what was meant. */
function causesByPlace(findings: readonly Finding[], { document }: ComposeModel) {
  const causes = new Map<string, Finding>();
  const dashes = new Map<number, Finding>();
  for (const one of findings) {
    if (one.code === TypographicQuote.code) causes.set(placeOf(one), one);
    if (one.code === SwallowedItem.code) dashes.set(one.start, one);
  }
  if (dashes.size > 0)
    for (const { item, dash } of swallowedItems(document)) {
      const cause = dashes.get(dash.start);
      if (cause) causes.set(placeOf(item), cause);
    }
  return causes;
}

/** The project as if it had one service. */
function withOnly(root: MapNode, service: Entry): MapNode {
  const services = root.entries.get("services");
  if (services?.value.kind !== "map") return root;
  const value = withEntries(services.value, new Map([[service.key, service]]));
  return withEntries(root, new Map([["services", { ...services, value }]]));
}
