import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { isRefusal, parsePort } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { isEnabled } from "../project/project.ts";
import { serviceFact, servicesOf } from "../project/services.ts";
import { itemsAt, type Node, textAt } from "../yaml/tree.ts";

export const DuplicateExportedPort: Rule<ComposeModel> = {
  code: "DuplicateExportedPort",
  aliases: ["no-duplicate-exported-ports"],
  severity: "warning",
  summary: "Publish a host port only once: the second service cannot start.",
  check({ source, root, project }, report) {
    const seen = new Map<string, string>();
    for (const service of servicesOf({ root })) {
      const { name, node: part } = service;
      if (!isEnabled(project, part)) continue;
      for (const [index, port] of publishedBy(service).entries()) {
        if (port === undefined) continue;
        const other = seen.get(port);
        const node = other !== undefined && other !== name && itemsAt(part, "ports")[index];
        if (node && node.source === source)
          report(
            node,
            t(
              'The host port {0} is already published by the service "{1}".',
              port.split(" ")[1] ?? "",
              other,
            ),
          );
        seen.set(port, other ?? name);
      }
    }
  },
};

const publishedBy = serviceFact((service) => itemsAt(service, "ports").map(publishedOf));

/** Address, port and protocol as one text; undefined for ranges and ports that the engine picks. */
function publishedOf(node: Node): string | undefined {
  if (node.kind === "map") {
    const published = textAt(node, "published");
    return (
      published &&
      `${textAt(node, "host_ip") ?? ""} ${published}/${textAt(node, "protocol") ?? "tcp"}`
    );
  }
  if (node.kind !== "scalar" || node.uncertain) return undefined;
  const port = parsePort(node.text);
  if (isRefusal(port) || !port.published || port.published.from !== port.published.to)
    return undefined;
  return `${port.ip} ${port.published.from}/${port.protocol}`;
}
