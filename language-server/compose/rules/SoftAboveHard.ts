import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, servicesOf } from "../project/services.ts";
import { at, entriesAt } from "../yaml/tree.ts";

export const SoftAboveHard: Rule<ComposeModel> = {
  code: "SoftAboveHard",
  aliases: [],
  severity: "warning",
  summary: "A soft limit must not be above the hard one: the container does not start.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { node } of servicesOf(model))
      for (const { value } of entriesAt(node, "ulimits")) {
        const soft = certain(at(value, "soft"));
        const hard = certain(at(value, "hard"));
        if (!soft || !hard || soft.source !== model.source) continue;
        // -1 is no limit at all.
        const [low, high] = [soft, hard].map(({ text }) =>
          text === "-1" ? Infinity : Number(text),
        );
        if ((low ?? 0) > (high ?? 0))
          report(soft, t("The soft limit {0} is above the hard limit {1}.", soft.text, hard.text), {
            fixes: () => [
              {
                title: t("Change to {0}", hard.text),
                edits: [{ start: soft.start, end: soft.end, newText: hard.text }],
              },
            ],
          });
      }
  },
};
