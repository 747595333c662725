// Finds patterns whose matches may look like options.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { insertion } from "./parts/edits.ts";
import { scriptsToCheck } from "./parts/shell-rules.ts";

const printing = new Set([
  "echo",
  "printf",
  "[[",
  "[",
  "test",
  "find",
  "expr",
  "tar",
  "zip",
  "unzip",
]);

export const SC2035: Rule<DockerfileDocument> = {
  code: "SC2035",
  aliases: [],
  severity: "info",
  summary:
    "A file name that begins with a dash would be read as an option here; write ./ before the pattern.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context))
      for (const command of run.commands) {
        if (printing.has(command.name) || command.name === "") continue;
        if (command.args.some(({ text }) => text === "--")) continue;
        const word = command.args.find(({ start }) => /[*?]/.test(run.script.text.charAt(start)));
        if (!word) continue;
        const { start } = run.span(word);
        report(
          run.span(word),
          t(
            "A file name that begins with a dash would be read as an option here; write ./ before the pattern.",
          ),
          {
            fixes: () => [
              { title: t("Write ./ before it"), edits: [insertion(start, "./")], safe: true },
            ],
          },
        );
      }
  },
};
