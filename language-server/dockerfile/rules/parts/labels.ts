// Labels and the schema that a project asks of them: which keys there are, and of which type.
import { t } from "../../../l10n.ts";
import type { Report, RuleContext } from "../../../lint/rule.ts";
import type { DockerfileDocument } from "../../model/document.ts";
import type { Pair } from "../../syntax/instruction.ts";
import { unquote } from "../../syntax/words.ts";

export interface Label {
  readonly key: string;
  readonly value: string;
  readonly pair: Pair;
}

/** All labels of a file, in their order. */
export function labels(document: DockerfileDocument): readonly Label[] {
  return document.byKeyword("LABEL").flatMap(({ pairs }) =>
    pairs.map((pair) => ({
      key: unquote(pair.key.text),
      value: unquote(pair.value?.text ?? ""),
      pair,
    })),
  );
}

/** Reports labels of a schema type whose value is not of it; empty ones are DL3051's. */
export function reportLabels(
  document: DockerfileDocument,
  report: Report,
  { options }: RuleContext,
  type: string,
  valid: (value: string) => boolean,
): void {
  if (!options.labelSchema) return;
  for (const { key, value, pair } of labels(document)) {
    if (options.labelSchema[key] !== type || value.includes("$") || value === "") continue;
    if (!valid(value))
      report(pair.value ?? pair, t("The value of the label {0} is not a valid {1}.", key, type));
  }
}
