// EXPOSE with an address or a port of the host.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const ExposeInvalidFormat: Rule<DockerfileDocument> = {
  code: "ExposeInvalidFormat",
  aliases: [],
  severity: "warning",
  summary: "EXPOSE takes container ports only; addresses and host ports belong to docker run -p.",
  scope: { each: ["EXPOSE"] },
  check(document, report) {
    for (const { words } of document.byKeyword("EXPOSE"))
      for (const word of words) {
        const port = word.text.replace(/\$\{[^}]*\}/g, (use) => "x".repeat(use.length));
        const colon = port.lastIndexOf(":");
        // Colons with nothing before them say nothing.
        if (colon < 0 || /^:*$/.test(port.slice(0, colon))) continue;
        const newText = word.text.slice(colon + 1);
        report(word, t("EXPOSE takes the container's port only: {0}.", newText), {
          fixes: () => [
            {
              title: t("Change to {0}", newText),
              safe: true,
              edits: [{ start: word.start, end: word.end, newText }],
            },
          ],
        });
      }
  },
};
