// Reads .hadolint.yaml: severities, trusted registries, label schema. Knows the file's meaning,
// not where it lies. `failure-threshold` and `no-fail` concern hadolint's exit status alone.
import { parseWhole } from "../compose/yaml/document.ts";
import { entriesAt, listAt, type Node, textAt } from "../compose/yaml/tree.ts";
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

function textsAt(node: Node | undefined, ...path: readonly string[]): readonly string[] {
  return (listAt(node, ...path)?.items ?? []).flatMap((item) => textAt(item) ?? []);
}

function booleanAt(node: Node | undefined, key: string): boolean | undefined {
  const text = textAt(node, key) ?? "";
  return /^(?:true|True|TRUE|false|False|FALSE)$/.test(text) ? /^t/i.test(text) : undefined;
}

let last: { readonly text: string; readonly config: HadolintConfig } | undefined;

/** Reads the text of a .hadolint.yaml; a broken one counts as empty. The last one is remembered. */
export function readHadolintConfig(text: string): HadolintConfig {
  if (last?.text !== text) last = { text, config: interpret(load(text)) };
  return last.config;
}

function load(text: string): Node | undefined {
  const { broken, documents } = parseWhole(text);
  return broken ? undefined : documents[0];
}

function interpret(root: Node | undefined): HadolintConfig {
  const severities = new Map<string, Severity>();
  for (const { key, value } of entriesAt(root, "override"))
    for (const code of textsAt(value)) severities.set(code, SEVERITIES[key] ?? "warning");
  for (const code of textsAt(root, "ignored")) severities.set(code, "off");
  const schema = entriesAt(root, "label-schema");
  const registries = textsAt(root, "trustedRegistries");
  const strict = booleanAt(root, "strict-labels");
  return {
    severities,
    options: {
      ...(registries.length > 0 && { trustedRegistries: registries }),
      ...(schema.length > 0 && {
        labelSchema: Object.fromEntries(schema.map(({ key, value }) => [key, textAt(value) ?? ""])),
      }),
      ...(strict !== undefined && { strictLabels: strict }),
    },
    ignoresPragmas: booleanAt(root, "disable-ignore-pragma") === true,
  };
}
