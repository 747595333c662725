// AS in another case than FROM.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const FromAsCasing: Rule<DockerfileDocument> = {
  code: "FromAsCasing",
  aliases: [],
  severity: "warning",
  summary: "Write FROM and AS in the same case.",
  scope: { stage: ["FROM"] },
  check({ stages }, report) {
    for (const { from, as, name } of stages) {
      if (!as || !name) continue;
      const { keywordText } = from;
      // What is neither wholly upper nor wholly lower sets no example.
      const isLower = keywordText === keywordText.toLowerCase();
      if (!isLower && keywordText !== keywordText.toUpperCase()) continue;
      const wanted = isLower ? "as" : "AS";
      if (as.text === wanted) continue;
      report(as, t("Write {0} in the same case as {1}.", as.text, keywordText), {
        fixes: () => [
          {
            title: t("Change to {0}", wanted),
            safe: true,
            edits: [{ start: as.start, end: as.end, newText: wanted }],
          },
        ],
      });
    }
  },
};
