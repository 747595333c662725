import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { entrySpan } from "../edits.ts";
import type { ComposeModel } from "../model.ts";
import { servicesOf } from "../services.ts";
import { at } from "../tree.ts";

export const BuildAndImage: Rule<ComposeModel> = {
  code: "BuildAndImage",
  aliases: ["no-build-and-image"],
  severity: "off",
  summary: "With build and image together the built image takes the name of the other.",
  check(model, report) {
    for (const { node } of servicesOf(model)) {
      const entry = node.entries.get("image");
      if (!entry || !at(node, "build") || entry.source !== model.document) continue;
      report(entry.keySpan, t('"image" beside "build" only names what is built.'), {
        fixes: () => [
          { title: t("Remove {0}", "image"), edits: [{ ...entrySpan(entry), newText: "" }] },
        ],
      });
    }
  },
};
