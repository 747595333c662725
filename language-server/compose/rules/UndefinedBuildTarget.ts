import { t } from "../../l10n.ts";
import { buildOf, isNamed } from "../project/build-facts.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { nearest } from "../schema/nearest.ts";
import { at } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";

export const UndefinedBuildTarget: ComposeRule = {
  code: "UndefinedBuildTarget",
  aliases: [],
  severity: "warning",
  summary: "The target of a build must be a stage of its Dockerfile.",
  scope: { each: ["services"] },
  outside: ({ value }, { project }, { host }) => buildOf(value, project, host)?.document,
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const target = certain(at(node, "build", "target"));
      if (!target || target.text === "" || target.source !== model.source) continue;
      const stages = buildOf(node, model.project, host)?.document?.stages ?? [];
      if (
        stages.length === 0 ||
        stages.some(({ name, index }) => isNamed(target.text, name?.text, index))
      )
        continue;
      const names = stages.flatMap(({ name }) => (name ? [name.text] : []));
      const message =
        names.length > 0
          ? t('The Dockerfile has no stage "{0}"; there are: {1}.', target.text, names.join(", "))
          : t('The Dockerfile has no stage "{0}": none of its stages has a name.', target.text);
      report(target, message, {
        fixes: () =>
          [...new Set([...nearest(target.text, names), ...names])].slice(0, 3).map((name) => ({
            title: t('Change "{0}" to "{1}"', target.text, name),
            edits: [{ start: target.start, end: target.end, newText: requoted(target, name) }],
          })),
      });
    }
  },
};
