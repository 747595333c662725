// Finds command substitutions that the shell splits into words.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { RunScript } from "../model/run-commands.ts";
import type { Expansion } from "../shell/syntax.ts";
import { insertion } from "./parts/edits.ts";
import { declaring, scriptsToCheck, splitting } from "./parts/shell-rules.ts";

const meantToSplit = new Set(["seq", "pgrep"]);

export const SC2046: Rule<DockerfileDocument> = {
  code: "SC2046",
  aliases: [],
  severity: "warning",
  summary:
    "Without quotes, the shell splits the command's output into words and expands patterns in it to file names.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      if (!/`|\$\(/.test(run.script.text)) continue;
      for (const { name, args } of run.commands) {
        if (name === "[[") continue;
        const words = declaring.has(name) ? args.filter(({ text }) => !text.includes("=")) : args;
        const found = words
          .flatMap(splitting)
          .find((expansion) => isCommand(expansion) && !splitsOnPurpose(run, expansion));
        if (found)
          report(
            run.span(found),
            t(
              "Without quotes, the shell splits the command's output into words and expands patterns in it to file names.",
            ),
            { fixes: () => [quoting(run, found)] },
          );
      }
    }
  },
};

function isCommand({ kind }: Expansion): boolean {
  return kind === "command" || kind === "backticks";
}

function splitsOnPurpose(run: RunScript, { start, end }: Expansion): boolean {
  return run.commands.some(
    (command) => command.start >= start && command.end <= end && meantToSplit.has(command.name),
  );
}

function quoting(run: RunScript, expansion: Expansion): Fix {
  const { start, end } = run.span(expansion);
  return { title: t("Put it in quotes"), edits: [insertion(start, '"'), insertion(end, '"')] };
}
