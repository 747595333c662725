import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { ownItems } from "../project/services.ts";

export const QuotedMount: Rule<ComposeModel> = {
  code: "QuotedMount",
  aliases: ["no-quotes-in-volumes"],
  severity: "off",
  summary: "A mount needs no quotes.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { item } of ownItems(model, "volumes")) {
      if (item.kind !== "scalar" || item.style !== "quoted") continue;
      const text = (item.raw ?? item).text;
      if (!/^[\w./~$-][\w./~${}:-]*$/.test(text)) continue;
      report(item, t("A mount needs no quotes."), {
        fixes: () => [
          {
            title: t("Write {0}", text),
            edits: [{ start: item.start, end: item.end, newText: text }],
            safe: true,
          },
        ],
      });
    }
  },
};
