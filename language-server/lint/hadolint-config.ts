// Reads .hadolint.yaml: severities, trusted registries, label schema. Knows the file's meaning,
// not where it lies. `failure-threshold` and `no-fail` concern hadolint's exit status alone.
import { parse } from "yaml";
import type { RuleOptions, Severity } from "./rule.ts";

export interface HadolintConfig {
  /** Severity by rule; ignored rules are `off`. */
  readonly severities: ReadonlyMap<string, Severity>;
  readonly options: RuleOptions;
  /** `disable-ignore-pragma`: comments cannot silence anything. */
  readonly ignoresPragmas: boolean;
}

/** hadolint's words; its errors are warnings here, because BuildKit does build such files. */
const SEVERITIES: Readonly<Record<string, Severity>> = {
  error: "warning",
  warning: "warning",
  info: "info",
  style: "hint",
};

type Raw = Readonly<Record<string, unknown>>;

function asRecord(value: unknown): Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function asStrings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function asBoolean(value: unknown): boolean | undefined {
  if (typeof value !== "string" || !/^(?:true|True|TRUE|false|False|FALSE)$/.test(value))
    return undefined;
  return /^t/i.test(value);
}

let last: { readonly text: string; readonly config: HadolintConfig } | undefined;

/** Reads the text of a .hadolint.yaml; a broken one counts as empty. The last one is remembered. */
export function readHadolintConfig(text: string): HadolintConfig {
  if (last?.text !== text) last = { text, config: interpret(load(text)) };
  return last.config;
}

function load(text: string): Raw {
  try {
    // The bundle knows no other types of YAML than texts, lists and mappings.
    return asRecord(parse(text, { logLevel: "silent", schema: "failsafe" }));
  } catch {
    return {};
  }
}

function interpret(raw: Raw): HadolintConfig {
  const severities = new Map<string, Severity>();
  for (const [word, codes] of Object.entries(asRecord(raw.override)))
    for (const code of asStrings(codes)) severities.set(code, SEVERITIES[word] ?? "warning");
  for (const code of asStrings(raw.ignored)) severities.set(code, "off");
  const schema = Object.entries(asRecord(raw["label-schema"]));
  const registries = asStrings(raw.trustedRegistries);
  const strict = asBoolean(raw["strict-labels"]);
  return {
    severities,
    options: {
      ...(registries.length > 0 && { trustedRegistries: registries }),
      ...(schema.length > 0 && {
        labelSchema: Object.fromEntries(schema.map(([key, type]) => [key, String(type)])),
      }),
      ...(strict !== undefined && { strictLabels: strict }),
    },
    ignoresPragmas: asBoolean(raw["disable-ignore-pragma"]) === true,
  };
}
