// Finds variables that the shell splits into words.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { RunCommand, RunScript } from "../model/run-commands.ts";
import type { Expansion, Word } from "../shell/syntax.ts";
import { insertion } from "./parts/edits.ts";
import { assignedIn, declaredBefore, declaring, scriptsToCheck } from "./parts/shell-rules.ts";

const numbers = /^(?:[?#$!-]|RANDOM|SECONDS|LINENO|UID|EUID|PPID)$/;

export const SC2086: Rule<DockerfileDocument> = {
  code: "SC2086",
  aliases: [],
  severity: "info",
  summary:
    "Without quotes, the shell splits the value into words and expands patterns in it to file names.",
  scope: { each: ["RUN"], stage: ["ENV", "ARG"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context))
      if (run.script.text.includes("$"))
        for (const expansion of unsafe(document, run))
          report(
            run.span(expansion),
            t(
              "Without quotes, the shell splits the value into words and expands patterns in it to file names.",
            ),
            { fixes: () => [quoting(run, expansion)] },
          );
  },
};

function unsafe(document: DockerfileDocument, run: RunScript): readonly Expansion[] {
  const known = declaredBefore(document, run.instruction);
  const assigned = assignedIn(run);
  const isSafe = (name: string) => {
    const values = assigned.get(name);
    return values ? values.length > 0 && values.every(isOneWord) : known.has(name);
  };
  return run.commands
    .flatMap(splitWords)
    .flatMap(({ expansions }) => expansions)
    .filter(
      (expansion) => !expansion.quoted && mayBeSplit(run, expansion) && !isSafe(expansion.name),
    );
}

/** Words in which an expansion is split; not those of `[[ ]]`, assignments and declarations. */
function splitWords({ name, args, redirections }: RunCommand): readonly Word[] {
  if (name === "[[") return [];
  const targets = redirections.flatMap(({ target, operator }) =>
    target && !operator.startsWith("<<") ? [target] : [],
  );
  const words = declaring.has(name) ? args.filter(({ text }) => !text.includes("=")) : args;
  return [...words, ...targets];
}

function mayBeSplit({ script }: RunScript, { kind, name, start, end }: Expansion): boolean {
  if (kind !== "variable" || numbers.test(name) || name === "" || name === "@") return false;
  return !/^\$\{(?:#|\w+(?::?\+)["'])/.test(script.text.slice(start, end));
}

/** A literal value without blanks or patterns. */
function isOneWord({ text, expansions }: Word): boolean {
  const value = text.slice(text.indexOf("=") + 1);
  return (
    (expansions.length === 0 && value !== "" && !/[\s*?[\\]/.test(value)) ||
    (expansions.length === 1 && expansions[0]?.kind === "arithmetic")
  );
}

function quoting(run: RunScript, expansion: Expansion): Fix {
  const { start, end } = run.span(expansion);
  return { title: t("Put it in quotes"), edits: [insertion(start, '"'), insertion(end, '"')] };
}
