import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { isRefusal, parsePort } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { isEnabled } from "../project/project.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { itemsAt, type Node, type ScalarNode, scalarAt } from "../yaml/tree.ts";

export const PortTaken: Rule<ComposeModel> = {
  code: "PortTaken",
  aliases: [],
  severity: "warning",
  summary: "A host port that a running container publishes is not free.",
  check(model, report, { host }) {
    const used = host.engine?.usedPorts();
    if (!used || used.length === 0) return;
    const { name } = model.project;
    const taken = new Map(
      used
        .filter(({ project }) => project !== name)
        .map(({ port, protocol, container }) => [`${port}/${protocol}`, container]),
    );
    const all = new Set(used.map(({ port }) => port));
    for (const service of servicesOf(model)) {
      if (!isEnabled(model.project, service.node)) continue;
      for (const item of itemsAt(service.node, "ports")) {
        const found = item.source === model.source ? publishedBy(item) : undefined;
        const holder = found && taken.get(`${found.port}/${found.protocol}`);
        if (!found || holder === undefined) continue;
        report(
          found.node,
          t('The host port {0} is taken by the running container "{1}".', found.port, holder),
          { fixes: () => freePort(found.node, found.port, all) },
        );
      }
    }
  },
};

function publishedBy(item: Node): { node: ScalarNode; port: number; protocol: string } | undefined {
  if (item.kind === "map") {
    const node = certain(scalarAt(item, "published"));
    const port = Number(node?.text);
    const protocol = certain(scalarAt(item, "protocol"))?.text ?? "tcp";
    return node && Number.isInteger(port) ? { node, port, protocol } : undefined;
  }
  const node = certain(item);
  const read = node && parsePort(node.text);
  if (!node || !read || isRefusal(read) || !read.published) return undefined;
  const { from, to } = read.published;
  return from === to ? { node, port: from, protocol: read.protocol } : undefined;
}

function freePort(node: ScalarNode, port: number, used: ReadonlySet<number>): readonly Fix[] {
  if (node.raw) return [];
  let free = port + 1;
  while (used.has(free) && free < 65_535) free++;
  const text = node.text.replace(new RegExp(`(^|:)${port}(?=:|$)`), `$1${free}`);
  const edits = [{ start: node.start, end: node.end, newText: requoted(node, text) }];
  return [{ title: t("Publish {0} instead", free), edits }];
}
