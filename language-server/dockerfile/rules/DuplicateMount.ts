// Mounts of one RUN that cover each other, and options given twice.
import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type MountField, parseMount } from "../syntax/mount.ts";

export const DuplicateMount: Rule<DockerfileDocument> = {
  code: "DuplicateMount",
  aliases: [],
  severity: "warning",
  summary: "When two mounts share a target or an option has two values, only the last one counts.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const run of document.byKeywordDeep("RUN")) {
      const targets = new Set<string>();
      for (const flag of run.flags)
        if (flag.name === "mount") checkMount(parseMount(run, flag), targets, report);
    }
  },
};

function checkMount(fields: readonly MountField[], targets: Set<string>, report: Report): void {
  const keys = new Set<string>();
  for (const { key, value, keySpan, valueSpan } of fields) {
    if (keys.has(key)) report(keySpan, t("{0} is given twice; only the last one counts.", key));
    keys.add(key);
    const target = key === "target" ? value?.replace(/\/+$/, "") : undefined;
    if (!target || !valueSpan) continue;
    if (targets.has(target))
      report(
        valueSpan,
        t("Another mount of this RUN has the same target; only the last one counts."),
      );
    targets.add(target);
  }
}
