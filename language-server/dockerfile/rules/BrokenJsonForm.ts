// What looks like the JSON form and is none: BuildKit runs it in a shell without a word.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { lineAbove } from "../whole-lines.ts";
import { alsoInShellForm } from "./JSONArgsRecommended.ts";

const TYPOGRAPHIC = /[\u2018\u2019\u201c\u201d]/;
/** Told by SingleQuotesInJson. */
const SINGLE = /^\[\s*'[^'"\\]*'(?:\s*,\s*'[^'"\\]*')*\s*\]$/;
const REMARK = /^(\[[^#]*\])\s*(#.*)$/;

export const BrokenJsonForm: Rule<DockerfileDocument> = {
  code: "BrokenJsonForm",
  aliases: [],
  severity: "warning",
  summary: "This looks like the JSON form but is not valid JSON, so it runs in a shell.",
  scope: { each: ["CMD", "ENTRYPOINT", "RUN", "VOLUME", "COPY", "ADD"] },
  check(document, report) {
    for (const keyword of ["CMD", "ENTRYPOINT", "RUN", "VOLUME", "COPY", "ADD"])
      for (const instruction of document.byKeyword(keyword)) {
        const { argumentText, argumentSpan } = instruction;
        if (!argumentText.startsWith("[") || instruction.jsonForm.kind !== "none") continue;
        if (!looksLikeJson(argumentText, keyword)) continue;
        report(
          argumentSpan,
          t("This looks like the JSON form but is not valid JSON, so it runs in a shell."),
          {
            ...alsoInShellForm(document, instruction),
            fixes: () => repaired(document, instruction),
          },
        );
      }
  },
};

/** `[` is a program, too, and a pattern of file names. */
function looksLikeJson(text: string, keyword: string): boolean {
  if (TYPOGRAPHIC.test(text) || SINGLE.test(text)) return false;
  const list = REMARK.exec(text)?.[1] ?? text;
  if (!list.endsWith("]") || (/\s\]\]?$/.test(list) && !list.includes(","))) return false;
  if (/^\[\[?\s/.test(list) && !list.includes(",")) return false;
  return /^(?:RUN|COPY|ADD)$/.test(keyword) ? /^\[\s*["']/.test(list) : true;
}

function repaired(document: DockerfileDocument, instruction: Instruction): readonly Fix[] {
  const { cooked, argumentText, argumentSpan } = instruction;
  if (!cooked.single || /\\["']/.test(argumentText)) return [];
  const [, list = argumentText, remark] = REMARK.exec(argumentText) ?? [];
  const words = list.slice(1, -1).match(/"[^"]*"|'[^']*'|[^\s,"']+/g) ?? [];
  // A comma in a bare word, or a quote that does not end, is not guessed at.
  const rest = words.reduce((text, word) => text.replace(word, ""), list.slice(1, -1));
  if (words.length === 0 || /[^\s,]/.test(rest)) return [];
  const bare = words.map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
  const newText = `[${bare.map((word) => JSON.stringify(word.replace(/\\\\/g, "\\"))).join(", ")}]`;
  const edit = { ...argumentSpan, newText };
  const edits = remark ? [lineAbove(document, instruction, remark), edit] : [edit];
  return [{ title: t("Write as JSON"), edits }];
}
