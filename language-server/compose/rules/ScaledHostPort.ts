import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { isRefusal, parsePort } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, servicesOf } from "../project/services.ts";
import { at, itemsAt, type Node, textAt } from "../yaml/tree.ts";

export const ScaledHostPort: Rule<ComposeModel> = {
  code: "ScaledHostPort",
  aliases: [],
  severity: "warning",
  summary: "A service that runs several times cannot publish a single host port.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { node } of servicesOf(model)) {
      const count = Number(
        certain(at(node, "scale"))?.text ?? certain(at(node, "deploy", "replicas"))?.text ?? 1,
      );
      if (!(count > 1)) continue;
      for (const item of itemsAt(node, "ports")) {
        const port = item.source === model.source ? publishedAlone(item, count) : undefined;
        if (port !== undefined)
          report(
            item,
            t(
              "{0} containers cannot all publish host port {1}; leave it out, or give a range.",
              count,
              port,
            ),
          );
      }
    }
  },
};

/** The port, if it is fewer than there are containers. */
function publishedAlone(item: Node, count: number): string | undefined {
  if (item.kind === "map") {
    const published = textAt(item, "published");
    return published && /^\d+$/.test(published) && textAt(item, "mode") === "host"
      ? published
      : undefined;
  }
  const port = parsePort(certain(item)?.text ?? "");
  if (isRefusal(port) || !port.published || port.target.from !== port.target.to) return undefined;
  const { from, to } = port.published;
  return to - from + 1 < count ? String(from) : undefined;
}
