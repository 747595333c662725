// `ENV key value` and `LABEL key value`.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const LegacyKeyValueFormat: Rule<DockerfileDocument> = {
  code: "LegacyKeyValueFormat",
  aliases: [],
  severity: "warning",
  summary: "Write ENV and LABEL as key=value; the form without = is outdated.",
  scope: { each: ["ENV", "LABEL"] },
  check(document, report) {
    for (const keyword of ["ENV", "LABEL"])
      for (const instruction of document.byKeywordDeep(keyword)) {
        const [pair] = instruction.pairs;
        if (!pair?.legacy || !pair.value || instruction.onbuild) continue;
        const { key, value } = pair;
        report(pair, t("Write {0} as key=value.", keyword), {
          fixes: () => [
            {
              title: t("Write as key=value"),
              safe: true,
              edits: [{ start: key.end, end: value.end, newText: `=${quoted(value.text)}` }],
            },
          ],
        });
      }
  },
};

/** The same value as one word: in quotes where it holds blanks outside them. */
function quoted(value: string): string {
  if (!/[\s"']/.test(value)) return value;
  if (/^"(?:[^"\\]|\\.)*"$/s.test(value) || /^'[^']*'$/s.test(value)) return value;
  return `"${value.replace(/"/g, '\\"')}"`;
}
