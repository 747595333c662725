import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { alphabetical, firstMisplaced, sortFix, sortTitle } from "../yaml/order.ts";
import { type OrderPart, partsOf } from "../yaml/order-parts.ts";

const keys = [
  "version",
  "name",
  "include",
  "x-",
  "services",
  "networks",
  "volumes",
  "secrets",
  "configs",
  "models",
];

const place = ({ name }: OrderPart): number => {
  const index = keys.indexOf(name.startsWith("x-") ? "x-" : name);
  return index < 0 ? keys.length : index;
};
const compare = (a: OrderPart, b: OrderPart): number =>
  place(a) - place(b) || (place(a) === keys.length ? alphabetical(a.name, b.name) : 0);

export const TopLevelOrder: Rule<ComposeModel> = {
  code: "TopLevelOrder",
  aliases: ["top-level-properties-order"],
  severity: "off",
  summary: "The sections of a file in their usual order: name, include, services, then the rest.",
  check({ document }, report) {
    for (const tree of document.documents) {
      const parts = partsOf(tree, document.source);
      const index = firstMisplaced(parts, compare);
      const part = index === undefined ? undefined : parts[index];
      if (part)
        report(part.keySpan, t('"{0}" comes earlier in the usual order of sections.', part.name), {
          fixes: () => sortFix(document.source, parts, compare, sortTitle()),
        });
    }
  },
};
