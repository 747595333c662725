// DEBIAN_FRONTEND as ENV, which stays in every container.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const FrontendInEnv: Rule<DockerfileDocument> = {
  code: "FrontendInEnv",
  aliases: [],
  severity: "info",
  summary: "DEBIAN_FRONTEND is meant for the build; as ENV it stays in every container.",
  scope: { each: ["ENV"] },
  check(document, report) {
    for (const env of document.byKeyword("ENV"))
      for (const pair of env.pairs) {
        const { key, value } = pair;
        if (key.text !== "DEBIAN_FRONTEND" || !/^["']?noninteractive/i.test(value?.text ?? ""))
          continue;
        const alone = env.pairs.length === 1 && !pair.legacy;
        report(
          key,
          t("DEBIAN_FRONTEND is meant for the build; as ENV it stays in every container."),
          {
            fixes: () =>
              alone
                ? [
                    {
                      title: t("Change to {0}", "ARG"),
                      edits: [{ ...env.keywordSpan, newText: "ARG" }],
                      safe: true,
                    },
                  ]
                : [],
          },
        );
      }
  },
};
