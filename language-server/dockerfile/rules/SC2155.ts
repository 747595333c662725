// Finds a variable that is declared and given a command's output at once.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { RunCommand } from "../model/run-commands.ts";
import type { Word } from "../shell/syntax.ts";
import { declaring, scriptsToCheck } from "./parts/shell-rules.ts";

export const SC2155: Rule<DockerfileDocument> = {
  code: "SC2155",
  aliases: [],
  severity: "warning",
  summary:
    "Declaring and assigning in one step hides the command's failure; assign first, then declare.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context))
      for (const command of run.commands) {
        if (!declaring.has(command.name)) continue;
        const word = command.args.find(
          ({ text, expansions }) =>
            /^\w+\+?=/.test(text) &&
            expansions.some(({ kind }) => kind === "command" || kind === "backticks"),
        );
        if (!word) continue;
        report(
          run.span(word),
          t(
            "Declaring and assigning in one step hides the command's failure; assign first, then declare.",
          ),
          { fixes: () => separation(document, command, word) },
        );
      }
  },
};

/** `export a=$(b)` becomes `a=$(b) && export a`; the joint is that of the command. */
function separation(document: DockerfileDocument, command: RunCommand, word: Word): Fix[] {
  const { run, name, args, after } = command;
  if (name !== "export" || args.length !== 1) return [];
  const variable = word.text.split("=", 1)[0] ?? "";
  const joint = after === ";" ? "; " : " && ";
  const text = document.slice(run.span(word));
  const newText = `${text}${joint}export ${variable}`;
  return [{ title: t("Assign first, then declare"), edits: [{ ...run.span(command), newText }] }];
}
