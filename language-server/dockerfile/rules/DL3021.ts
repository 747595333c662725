// Finds COPY of several sources to something that is no folder.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { isVariable } from "../syntax/references.ts";
import { unquote } from "../syntax/words.ts";
import { insertion } from "./parts/edits.ts";

export const DL3021: Rule<DockerfileDocument> = {
  code: "DL3021",
  aliases: [],
  severity: "warning",
  summary: "With several sources, the destination must be a folder and end with /.",
  scope: { each: ["COPY"] },
  check(document, report) {
    for (const { words, json } of document.byKeyword("COPY")) {
      const target = words.at(-1);
      if (words.length < 3 || !target || isVariable(target.text)) continue;
      const quoted = /["']$/.test(target.text) || json !== undefined ? 1 : 0;
      const path = unquote(target.text, "\0");
      if (/[/\\]$/.test(path) || words.some(({ text }) => text.startsWith("<<"))) continue;
      report(target, t("With several sources, the destination must be a folder and end with /."), {
        fixes: () => [
          { title: t("Add /"), edits: [insertion(target.end - quoted, "/")], safe: true },
        ],
      });
    }
  },
};
