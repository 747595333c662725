import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { firstMisplaced, sortFix, sortTitle } from "../yaml/order.ts";
import { itemParts, type OrderPart } from "../yaml/order-parts.ts";
import { at, entriesAt } from "../yaml/tree.ts";

const compare = (a: OrderPart, b: OrderPart): number =>
  a.name.localeCompare(b.name, "en", { numeric: true });

export const PortOrder: Rule<ComposeModel> = {
  code: "PortOrder",
  aliases: ["service-ports-alphabetical-order"],
  severity: "off",
  summary: "Ports in numerical order are easier to find.",
  check({ document }, report) {
    for (const tree of document.documents)
      for (const { value } of entriesAt(tree, "services")) {
        const parts = itemParts(at(value, "ports"), document.source);
        const index = firstMisplaced(parts, compare);
        const part = index === undefined ? undefined : parts[index];
        if (part)
          report(part.keySpan, t('"{0}" comes earlier in alphabetical order.', part.name), {
            fixes: () => sortFix(document.source, parts, compare, sortTitle()),
          });
      }
  },
};
