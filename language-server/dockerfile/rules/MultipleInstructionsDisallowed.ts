// CMD, ENTRYPOINT and HEALTHCHECK that a later one replaces.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";

const NUMBERS: Readonly<Record<string, string>> = {
  CMD: "DL4003",
  ENTRYPOINT: "DL4004",
  HEALTHCHECK: "DL3012",
};

export const MultipleInstructionsDisallowed: Rule<DockerfileDocument> = {
  code: "MultipleInstructionsDisallowed",
  aliases: ["DL3012", "DL4003", "DL4004"],
  severity: "warning",
  summary: "Of several CMD, ENTRYPOINT or HEALTHCHECK in a stage, only the last one counts.",
  tags: ["unnecessary"],
  check(document, report) {
    for (const [keyword, number] of Object.entries(NUMBERS)) {
      const all = document.byKeyword(keyword);
      for (const [index, instruction] of all.entries()) {
        const next = all[index + 1];
        if (!next || document.stageOf(next) !== document.stageOf(instruction)) continue;
        const { span } = instruction;
        report(span, t("A later {0} of the stage replaces this one.", keyword), {
          aliases: [number],
          related: [{ span: next.keywordSpan, message: t("Only this one counts.") }],
          fixes: () => [
            {
              title: t("Remove this {0}", keyword),
              safe: true,
              edits: [{ start: span.start, end: lineEnd(document.text, span.end), newText: "" }],
            },
          ],
        });
      }
    }
  },
};

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed < 0 ? text.length : feed + 1;
}
