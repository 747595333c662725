import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { namesUsed } from "../checks/references.ts";
import type { ComposeModel } from "../project/model.ts";
import { servicesOf } from "../project/services.ts";
import { entrySpan } from "../yaml/edits.ts";
import { type Entry, entriesAt } from "../yaml/tree.ts";

export const UnusedDefinition: Rule<ComposeModel> = {
  code: "UnusedDefinition",
  aliases: [],
  severity: "hint",
  summary: "Compose does not create a volume, network, secret or config that no service uses.",
  tags: ["unnecessary"],
  check(model, report) {
    const services = servicesOf(model);
    // A file without services is a part of something.
    if (services.length === 0 || model.project.incomplete || model.document.broken) return;
    const sections = ["volumes", "networks", "secrets", "configs"] as const;
    const unused = new Map<string, Map<string, Entry>>();
    for (const section of sections)
      unused.set(
        section,
        new Map(entriesAt(model.root, section).map((entry) => [entry.key, entry])),
      );
    unused.get("networks")?.delete("default");
    for (const service of services)
      for (const { section, name } of namesUsed(service)) unused.get(section)?.delete(name);
    for (const section of sections)
      for (const entry of unused.get(section)?.values() ?? []) {
        const { key, keySpan, source } = entry;
        if (source !== model.source) continue;
        report(keySpan, t('No service uses "{0}".', key), {
          fixes: () => [
            { title: t("Remove {0}", key), edits: [{ ...entrySpan(entry), newText: "" }] },
          ],
        });
      }
  },
};
