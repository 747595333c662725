// Passes on what an installed ShellCheck finds in the scripts of RUN, each at its exact place.
// The own SC rules are silent about scripts that ShellCheck has answered for.
import type { Rule, Severity } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { askShellCheck, offsetIn, posixScripts } from "./parts/shell-rules.ts";

const unreadable = 1072;
const companions: ReadonlySet<number> = new Set([1009, 1073]);
const severities: Readonly<Record<string, Severity>> = { info: "info", style: "hint" };

export const ShellCheck: Rule<DockerfileDocument> = {
  code: "ShellCheck",
  aliases: [],
  severity: "warning",
  summary: "The installed ShellCheck reports something in the script of a RUN.",
  scope: { each: ["RUN"], stage: ["ENV", "ARG"] },
  check(document, report, { host }) {
    if (!host.shellcheck?.available) return;
    for (const run of document.deriveHere(posixScripts)) {
      const findings = askShellCheck(document, run, host) ?? [];
      const refused = findings.some(({ code }) => code === unreadable);
      for (const finding of findings) {
        // The first line is ours; and the companions of a syntax error say nothing by themselves.
        if (finding.line === 1 || (refused && companions.has(finding.code))) continue;
        const { text } = run.script;
        // Behind the script are the bodies of its heredocs.
        if (finding.line - 1 > text.split("\n").length) continue;
        const start = offsetIn(text, finding.line - 1, finding.column);
        const end = Math.max(start + 1, offsetIn(text, finding.endLine - 1, finding.endColumn));
        report(run.span({ start, end: Math.min(end, text.length) }), finding.message, {
          code: `SC${finding.code}`,
          severity: severities[finding.level] ?? "warning",
        });
      }
    }
  },
};
