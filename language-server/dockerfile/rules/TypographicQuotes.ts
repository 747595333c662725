// Curly quotes, as word processors and web pages make them.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { instructionTable } from "../syntax/instructions.ts";
import { alsoInShellForm } from "./JSONArgsRecommended.ts";

const QUOTES = /[\u2018\u2019\u201c\u201d]/;
const STRAIGHT = /"[^"]*"|'[^']*'/g;
const ASTRAY = /[\u201c\u201d]|(?:^|[\s=[,])\u2018/;

export const TypographicQuotes: Rule<DockerfileDocument> = {
  code: "TypographicQuotes",
  aliases: [],
  severity: "warning",
  summary: "Typographic quotes are no quotes to Docker; write straight ones.",
  scope: { each: ["*"], reads: ["SHELL"] },
  check(document, report) {
    if (!QUOTES.test(document.text)) return;
    for (const instruction of document.instructions) {
      const { argumentText, argumentSpan, cooked, keyword } = instruction;
      if (!instructionTable[keyword]) continue;
      // Between straight quotes, or as an apostrophe, they are meant.
      if (!cooked.single || !ASTRAY.test(argumentText.replace(STRAIGHT, ""))) continue;
      const newText = argumentText
        .replace(/[\u201c\u201d]/g, '"')
        .replace(/[\u2018\u2019]/g, argumentText.startsWith("[") ? '"' : "'");
      report(argumentSpan, t("These quotes are typographic; Docker wants straight ones."), {
        ...alsoInShellForm(document, instruction),
        fixes: () => [
          { title: t("Write straight quotes"), safe: true, edits: [{ ...argumentSpan, newText }] },
        ],
      });
    }
  },
};
