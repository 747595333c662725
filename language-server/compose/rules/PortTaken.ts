import type { UsedPort } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { Listener } from "../../protocol.ts";
import { isRefusal, parsePort } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { isEnabled } from "../project/project.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { itemsAt, type Node, type ScalarNode, scalarAt } from "../yaml/tree.ts";

/** A host port that the file publishes. */
interface Published {
  readonly node: ScalarNode;
  readonly port: number;
  readonly protocol: string;
  /** Empty: on all addresses. */
  readonly address: string;
}

export const PortTaken: Rule<ComposeModel> = {
  code: "PortTaken",
  aliases: [],
  severity: "warning",
  summary: "A host port that a running container or another program holds is not free.",
  check(model, report, { host }) {
    const used = host.engine?.usedPorts() ?? [];
    const published = publishedIn(model);
    const others = new Map(
      used.filter(({ project }) => project !== model.project.name).map((one) => [keyOf(one), one]),
    );
    // Engines listen themselves where their containers publish.
    const engines = new Set(used.map(keyOf));
    const left = published.filter((one) => !engines.has(keyOf(one)));
    const listeners = host.engine?.listeners(left.map(keyOf)) ?? [];
    const all = new Set([...used, ...listeners].map(({ port }) => port));
    for (const one of published) {
      const container = others.get(keyOf(one));
      const program = engines.has(keyOf(one))
        ? undefined
        : listeners.find((listener) => excludes(listener, one));
      if (!container && !program) continue;
      report(one.node, container ? byContainer(container) : byProgram(one.port, program?.program), {
        fixes: () => freePort(one.node, one.port, all),
      });
    }
  },
};

const byContainer = ({ port, container }: UsedPort) =>
  t('The host port {0} is taken by the running container "{1}".', port, container);

const byProgram = (port: number, program: string | undefined) =>
  program
    ? t('The host port {0} is taken by the program "{1}" on this machine.', port, program)
    : t("The host port {0} is taken by another program on this machine.", port);

const keyOf = ({ port, protocol }: { readonly port: number; readonly protocol: string }) =>
  `${port}/${protocol}`;

/** Whether the one listens where the other wants to: on the same address, or one of them on all. */
function excludes(listener: Listener, { port, protocol, address }: Published): boolean {
  return (
    listener.port === port &&
    listener.protocol === protocol &&
    (listener.address === "" || address === "" || listener.address === address)
  );
}

function publishedIn(model: ComposeModel): Published[] {
  return servicesOf(model).flatMap(({ node }) =>
    isEnabled(model.project, node)
      ? itemsAt(node, "ports").flatMap((item) =>
          item.source === model.source ? (publishedBy(item) ?? []) : [],
        )
      : [],
  );
}

/** As listeners have it. */
const addressOf = (ip: string) => (/^(?:0\.0\.0\.0|::)$/.test(ip) ? "" : ip);

function publishedBy(item: Node): Published | undefined {
  if (item.kind === "map") {
    const node = certain(scalarAt(item, "published"));
    const port = Number(node?.text);
    const protocol = certain(scalarAt(item, "protocol"))?.text ?? "tcp";
    const address = addressOf(certain(scalarAt(item, "host_ip"))?.text ?? "");
    return node && Number.isInteger(port) ? { node, port, protocol, address } : undefined;
  }
  const node = certain(item);
  const read = node && parsePort(node.text);
  if (!node || !read || isRefusal(read) || !read.published) return undefined;
  const { from, to } = read.published;
  const { protocol, ip } = read;
  return from === to ? { node, port: from, protocol, address: addressOf(ip) } : undefined;
}

function freePort(node: ScalarNode, port: number, used: ReadonlySet<number>): readonly Fix[] {
  if (node.raw) return [];
  let free = port + 1;
  while (used.has(free) && free < 65_535) free++;
  const text = node.text.replace(new RegExp(`(^|:)${port}(?=:|$)`), `$1${free}`);
  const edits = [{ start: node.start, end: node.end, newText: requoted(node, text) }];
  return [{ title: t("Publish {0} instead", free), edits }];
}
