import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { ownItems } from "../project/services.ts";
import { isSexagesimal } from "./SexagesimalPort.ts";

export const UnquotedPort: Rule<ComposeModel> = {
  code: "UnquotedPort",
  aliases: ["require-quotes-in-ports"],
  severity: "off",
  summary: "Quotes around a port keep every YAML reader from taking it for a number.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { item } of ownItems(model, "ports")) {
      if (item.kind !== "scalar" || item.style !== "plain") continue;
      const text = (item.raw ?? item).text;
      if (isSexagesimal(text)) continue;
      report(item, t("Put quotes around the port {0}.", text), {
        fixes: () => [
          {
            title: t("Put quotes around {0}", text),
            edits: [{ start: item.start, end: item.end, newText: `"${text}"` }],
            safe: true,
          },
        ],
      });
    }
  },
};
