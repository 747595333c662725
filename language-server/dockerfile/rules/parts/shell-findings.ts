// Of all that ShellCheck finds in a RUN, hadolint reports the last finding only. The others are
// worth knowing, too, but bear no name that hadolint would give.
import type { Finding } from "../../../lint/rule.ts";
import type { DockerfileDocument } from "../../model/document.ts";

const isShellChecks = ({ code }: Finding) => code.startsWith("SC") && /^SC\d{4}$/.test(code);
const ranks = { error: 0, warning: 1, info: 2, hint: 3 } as const;

/** The findings, of which one in a RUN is shown under ShellCheck's number. */
export function asHadolintNames(
  document: DockerfileDocument,
  findings: readonly Finding[],
): readonly Finding[] {
  const last = new Map<number, Finding>();
  for (const finding of findings.filter(isShellChecks)) {
    const run = document.instructionAt(finding.start)?.index ?? -1;
    const before = last.get(run);
    if (!before || order(before, finding) <= 0) last.set(run, finding);
  }
  if (last.size === 0) return findings;
  const named = new Set(last.values());
  return findings.map((finding) =>
    isShellChecks(finding) && !named.has(finding) ? { ...finding, shownAs: "ShellCheck" } : finding,
  );
}

/** ShellCheck's own order: by place, then severity, then number. */
function order(one: Finding, other: Finding): number {
  return (
    one.start - other.start ||
    one.end - other.end ||
    ranks[one.severity] - ranks[other.severity] ||
    one.code.localeCompare(other.code)
  );
}
