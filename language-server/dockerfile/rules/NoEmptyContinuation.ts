// Blank lines inside a continued instruction.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const NoEmptyContinuation: Rule<DockerfileDocument> = {
  code: "NoEmptyContinuation",
  aliases: [],
  severity: "warning",
  summary:
    "A blank line inside a continued instruction will be an error in a future version of Docker.",
  scope: { each: ["*"] },
  check({ instructions, text }, report) {
    for (const { blankLines, lastLine } of instructions) {
      if (blankLines.length === 0) continue;
      // BuildKit marks the line that ends the instruction.
      report(content(text, lastLine), t("There is a blank line inside a continued instruction."), {
        related: blankLines.map((span) => ({ span, message: t("This line is blank.") })),
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

/** A line without the blanks before it. */
function content(text: string, { start, end }: Span): Span {
  const line = text.slice(start, end);
  return { start: start + line.length - line.trimStart().length, end };
}
