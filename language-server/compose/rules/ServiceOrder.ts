import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { alphabetical, firstMisplaced, sortFix, sortTitle } from "../yaml/order.ts";
import { partsOf } from "../yaml/order-parts.ts";
import { at } from "../yaml/tree.ts";

export const ServiceOrder: Rule<ComposeModel> = {
  code: "ServiceOrder",
  aliases: ["services-alphabetical-order"],
  severity: "off",
  summary: "Services in alphabetical order are easier to find.",
  check({ document }, report) {
    for (const tree of document.documents) {
      const parts = partsOf(at(tree, "services"), document.source);
      const compare = (a: { name: string }, b: { name: string }) => alphabetical(a.name, b.name);
      const index = firstMisplaced(parts, compare);
      const part = index === undefined ? undefined : parts[index];
      if (part)
        report(part.keySpan, t('"{0}" comes earlier in alphabetical order.', part.name), {
          fixes: () => sortFix(document.source, parts, compare, sortTitle()),
        });
    }
  },
};
