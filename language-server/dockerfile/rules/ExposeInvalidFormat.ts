// EXPOSE with an address or a port of the host.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt } from "../model/scopes.ts";
import { expand } from "../syntax/expand.ts";

export const ExposeInvalidFormat: Rule<DockerfileDocument> = {
  code: "ExposeInvalidFormat",
  aliases: [],
  severity: "warning",
  summary: "EXPOSE takes container ports only; addresses and host ports belong to docker run -p.",
  scope: { each: ["EXPOSE"], stage: ["ENV", "ARG"] },
  check(document, report) {
    for (const expose of document.byKeyword("EXPOSE"))
      for (const word of expose.words) {
        const { value } = expand(word.text, document.escape, lookupAt(document, expose));
        const wrong = value.split(/\s+/).find(hasHost);
        if (wrong === undefined) continue;
        const port = word.text.replace(/\$\{[^}]*\}/g, (use) => "x".repeat(use.length));
        const colon = port.lastIndexOf(":");
        // What a variable holds is mended where it gets it.
        const newText = (colon < 0 ? wrong : word.text).slice(
          (colon < 0 ? wrong.lastIndexOf(":") : colon) + 1,
        );
        report(word, t("EXPOSE takes the container's port only: {0}.", newText), {
          fixes: () =>
            colon < 0
              ? []
              : [
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

/** Something stands before a colon. Colons with nothing before them say nothing. */
function hasHost(port: string): boolean {
  return !/^:*[^:]*$/.test(port);
}
