import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { ownItems } from "../project/services.ts";

export const SexagesimalPort: Rule<ComposeModel> = {
  code: "SexagesimalPort",
  aliases: ["require-quotes-in-ports"],
  severity: "info",
  summary:
    "Older YAML readers take two small numbers with a colon between them for one number in base 60.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { item } of ownItems(model, "ports")) {
      if (item.kind !== "scalar" || item.style !== "plain" || item.raw) continue;
      const { text, start, end } = item;
      if (isSexagesimal(text))
        report(
          item,
          t("Older YAML readers take {0} for a number in base 60; put it in quotes.", text),
          {
            fixes: () => [
              {
                title: t("Put quotes around {0}", text),
                edits: [{ start, end, newText: `"${text}"` }],
                safe: true,
              },
            ],
          },
        );
    }
  },
};

/** What YAML 1.1 reads as minutes and seconds. */
export function isSexagesimal(text: string): boolean {
  return /^\d+:[0-5]?\d$/.test(text);
}
