import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { alphabetical, firstMisplaced, sortFix, sortTitle } from "../yaml/order.ts";
import { type OrderPart, partsOf } from "../yaml/order-parts.ts";
import { entriesAt } from "../yaml/tree.ts";

/** In groups: what runs, on what it waits, its data, its environment, its net, how it runs. */
const keys =
  `image build container_name provider depends_on volumes volumes_from configs secrets environment env_file
  ports networks network_mode extra_hosts links command entrypoint working_dir user restart healthcheck
  logging labels deploy develop`.split(/\s+/);

const place = ({ name }: OrderPart): number => {
  const index = keys.indexOf(name);
  return index < 0 ? keys.length : index;
};
const compare = (a: OrderPart, b: OrderPart): number =>
  place(a) - place(b) || (place(a) === keys.length ? alphabetical(a.name, b.name) : 0);

export const ServiceKeyOrder: Rule<ComposeModel> = {
  code: "ServiceKeyOrder",
  aliases: ["service-keys-order"],
  severity: "off",
  summary: "Keys in one order make services easy to compare: image or build first.",
  check({ document }, report) {
    for (const tree of document.documents)
      for (const { value } of entriesAt(tree, "services")) {
        const parts = partsOf(value, document.source);
        const index = firstMisplaced(parts, compare);
        const part = index === undefined ? undefined : parts[index];
        if (part)
          report(part.keySpan, t('"{0}" comes earlier in the usual order of keys.', part.name), {
            fixes: () => sortFix(document.source, parts, compare, sortTitle()),
          });
      }
  },
};
