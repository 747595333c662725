import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { servicesOf } from "../project/services.ts";
import { entrySpan } from "../yaml/edits.ts";
import { at } from "../yaml/tree.ts";

export const BuildAndImage: Rule<ComposeModel> = {
  code: "BuildAndImage",
  aliases: ["no-build-and-image"],
  severity: "off",
  summary: "With both build and image, the built image gets the name that image gives.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { node } of servicesOf(model)) {
      const entry = node.entries.get("image");
      if (!entry || !at(node, "build") || entry.source !== model.source) continue;
      report(entry.keySpan, t('"image" beside "build" only names what is built.'), {
        fixes: () => [
          { title: t("Remove {0}", "image"), edits: [{ ...entrySpan(entry), newText: "" }] },
        ],
      });
    }
  },
};
