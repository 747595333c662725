import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { isRefusal, parseMount } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { entriesAt, itemsAt, type Node, textAt } from "../yaml/tree.ts";

export const DuplicateMountTarget: Rule<ComposeModel> = {
  code: "DuplicateMountTarget",
  aliases: [],
  severity: "warning",
  summary: "Mount only one thing at a path: Compose silently drops the first of two.",
  scope: { each: ["services"] },
  check({ source, root }, report) {
    for (const { value: service } of entriesAt(root, "services")) {
      const seen = new Set<string>();
      for (const node of itemsAt(service, "volumes")) {
        const target = targetOf(node);
        if (target === undefined || node.source !== source) continue;
        if (seen.has(target))
          report(node, t("{0} is mounted twice; Compose drops the earlier mount.", target));
        seen.add(target);
      }
    }
  },
};

function targetOf(node: Node): string | undefined {
  if (node.kind === "map") return textAt(node, "target");
  if (node.kind !== "scalar" || node.uncertain) return undefined;
  const mount = parseMount(node.text);
  return isRefusal(mount) ? undefined : mount.target;
}
