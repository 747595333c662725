// The severity of a rule as the settings have it: a preset, and single rules over it.
import type { Settings } from "../protocol.ts";
import { buildkitChecks } from "./buildkit-checks-table.ts";
import type { Rule, RuleOptions, Severity } from "./rule.ts";

type RuleName = Pick<Rule<never>, "code" | "aliases" | "severity">;

/** What the settings say of a rule; a single rule's severity may be given by any of its names. */
export function severityInSettings(rule: RuleName, settings: Settings): Severity {
  const { enabled, preset = "recommended", rules } = settings.lint ?? {};
  if (enabled === false) return "off";
  if (rules)
    for (const name of [rule.code, ...rule.aliases]) {
      const set = rules[name];
      if (set) return set;
    }
  if (preset === "off") return "off";
  if (preset === "all") return rule.severity === "off" ? "info" : rule.severity;
  if (preset === "recommended" || rule.severity === "error") return rule.severity;
  return inPreset(rule, preset) ? rule.severity : "off";
}

function inPreset({ code, aliases }: RuleName, preset: "buildkit" | "hadolint"): boolean {
  return [code, ...aliases].some((name) =>
    preset === "buildkit" ? buildkitChecks.has(name) : /^(?:DL|SC)\d{4}$/.test(name),
  );
}

/** The options of rules that stand in the settings. */
export function optionsInSettings({ lint }: Settings): RuleOptions {
  const { trustedRegistries, labelSchema, strictLabels } = lint ?? {};
  return {
    ...(trustedRegistries && { trustedRegistries }),
    ...(labelSchema && { labelSchema }),
    ...(strictLabels !== undefined && { strictLabels }),
  };
}
