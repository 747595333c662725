import { t } from "../../l10n.ts";
import { isRefusal, parsePort } from "../formats.ts";
import { exposedPorts, exposedText } from "../project/build-facts.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { at, itemsAt, type Node } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";

export const SwappedPorts: ComposeRule = {
  code: "SwappedPorts",
  aliases: [],
  severity: "warning",
  summary: "A port mapping is HOST:CONTAINER: the container port, which EXPOSE names, comes last.",
  scope: { each: ["services"] },
  outside: ({ value }, { project }, { host }) => exposedText(value, project, host),
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const exposed = at(node, "ports") && exposedPorts(node, model.project, host);
      if (!exposed || exposed.size === 0) continue;
      const items = itemsAt(node, "ports").filter(({ source }) => source === model.source);
      const pairs = items.flatMap((item) => pairOf(item));
      for (const { item, outer, inner } of pairs) {
        if (exposed.has(inner) || !exposed.has(outer)) continue;
        const message = t(
          "The image listens on {0}, not on {1}: the container port comes after the colon.",
          outer,
          inner,
        );
        report(item, message, {
          fixes: () => {
            const swapped = item.text.replace(`${outer}:${inner}`, `${inner}:${outer}`);
            const edits = [{ start: item.start, end: item.end, newText: requoted(item, swapped) }];
            return [{ title: t("Write {0}", swapped), edits }];
          },
        });
      }
    }
  },
};

/** The two ports of `HOST:CONTAINER`, where they are single and differ. */
function pairOf(node: Node) {
  const item = certain(node);
  if (!item || item.raw) return [];
  const port = parsePort(item.text);
  if (isRefusal(port) || !port.published) return [];
  const { published, target } = port;
  if (published.from !== published.to || target.from !== target.to) return [];
  if (published.from === target.from) return [];
  return [{ item, outer: String(published.from), inner: String(target.from) }];
}
