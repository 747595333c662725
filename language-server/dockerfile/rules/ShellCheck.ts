// Passes on what an installed ShellCheck finds in the scripts of RUN, each at its exact place.
// The own SC rules are silent about scripts that ShellCheck has answered for.
import type { Rule, Severity } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import { runsOf } from "../run-commands.ts";
import { askShellCheck, offsetIn } from "../shell-rules.ts";

const severities: Readonly<Record<string, Severity>> = { info: "info", style: "hint" };

export const ShellCheck: Rule<DockerfileDocument> = {
  code: "ShellCheck",
  aliases: [],
  severity: "warning",
  summary: "An installed ShellCheck finds something in the script of a RUN.",
  check(document, report, { host }) {
    if (!host.shellcheck) return;
    for (const run of runsOf(document))
      for (const finding of askShellCheck(document, run, host) ?? []) {
        const { text } = run.script;
        const start = offsetIn(text, finding.line - 1, finding.column);
        const end = Math.max(start + 1, offsetIn(text, finding.endLine - 1, finding.endColumn));
        if (finding.line > 1)
          report(run.span({ start, end: Math.min(end, text.length) }), finding.message, {
            code: `SC${finding.code}`,
            severity: severities[finding.level] ?? "warning",
          });
      }
  },
};
