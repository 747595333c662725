// `ENV NAME = value`, which gives NAME the value `= value`.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const SpaceAroundEquals: Rule<DockerfileDocument> = {
  code: "SpaceAroundEquals",
  aliases: ["LegacyKeyValueFormat"],
  severity: "warning",
  summary: "With spaces around it, the equals sign becomes part of the value.",
  scope: { each: ["ENV", "LABEL"] },
  check(document, report) {
    for (const keyword of ["ENV", "LABEL"])
      for (const { pairs } of document.byKeyword(keyword)) {
        const [pair] = pairs;
        if (!pair?.legacy || !pair.value?.text.startsWith("=")) continue;
        const { key, value } = pair;
        const text = value.text.slice(1).trim();
        report(
          pair,
          t(
            "{0} gets the value “{1}”: with spaces around it, the equals sign belongs to the value.",
            key.text,
            value.text,
          ),
          {
            fixes: () => [
              {
                title: t("Write as key=value"),
                safe: true,
                edits: [{ start: key.end, end: value.end, newText: `=${inQuotes(text)}` }],
              },
            ],
          },
        );
      }
  },
};

function inQuotes(value: string): string {
  if (!/[\s"']/.test(value) || /^(["']).*\1$/s.test(value)) return value;
  return `"${value.replace(/"/g, '\\"')}"`;
}
