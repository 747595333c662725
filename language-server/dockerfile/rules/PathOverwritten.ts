// ENV PATH that forgets the old one, so that no program is found any more.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { baseOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const PathOverwritten: Rule<DockerfileDocument> = {
  code: "PathOverwritten",
  aliases: [],
  severity: "warning",
  summary: "Without the old PATH, none of the image's programs is found any more.",
  scope: { each: ["ENV"], stage: ["FROM"] },
  check(document, report) {
    for (const env of document.byKeyword("ENV"))
      for (const { key, value } of env.pairs) {
        if (key.text !== "PATH" || !value || value.text === "") continue;
        // A variable may hold the old one.
        if (value.text.includes("$") || /(?:^|[:"'])\/(?:usr\/)?bin\/?(?:$|[:"'])/.test(value.text))
          continue;
        if (baseOf(document, env)?.family === "empty") continue;
        const quote = /["']$/.exec(value.text)?.[0] ?? "";
        report(value, t("Without the old PATH, none of the image's programs is found any more."), {
          fixes: () =>
            quote === "'"
              ? []
              : [
                  {
                    title: t("Add {0}", ":$PATH"),
                    edits: [
                      {
                        start: value.end - quote.length,
                        end: value.end - quote.length,
                        newText: ":$PATH",
                      },
                    ],
                    safe: true,
                  },
                ],
        });
      }
  },
};
