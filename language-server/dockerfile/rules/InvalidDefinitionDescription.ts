// Comments above stages and arguments that do not describe them.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidDefinitionDescription: Rule<DockerfileDocument> = {
  code: "InvalidDefinitionDescription",
  aliases: [],
  severity: "warning",
  summary: "A comment above an ARG or a named stage should begin with its name.",
  check(document, report) {
    for (const instruction of document.instructions) {
      const name = nameOf(instruction);
      if (name === undefined) continue;
      const comment = document.commentsAbove(instruction).at(-1);
      if (!comment || /^(?:check|syntax|escape)\s*=/i.test(comment.text)) continue;
      if (comment.text.split(/\s/, 1)[0] === name) continue;
      report(instruction.keywordSpan, t("The comment above should begin with {0}.", name), {
        fixes: () => [
          {
            title: t("Begin the comment with {0}", name),
            edits: [
              { start: comment.start, end: comment.end, newText: `# ${name} ${comment.text}` },
            ],
          },
        ],
      });
    }
    function nameOf(instruction: (typeof document.instructions)[number]): string | undefined {
      if (instruction.keyword === "FROM") return instruction.words[2]?.text;
      if (instruction.keyword !== "ARG") return undefined;
      return instruction.pairs[0]?.key.text;
    }
  },
};
