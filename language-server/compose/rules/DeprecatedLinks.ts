import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { named } from "../project/merge.ts";
import type { ComposeModel } from "../project/model.ts";
import { servicesOf } from "../project/services.ts";
import { entrySpan } from "../yaml/edits.ts";
import { at, entriesAt, itemsAt, textAt } from "../yaml/tree.ts";

export const DeprecatedLinks: Rule<ComposeModel> = {
  code: "DeprecatedLinks",
  aliases: [],
  severity: "hint",
  summary: "Services on the same network reach each other by name; links are not needed for that.",
  tags: ["deprecated"],
  scope: { each: ["services"] },
  check(model, report) {
    for (const { node } of servicesOf(model)) {
      const entry = node.entries.get("links");
      if (!entry || entry.source !== model.source) continue;
      const links = itemsAt(node, "links").map((item) => textAt(item) ?? "");
      const plain = links.length > 0 && links.every((link) => !link.includes(":"));
      const waits = at(node, "depends_on");
      const known = new Set(waits ? entriesAt(named(waits)).map(({ key }) => key) : []);
      report(entry.keySpan, t('"links" is outdated: services reach each other by their names.'), {
        fixes: () => {
          if (!plain) return [];
          if (links.every((link) => known.has(link)))
            return [
              { title: t("Remove {0}", "links"), edits: [{ ...entrySpan(entry), newText: "" }] },
            ];
          return waits
            ? []
            : [
                {
                  title: t('Change "{0}" to "{1}"', "links", "depends_on"),
                  edits: [{ ...entry.keySpan, newText: "depends_on" }],
                },
              ];
        },
      });
    }
  },
};
