// What ONBUILD holds is read by the builds that use the image: this build refuses little of it.
import type { Finding } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

const always = () => true;

/** What BuildKit reads of a trigger at once. */
const READ_AT_ONCE: Readonly<Record<string, (trigger: Instruction) => boolean>> = {
  InvalidHeredoc: always,
  InvalidTrigger: always,
  LineTooLong: always,
  // It parts names from values, and looks at the names later.
  InvalidKeyValue: ({ pairs }) => pairs.every(({ key }) => key.text !== ""),
};

/** A fault in a trigger is a warning, unless a stage of this file sets it off. */
export function asTriggers(
  document: DockerfileDocument,
  findings: readonly Finding[],
): readonly Finding[] {
  if (document.byKeyword("ONBUILD").length === 0) return findings;
  const parents = new Set(document.stages.map(({ parent }) => parent));
  return findings.map((finding) => {
    if (finding.severity !== "error") return finding;
    const onbuild = document.instructionAt(finding.start);
    const { trigger } = onbuild ?? {};
    if (!onbuild || !trigger || finding.start < trigger.keywordSpan.start) return finding;
    if (READ_AT_ONCE[finding.code]?.(trigger)) return finding;
    return parents.has(document.stageOf(onbuild)) ? finding : { ...finding, severity: "warning" };
  });
}
