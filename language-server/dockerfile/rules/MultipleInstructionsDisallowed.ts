// CMD, ENTRYPOINT and HEALTHCHECK that a later one replaces.
import { t } from "../../l10n.ts";
import type { Fix, Report, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** hadolint's numbers. It counts the later ones, not those that they replace. */
const numbers = { CMD: "DL4003", ENTRYPOINT: "DL4004", HEALTHCHECK: "DL3012" } as const;

export const MultipleInstructionsDisallowed: Rule<DockerfileDocument> = {
  code: "MultipleInstructionsDisallowed",
  aliases: ["DL3012", "DL4003", "DL4004"],
  severity: "warning",
  summary:
    "If a stage has several CMD, ENTRYPOINT or HEALTHCHECK instructions, only the last one takes effect.",
  tags: ["unnecessary"],
  scope: { stage: ["CMD", "ENTRYPOINT", "HEALTHCHECK"] },
  check(document, report) {
    for (const [keyword, number] of Object.entries(numbers))
      for (const { instruction, before, after } of neighbours(document, keyword))
        if (after)
          report(instruction.span, t("A later {0} of the stage replaces this one.", keyword), {
            aliases: before ? [number] : [],
            related: [{ span: after.keywordSpan, message: t("Only this one takes effect.") }],
            fixes: () => [removal(document.text, instruction)],
          });
  },
};

/** The last one of several, whose forerunners have no effect: what only hadolint marks. */
export function reportLast(
  document: DockerfileDocument,
  report: Report,
  keyword: keyof typeof numbers,
): void {
  for (const { instruction, before, after } of neighbours(document, keyword))
    if (before && !after)
      report(
        instruction.keywordSpan,
        t("This {0} replaces an earlier one of the same stage.", keyword),
        {
          related: [{ span: before.keywordSpan, message: t("This one has no effect.") }],
          fixes: () => [removal(document.text, before)],
        },
      );
}

/** The instructions of a keyword with those before and after them in the same stage. */
function neighbours(document: DockerfileDocument, keyword: string) {
  const all = document.byKeyword(keyword);
  return all.map((instruction, index) => {
    const stage = document.stageOf(instruction);
    const inStage = (other: Instruction | undefined) =>
      other && document.stageOf(other) === stage ? other : undefined;
    return { instruction, before: inStage(all[index - 1]), after: inStage(all[index + 1]) };
  });
}

function removal(text: string, { keyword, span }: Instruction): Fix {
  const feed = text.indexOf("\n", span.end);
  return {
    title: t("Remove this {0}", keyword),
    safe: true,
    edits: [{ start: span.start, end: feed < 0 ? text.length : feed + 1, newText: "" }],
  };
}
