// Finds variables in small letters that nothing gives a value.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { RunCommand, RunScript } from "../model/run-commands.ts";
import type { Expansion } from "../shell/syntax.ts";
import { assignedIn, declaredBefore, scriptsToCheck } from "./parts/shell-rules.ts";

export const SC2154: Rule<DockerfileDocument> = {
  code: "SC2154",
  aliases: [],
  severity: "warning",
  summary: "Nothing gives this variable a value.",
  scope: { each: ["RUN"], stage: ["ENV", "ARG"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      if (!run.script.text.includes("$") || run.commands.some(bringsVariables)) continue;
      const known = declaredBefore(document, run.instruction);
      const assigned = assignedIn(run);
      const seen = new Set<string>();
      for (const expansion of variables(run)) {
        const { name } = expansion;
        if (known.has(name) || assigned.has(name) || seen.has(name)) continue;
        if (isGuarded(run, expansion)) continue;
        seen.add(name);
        report(run.span(expansion), t("Nothing gives the variable {0} a value.", expansion.name));
      }
    }
  },
};

function variables({ commands }: RunScript): readonly Expansion[] {
  return commands
    .flatMap(({ args, assignments }) => [...args, ...assignments])
    .flatMap(({ expansions }) => expansions)
    .filter(
      ({ kind, name }) =>
        kind === "variable" && /^_*[a-z][a-z0-9_]*$/.test(name) && !proxies.test(name),
    );
}

const proxies = /^(?:https?|ftp|no|all)_proxy$/;

/** A script that is read in may set anything. */
function bringsVariables({ name }: RunCommand): boolean {
  return ["source", ".", "eval", "mapfile", "readarray", "printf"].includes(name);
}

function isGuarded({ script }: RunScript, { start, end }: Expansion): boolean {
  return /^\$\{\w+:?[-+=?]/.test(script.text.slice(start, end));
}
