import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { namesUsed } from "../checks/references.ts";
import type { ComposeModel } from "../project/model.ts";
import { servicesOf } from "../project/services.ts";
import { entrySpan } from "../yaml/edits.ts";
import { entriesAt } from "../yaml/tree.ts";

export const UnusedDefinition: Rule<ComposeModel> = {
  code: "UnusedDefinition",
  aliases: [],
  severity: "hint",
  summary: "Compose makes no volume, network, secret or config that no service uses.",
  tags: ["unnecessary"],
  check(model, report) {
    const services = servicesOf(model);
    // A file without services is a part of something.
    if (services.length === 0 || model.project.incomplete || model.document.broken) return;
    const used = new Set(
      services.flatMap(({ node }) => [
        ...namesUsed(node).map(({ section, name }) => `${section} ${name}`),
      ]),
    );
    for (const section of ["volumes", "networks", "secrets", "configs"])
      for (const entry of entriesAt(model.root, section)) {
        const { key, keySpan, source } = entry;
        if (source !== model.document || used.has(`${section} ${key}`)) continue;
        if (section === "networks" && key === "default") continue;
        report(keySpan, t('No service uses "{0}".', key), {
          fixes: () => [
            { title: t("Remove {0}", key), edits: [{ ...entrySpan(entry), newText: "" }] },
          ],
        });
      }
  },
};
