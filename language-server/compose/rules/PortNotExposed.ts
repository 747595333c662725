import { t } from "../../l10n.ts";
import { isRefusal, parsePort } from "../formats.ts";
import { exposedPorts, exposedText } from "../project/build-facts.ts";
import { certain, servicesOf } from "../project/services.ts";
import { at, itemsAt, type Node, scalarAt } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";

export const PortNotExposed: ComposeRule = {
  code: "PortNotExposed",
  aliases: [],
  severity: "off",
  summary: "The container port of a mapping should be one that the image exposes.",
  scope: { each: ["services"] },
  outside: ({ value }, { project }, { host }) => exposedText(value, project, host),
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
