import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { entriesAt } from "../yaml/tree.ts";

export const NoVersionField: Rule<ComposeModel> = {
  code: "NoVersionField",
  aliases: ["no-version-field"],
  severity: "warning",
  summary: 'Leave "version" out: Compose no longer reads it.',
  tags: ["deprecated"],
  check({ document }, report) {
    for (const tree of document.documents)
      for (const { key, keySpan, value } of entriesAt(tree)) {
        if (key !== "version") continue;
        const { lines, text } = document;
        const next = lines.lineAt(Math.max(value.end, keySpan.end)) + 1;
        const end = next < lines.count ? lines.line(next).start : text.length;
        const start = lines.line(lines.lineAt(keySpan.start)).start;
        report(keySpan, t('"version" is no longer read; remove it.'), {
          fixes: () => [
            {
              title: t('Remove "{0}"', "version"),
              edits: [{ start, end, newText: "" }],
              safe: true,
            },
          ],
        });
      }
  },
};
