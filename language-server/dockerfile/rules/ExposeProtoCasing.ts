// Protocols of EXPOSE in capital letters.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const ExposeProtoCasing: Rule<DockerfileDocument> = {
  code: "ExposeProtoCasing",
  aliases: [],
  severity: "warning",
  summary: "Write the protocol of EXPOSE in lower case.",
  scope: { each: ["EXPOSE"] },
  check(document, report) {
    for (const { words } of document.byKeyword("EXPOSE"))
      for (const word of words) {
        const lower = word.text.replace(/\/[A-Za-z]+$/, (protocol) => protocol.toLowerCase());
        if (lower === word.text) continue;
        report(word, t("Write the protocol in lower case."), {
          fixes: () => [
            {
              title: t("Change to {0}", lower),
              safe: true,
              edits: [{ start: word.start, end: word.end, newText: lower }],
            },
          ],
        });
      }
  },
};
