// What ONBUILD holds is read by the builds that use the image: this build refuses little of it.
import type { Finding } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

/** What BuildKit reads of a trigger at once. */
const READ_AT_ONCE: ReadonlySet<string> = new Set([
  ...["InvalidHeredoc", "InvalidKeyValue", "InvalidTrigger", "LineTooLong"],
]);

/** A fault in a trigger is a warning, unless a stage of this file sets it off. */
export function asTriggers(
  document: DockerfileDocument,
  findings: readonly Finding[],
): readonly Finding[] {
  if (document.byKeyword("ONBUILD").length === 0) return findings;
  const parents = new Set(document.stages.map(({ parent }) => parent));
  return findings.map((finding) => {
    if (finding.severity !== "error" || READ_AT_ONCE.has(finding.code)) return finding;
    const onbuild = document.instructionAt(finding.start);
    const { trigger } = onbuild ?? {};
    if (!onbuild || !trigger || finding.start < trigger.keywordSpan.start) return finding;
    return parents.has(document.stageOf(onbuild)) ? finding : { ...finding, severity: "warning" };
  });
}
