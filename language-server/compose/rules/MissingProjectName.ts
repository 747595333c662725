import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { at } from "../yaml/tree.ts";

export const MissingProjectName: Rule<ComposeModel> = {
  code: "MissingProjectName",
  aliases: ["require-project-name-field"],
  severity: "off",
  summary: "A name keeps the project's volumes and networks when its folder is renamed.",
  check({ document, root, project }, report) {
    const [first] = document.documents;
    if (!first || at(root, "name") || !at(first, "services") || first.kind !== "map") return;
    const [entry] = first.entries.values();
    const where = entry ? entry.keySpan : { start: 0, end: 1 };
    report(where, t('The project has no "name"; it takes the name of its folder.'), {
      fixes: () => [
        {
          title: t('Add "{0}"', "name"),
          edits: [{ start: where.start, end: where.start, newText: `name: ${project.name}\n` }],
          safe: true,
        },
      ],
    });
  },
};
