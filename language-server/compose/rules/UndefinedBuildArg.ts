import { t } from "../../l10n.ts";
import { buildOf, declaredArgs } from "../project/build-facts.ts";
import { keyed } from "../project/merge.ts";
import { servicesOf } from "../project/services.ts";
import { nearest } from "../schema/nearest.ts";
import { entrySpan, itemSpan } from "../yaml/edits.ts";
import { at, entriesAt } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";

export const UndefinedBuildArg: ComposeRule = {
  code: "UndefinedBuildArg",
  aliases: [],
  severity: "warning",
  summary: "A build argument has no effect unless the Dockerfile declares it with ARG.",
  scope: { each: ["services"] },
  outside: ({ value }, { project }, { host }) => buildOf(value, project, host)?.document,
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const args = at(node, "build", "args");
      const document = args && buildOf(node, model.project, host)?.document;
      if (!document || document.stages.length === 0) continue;
      const declared = declaredArgs(document);
      for (const entry of entriesAt(keyed(args))) {
        const { key, keySpan, source } = entry;
        if (source !== model.source || declared.has(key) || key.startsWith("BUILDKIT_")) continue;
        const span = { start: keySpan.start, end: keySpan.end };
        report(span, t('The Dockerfile declares no ARG "{0}", so it is not used.', key), {
          fixes: () => {
            const raw = source.text.slice(span.start, span.end);
            const start = span.start + Math.max(raw.indexOf(key), 0);
            const [near] = nearest(key, declared);
            const whole = args.kind === "list" ? itemSpan(entry.value) : entrySpan(entry);
            const remove = {
              title: t("Remove {0}", key),
              edits: [{ ...whole, newText: "" }],
            };
            if (near === undefined) return [remove];
            const edits = [{ start, end: start + key.length, newText: near }];
            return [{ title: t('Change "{0}" to "{1}"', key, near), edits }, remove];
          },
        });
      }
    }
  },
};
