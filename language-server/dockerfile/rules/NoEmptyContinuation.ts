// Blank lines inside a continued instruction.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";

export const NoEmptyContinuation: Rule<DockerfileDocument> = {
  code: "NoEmptyContinuation",
  aliases: [],
  severity: "warning",
  summary: "A blank line inside a continued instruction will be an error one day.",
  check({ instructions, text }, report) {
    for (const { blankLines } of instructions) {
      const [first] = blankLines;
      if (!first) continue;
      report(first, t("A blank line stands inside a continued instruction."), {
        fixes: () => [
          {
            title: t("Remove blank lines"),
            safe: true,
            edits: blankLines.map(({ start, end }) => ({
              start,
              end: Math.min(text.startsWith("\r", end) ? end + 2 : end + 1, text.length),
              newText: "",
            })),
          },
        ],
      });
    }
  },
};
