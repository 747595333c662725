import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { referencesOf } from "../checks/references.ts";
import { entrySpan } from "../edits.ts";
import type { ComposeModel } from "../model.ts";
import { servicesOf } from "../services.ts";
import { entriesAt } from "../tree.ts";

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
        ...referencesOf(node).map(({ section, name }) => `${section} ${name}`),
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
