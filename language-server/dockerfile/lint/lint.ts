// All findings of a Dockerfile: the rules, under the settings, .hadolint.yaml and the pragmas.
import { posix } from "node:path";
import type { Host } from "../../host.ts";
import type { FeatureContext } from "../../language.ts";
import { buildkitChecks } from "../../lint/buildkit-checks-table.ts";
import { type HadolintConfig, readHadolintConfig } from "../../lint/hadolint-config.ts";
import { leftOf, type Policy } from "../../lint/lint.ts";
import type { Edit, Finding, Rule, Severity } from "../../lint/rule.ts";
import { optionsInSettings, severityInSettings } from "../../lint/settings.ts";
import type { Settings } from "../../protocol.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { rules } from "../rules/index.ts";
import { asHadolintNames } from "../rules/parts/shell-findings.ts";
import type { Severities } from "./plan.ts";
import { checkDirective, silencedAt, silences, silencesByName, unsilenced } from "./pragmas.ts";
import { findingsOf, forgetLast } from "./relint.ts";
import { asTriggers } from "./triggers.ts";

/** The findings of a Dockerfile, in the order of the text. */
export function lintDockerfile(
  document: DockerfileDocument,
  { uri, host, settings, anew = false }: FeatureContext,
): readonly Finding[] {
  const config = hadolintConfig(uri, host);
  const options = { ...optionsInSettings(settings), ...config?.options };
  const { experimental, error } = document.derive(checkDirective);
  const severities = severitiesFor(settings, config, experimental);
  const ignored = config && ((name: string) => config.severities.get(name) === "off");
  const silent = ignored !== undefined || document.derive(silences).length > 0;
  const silencesOf = document.derive(silencesByName);
  const isSpokenOf = (name: string) => Boolean(ignored?.(name)) || silencesOf(name).length > 0;
  const left: Policy["unsilenced"] = (finding) => {
    if (!isSpokenOf(finding.code) && !finding.aliases.some(isSpokenOf)) return finding;
    const byComments =
      config?.ignoresPragmas && finding.code !== "DL1001"
        ? undefined
        : silencedAt(document, finding);
    return unsilenced(finding, (name) => Boolean(ignored?.(name) || byComments?.(name)));
  };
  if (anew) forgetLast();
  const found = asTriggers(document, findingsOf(document, { uri, host, options }, severities));
  const named = asHadolintNames(document, leftOf(found, silent ? left : undefined));
  const findings = document.text.includes("\r\n") ? named.map(withReturns) : named;
  return error ? findings.map(refused) : findings;
}

interface KnownSeverities {
  readonly settings: Settings;
  readonly config: HadolintConfig | undefined;
  readonly experimental: string;
  readonly severities: Severities;
}

let known: KnownSeverities | undefined;

/** What runs, and how loud it speaks; the same map as long as settings and files say the same. */
function severitiesFor(
  settings: Settings,
  config: HadolintConfig | undefined,
  experimental: ReadonlySet<string>,
): Severities {
  const names = [...experimental].join();
  const isKnown =
    known?.settings === settings && known.config === config && known.experimental === names;
  if (known && isKnown) return known.severities;
  const severities = new Map<Rule<DockerfileDocument>, Severity>();
  for (const rule of rules) {
    if (buildkitChecks.get(rule.code)?.experimental && !isNamed(rule.code, experimental)) continue;
    const severity = configured(rule, config, severityInSettings(rule, settings));
    if (severity !== "off") severities.set(rule, severity);
  }
  known = { settings, config, experimental: names, severities };
  return severities;
}

/** Fixes are written with plain line ends; in a file of Windows they get those of the file. */
function withReturns(finding: Finding): Finding {
  const { fixes } = finding;
  if (!fixes) return finding;
  const edit = (one: Edit) => ({ ...one, newText: one.newText.replace(/\r?\n/g, "\r\n") });
  return {
    ...finding,
    fixes: () => fixes().map((fix) => ({ ...fix, edits: fix.edits.map(edit) })),
  };
}

/** `# check=error=true`: the build fails where BuildKit has something to say. */
function refused(finding: Finding): Finding {
  return buildkitChecks.has(finding.code) ? { ...finding, severity: "error" } : finding;
}

function isNamed(code: string, names: ReadonlySet<string>): boolean {
  return names.has(code) || names.has("all");
}

/**
 * hadolint's file speaks of a rule by any of its names. A refusal of BuildKit stays an error, and
 * a check of BuildKit's cannot be ignored by hadolint's number.
 */
function configured(
  rule: { readonly code: string; readonly aliases: readonly string[]; readonly severity: Severity },
  config: HadolintConfig | undefined,
  severity: Severity,
): Severity {
  if (!config || severity === "off") return severity;
  for (const code of [rule.code, ...rule.aliases]) {
    const set = config.severities.get(code);
    if (set === "off" && code !== rule.code && buildkitChecks.has(rule.code)) continue;
    if (set) return set !== "off" && rule.severity === "error" ? severity : set;
  }
  return severity;
}

/** The nearest .hadolint.yaml: beside the file, then upwards as far as the workspace reaches. */
function hadolintConfig(uri: string, host: Host): HadolintConfig | undefined {
  let folder = posix.dirname(uri);
  for (let depth = 0; depth < 12; depth++) {
    for (const name of [".hadolint.yaml", ".hadolint.yml"]) {
      const text = host.files.read(`${folder}/${name}`);
      if (text) return readHadolintConfig(text);
    }
    if (host.folders.length === 0 || !host.folders.some((root) => isAbove(root, folder))) return;
    folder = posix.dirname(folder);
  }
  return undefined;
}

function isAbove(root: string, folder: string): boolean {
  return folder.startsWith(`${root.replace(/\/$/, "")}/`);
}
