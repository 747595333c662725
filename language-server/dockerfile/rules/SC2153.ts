// Finds variables in capitals that nothing sets, but whose name is nearly that of a known one.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { RunScript } from "../model/run-commands.ts";
import type { Expansion } from "../shell/syntax.ts";
import { replacement } from "./parts/edits.ts";
import { assignedIn, declaredBefore, misspelt, scriptsToCheck } from "./parts/shell-rules.ts";

const predefined = ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY"];

export const SC2153: Rule<DockerfileDocument> = {
  code: "SC2153",
  aliases: [],
  severity: "info",
  summary: "Nothing sets this variable, but one with a very similar name is set.",
  scope: { each: ["RUN"], stage: ["ENV", "ARG"] },
  check(document, report, context) {
    for (const run of scriptsToCheck(document, context)) {
      const unknown = run.script.text.includes("$") ? capitals(run) : [];
      if (unknown.length === 0) continue;
      const names = [
        ...declaredBefore(document, run.instruction),
        ...assignedIn(run).keys(),
        ...predefined,
      ];
      for (const { name, ...place } of unknown) {
        const near = names.includes(name) ? undefined : misspelt(name, names);
        if (near === undefined) continue;
        const span = run.span({ start: place.start + 1, end: place.start + 1 + name.length });
        report(span, t("Nothing sets {0}; {1} is set.", name, near), {
          fixes: () =>
            document.slice(span) === name ? [replacement(t("Use {0}", near), span, near)] : [],
        });
      }
    }
  },
};

function capitals({ commands }: RunScript): readonly Expansion[] {
  return commands
    .flatMap(({ args, assignments }) => [...args, ...assignments])
    .flatMap(({ expansions }) => expansions)
    .filter(({ kind, name }) => kind === "variable" && /^[A-Z]/.test(name));
}
