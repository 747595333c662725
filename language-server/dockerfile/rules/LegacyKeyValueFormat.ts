// `ENV key value` and `LABEL key value`.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const LegacyKeyValueFormat: Rule<DockerfileDocument> = {
  code: "LegacyKeyValueFormat",
  aliases: [],
  severity: "warning",
  summary: "Write ENV and LABEL as key=value; the form without = is outdated.",
  scope: { each: ["ENV", "LABEL"] },
  check(document, report) {
    for (const keyword of ["ENV", "LABEL"])
      for (const instruction of document.byKeywordDeep(keyword)) {
        const [pair] = instruction.pairs;
        if (!pair?.legacy || !pair.value || instruction.onbuild) continue;
        const { key, value } = pair;
        report(pair, t("Write {0} as key=value.", keyword), {
          // A blank in a quoted key parts it from the value only here.
          fixes: () =>
            /["']/.test(key.text)
              ? []
              : [
                  {
                    title: t("Write as key=value"),
                    safe: true,
                    edits: [
                      {
                        start: key.end,
                        end: value.end,
                        newText: `=${asWord(value.text, instruction.escape)}`,
                      },
                    ],
                  },
                ],
        });
      }
  },
};

/** The same value as one word. Quotes and escapes mean the same in both forms and stay. */
function asWord(value: string, escapeChar: string): string {
  if (!/\s/.test(value)) return value;
  if (!/["'\\`]/.test(value)) return `"${value}"`;
  return value.replace(escapeChar === "`" ? WITH_BACKTICKS : WITH_BACKSLASHES, (piece) =>
    /^\s$/.test(piece) ? `${escapeChar}${piece}` : piece,
  );
}

/** What is quoted or escaped, and blanks. */
const WITH_BACKSLASHES = /"(?:[^"\\]|\\.)*"|'[^']*'|\\.|\s/gs;
const WITH_BACKTICKS = /"(?:[^"`]|`.)*"|'[^']*'|`.|\s/gs;
