// A port that a stage exposes twice.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { sections } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Word } from "../syntax/words.ts";
import { withoutInstruction } from "../whole-lines.ts";
import { deletion } from "./parts/edits.ts";

export const DuplicateExpose: Rule<DockerfileDocument> = {
  code: "DuplicateExpose",
  aliases: [],
  severity: "info",
  summary: "The port is already exposed.",
  tags: ["unnecessary"],
  scope: { stage: ["EXPOSE"] },
  check(document, report) {
    for (const instructions of sections(document)) {
      const seen = new Set<string>();
      for (const expose of instructions) {
        if (expose.keyword !== "EXPOSE") continue;
        for (const word of expose.words) {
          const port = word.text.toLowerCase().replace(/\/tcp$/, "");
          if (seen.has(port))
            report(word, t("Port {0} is already exposed.", word.text), {
              fixes: () => [without(document, expose, word)],
            });
          seen.add(port);
        }
      }
    }
  },
};

function without(document: DockerfileDocument, expose: Instruction, word: Word): Fix {
  const title = t("Remove");
  if (expose.words.length === 1)
    return { title, edits: [withoutInstruction(document, expose)], safe: true };
  return deletion(document, title, word);
}
