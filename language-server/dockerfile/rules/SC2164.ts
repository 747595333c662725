// Finds changes of folder whose failure the rest of the script would not notice.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { place, type RunCommand, type RunScript } from "../model/run-commands.ts";
import { insertion } from "./parts/edits.ts";
import { scriptsToCheck } from "./parts/shell-rules.ts";

const changing = new Set(["cd", "pushd", "popd"]);
/** `/`, `.`, `..` and their like are always there. */
const alwaysThere = /^\/*(?:\.\.?\/+)*(?:\.\.?)?$/;

export const SC2164: Rule<DockerfileDocument> = {
  code: "SC2164",
  aliases: [],
  severity: "warning",
  summary: "If cd fails, the rest of the script runs in the wrong folder.",
  scope: { each: ["RUN"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      if (!run.script.commands.some(({ name }) => changing.has(name)) || endsOnFailure(run))
        continue;
      run.commands.forEach((command, index) => {
        if (!isUnchecked(command) || isHarmless(run.commands, index)) return;
        const span = place(command, command);
        report(
          span,
          t("If {0} fails, the commands after it run in the wrong folder.", command.name),
          {
            fixes: () => [
              { title: t("Add || exit 1"), edits: [insertion(span.end, " || exit 1")] },
            ],
          },
        );
      });
    }
  },
};

/** `set -e`, in the script, its first line or the shell that SHELL names. */
function endsOnFailure({ script, shell, heredoc }: RunScript): boolean {
  const firstLine = heredoc ? (/^\s*#!.*/.exec(script.text)?.[0] ?? "") : "";
  return (
    /\s-[^-]*e/.test(firstLine || shell.join(" ")) ||
    script.commands.some(
      ({ name, args }) =>
        name === "set" && args.some(({ text }) => text === "errexit" || /^-[a-zA-Z]*e/.test(text)),
    )
  );
}

function isUnchecked({ name, args, condition, after }: RunCommand): boolean {
  if (!changing.has(name) || condition || (after !== ";" && after !== "")) return false;
  return !(args.length === 1 && alwaysThere.test(args[0]?.text ?? "")) && args[0]?.text !== "-n";
}

/** Whether nothing runs behind it, or what it stands in is asked for its success: `{ cd a; } && b`. */
function isHarmless(commands: readonly RunCommand[], index: number): boolean {
  const { depth, substituted } = commands[index] as RunCommand;
  const rest = commands.slice(index + 1);
  if (rest.length === 0) return true;
  const next = substituted ? undefined : rest.find((other) => other.depth < depth);
  return next?.before === "&&" || next?.before === "||";
}
