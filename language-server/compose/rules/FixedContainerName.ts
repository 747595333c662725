import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, servicesOf } from "../project/services.ts";
import { entrySpan } from "../yaml/edits.ts";

export const FixedContainerName: Rule<ComposeModel> = {
  code: "FixedContainerName",
  aliases: [],
  severity: "hint",
  summary: "A service with its own container name cannot be scaled, nor run twice on one machine.",
  scope: { each: ["services"] },
  check({ source, root }, report) {
    for (const { name, node } of servicesOf({ root })) {
      const entry = node.entries.get("container_name");
      const given = certain(entry?.value);
      if (!entry || !given || given.text === "" || entry.source !== source) continue;
      report(
        entry.keySpan,
        t('With "container_name" only one container of "{0}" can run on a machine.', name),
        {
          fixes: () => [
            {
              title: t('Remove "{0}"', "container_name"),
              edits: [{ ...entrySpan(entry), newText: "" }],
            },
          ],
        },
      );
    }
  },
};
