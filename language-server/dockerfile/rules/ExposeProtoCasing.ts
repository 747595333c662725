// Protocols of EXPOSE in capital letters.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt } from "../model/scopes.ts";
import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Word } from "../syntax/words.ts";

export const ExposeProtoCasing: Rule<DockerfileDocument> = {
  code: "ExposeProtoCasing",
  aliases: [],
  severity: "warning",
  summary: "Write the protocol of EXPOSE in lower case.",
  scope: { each: ["EXPOSE"], stage: ["ENV", "ARG"] },
  check(document, report) {
    for (const expose of document.byKeyword("EXPOSE"))
      for (const word of expose.words) {
        const lower = word.text.replace(/\/[A-Za-z]+$/, (protocol) => protocol.toLowerCase());
        if (lower === word.text && !isUpper(document, expose, word)) continue;
        report(word, t("Write the protocol in lower case."), {
          // What a variable holds is mended where it gets it.
          fixes: () =>
            lower === word.text
              ? []
              : [
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

/** Whether a port that a variable holds names its protocol in capital letters. */
function isUpper(document: DockerfileDocument, expose: Instruction, { text }: Word): boolean {
  if (!text.includes("$")) return false;
  const { value } = expand(text, document.escape, lookupAt(document, expose));
  return value.split(/\s+/).some((port) => /\/\w*[A-Z]/.test(port));
}
