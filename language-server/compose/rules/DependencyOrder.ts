import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { alphabetical, firstMisplaced, sortFix, sortTitle } from "../yaml/order.ts";
import { itemParts, type OrderPart } from "../yaml/order-parts.ts";
import { at, entriesAt } from "../yaml/tree.ts";

const compare = (a: OrderPart, b: OrderPart): number => alphabetical(a.name, b.name);

export const DependencyOrder: Rule<ComposeModel> = {
  code: "DependencyOrder",
  aliases: ["service-dependencies-alphabetical-order"],
  severity: "off",
  summary: "Dependencies in alphabetical order are easier to find.",
  check({ document }, report) {
    for (const tree of document.documents)
      for (const { value } of entriesAt(tree, "services")) {
        const parts = itemParts(at(value, "depends_on"), document.source);
        const index = firstMisplaced(parts, compare);
        const part = index === undefined ? undefined : parts[index];
        if (part)
          report(part.keySpan, t('"{0}" comes earlier in alphabetical order.', part.name), {
            fixes: () => sortFix(document.source, parts, compare, sortTitle()),
          });
      }
  },
};
