import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { isRefusal, parsePort } from "../formats.ts";
import { exposedPorts } from "../project/build-facts.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, servicesOf } from "../project/services.ts";
import { at, itemsAt, type Node, scalarAt } from "../yaml/tree.ts";

export const PortNotExposed: Rule<ComposeModel> = {
  code: "PortNotExposed",
  aliases: [],
  severity: "off",
  summary: "The container port of a mapping should be one that the image exposes.",
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const exposed = at(node, "ports") && exposedPorts(node, model.project, host);
      if (!exposed || exposed.size === 0) continue;
      const items = itemsAt(node, "ports").filter(({ source }) => source === model.source);
      for (const item of items) {
        const target = targetOf(item);
        if (target !== undefined && !exposed.has(target))
          report(
            item,
            t(
              "The image does not say that it listens on {0}; it exposes {1}.",
              target,
              [...exposed].join(", "),
            ),
          );
      }
    }
  },
};

function targetOf(item: Node): string | undefined {
  if (item.kind === "map") return certain(scalarAt(item, "target"))?.text;
  const text = certain(item)?.text;
  const port = text === undefined ? undefined : parsePort(text);
  if (!port || isRefusal(port) || port.target.from !== port.target.to) return undefined;
  return String(port.target.from);
}
