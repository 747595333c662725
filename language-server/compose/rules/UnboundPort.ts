import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { isRefusal, parsePort } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, ownItems, requoted } from "../project/services.ts";
import { textAt } from "../yaml/tree.ts";

export const UnboundPort: Rule<ComposeModel> = {
  code: "UnboundPort",
  aliases: ["no-unbound-port-interfaces"],
  severity: "off",
  summary: "A published port without an address is open to the whole network.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { item } of ownItems(model, "ports")) {
      const message = t(
        "This port is open on all of the host's addresses; 127.0.0.1 keeps it local.",
      );
      if (item.kind === "map") {
        if (textAt(item, "published") && !textAt(item, "host_ip")) report(item, message);
        continue;
      }
      const text = certain(item);
      const port = text && parsePort(text.text);
      if (!text || !port || isRefusal(port) || port.ip !== "") continue;
      const better = `127.0.0.1:${port.published ? "" : ":"}${(text.raw ?? text).text}`;
      report(text, message, {
        fixes: () => [
          {
            title: t("Write {0}", better),
            edits: [
              {
                start: text.start,
                end: text.end,
                newText: text.style === "quoted" ? requoted(text, better) : `"${better}"`,
              },
            ],
          },
        ],
      });
    }
  },
};
