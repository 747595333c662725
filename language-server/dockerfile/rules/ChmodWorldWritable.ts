// Files that everybody may write.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";
import type { Word } from "../shell/syntax.ts";

const EVERYBODY = /^0?[0-7]?[0-7]{2}[2367]$|^(?:a|o|ugo|go)\+\w*w\w*$/;
/** With the sticky bit, as /tmp has it, nobody can take away the files of others. */
const STICKY = /^0?[1357][0-7]{3}$/;

export const ChmodWorldWritable: Rule<DockerfileDocument> = {
  code: "ChmodWorldWritable",
  aliases: [],
  severity: "info",
  summary:
    "Everyone in the container may change these files; give them to the user who needs them.",
  scope: { each: ["RUN", "COPY", "ADD"] },
  check(document, report) {
    for (const command of commandsOf(document, "chmod")) {
      const [mode, ...paths] = operands(command);
      if (mode && isOpen(mode.text) && !paths.some(isPassing))
        tell(mode.text, command.run.span(mode));
    }
    for (const keyword of ["COPY", "ADD"])
      for (const copy of document.byKeyword(keyword)) {
        const mode = copy.flag("chmod");
        if (mode?.valueSpan && isOpen(mode.value ?? "")) tell(mode.value ?? "", mode.valueSpan);
      }
    function tell(mode: string, span: Span): void {
      const less = mode.replace(/\d{2}$/, (end) =>
        end.replace(/[2367]/g, (digit) => String(Number(digit) - 2)),
      );
      report(
        span,
        t(
          "Everyone in the container may change these files; give them to the user who needs them.",
        ),
        {
          fixes: () =>
            less === mode
              ? []
              : [{ title: t("Change to {0}", less), edits: [{ ...span, newText: less }] }],
        },
      );
    }
  },
};

/** A folder that the RUN itself makes and removes, and those that are everybody's anyway. */
function isPassing({ text }: Word): boolean {
  return /te?mp/i.test(text);
}

function isOpen(mode: string): boolean {
  return EVERYBODY.test(mode) && !STICKY.test(mode);
}
