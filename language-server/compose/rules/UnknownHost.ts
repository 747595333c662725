import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import { keyed } from "../project/merge.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, type Service, serviceFact, servicesOf } from "../project/services.ts";
import { nearest } from "../schema/nearest.ts";
import {
  at,
  type Entry,
  entriesAt,
  itemsAt,
  type MapNode,
  type ScalarNode,
  textAt,
} from "../yaml/tree.ts";

export const UnknownHost: Rule<ComposeModel> = {
  code: "UnknownHost",
  aliases: [],
  severity: "warning",
  summary: "A service reaches another one by its exact name, not by localhost.",
  check(model, report) {
    const services = servicesOf(model);
    const names = new Set<string>();
    for (const service of services) {
      names.add(service.name);
      for (const alias of aliasesOf(service)) names.add(alias);
    }
    const ports = portsOf(services);
    for (const service of services)
      for (const [index, host] of hostsIn(service)) {
        const other = otherThan(host, names, ports, service.name);
        const text =
          other === undefined ? undefined : certain(environmentOf(service.node)[index]?.value);
        if (other !== undefined && text?.source === model.source)
          reportHost(text, host.name, other, report);
      }
  },
};

/** The hosts that a service's variables name, by the number of the variable. */
const hostsIn = serviceFact((service) =>
  environmentOf(service).flatMap(({ key, value }, index): [number, HostName][] => {
    const text = certain(value);
    const host = text && hostIn(key, text);
    return host ? [[index, host]] : [];
  }),
);

interface HostName {
  readonly name: string;
  readonly port?: string;
}

/** The service that was meant; undefined where the host is right or nothing is near. */
function otherThan(
  { name, port }: HostName,
  names: ReadonlySet<string>,
  ports: ReturnType<typeof portsOf>,
  asking: string,
): string | undefined {
  if (names.has(name.toLowerCase())) return undefined;
  return isLocal(name) ? behind(ports, port, asking) : similar(name, names);
}

/** The service, other than the one that asks, whose image listens on a port. */
function behind(ports: ReturnType<typeof portsOf>, port = "", asking = ""): string | undefined {
  return ports.get(port)?.find((one) => one !== asking);
}

function environmentOf(service: MapNode): readonly Entry[] {
  const environment = at(service, "environment");
  return environment && !textAt(service, "network_mode") ? entriesAt(keyed(environment)) : [];
}

function isLocal(name: string): boolean {
  return /^(?:localhost|127\.0\.0\.1)$/.test(name);
}

function similar(name: string, names: ReadonlySet<string>): string | undefined {
  if (name.length < 4) return undefined;
  return nearest(name, names).find((other) => Math.abs(other.length - name.length) < 3);
}

function reportHost(text: ScalarNode, name: string, other: string, report: Report): void {
  const start = text.source.text.indexOf(name, text.start);
  const found = start >= 0 && start < text.end;
  const span = found ? { start, end: start + name.length } : text;
  const message = isLocal(name)
    ? t(
        'Inside the container {0} is the container itself; the service is called "{1}".',
        name,
        other,
      )
    : t('No service is called "{0}". Did you mean "{1}"?', name, other);
  report(span, message, {
    fixes: () =>
      found
        ? [{ title: t('Change "{0}" to "{1}"', name, other), edits: [{ ...span, newText: other }] }]
        : [],
  });
}

/** What a service is called on its networks, beside its own name. */
const aliasesOf = serviceFact((node): readonly string[] => {
  const aliases = entriesAt(node, "networks").flatMap(({ value }) =>
    itemsAt(value, "aliases").map((item) => textAt(item) ?? ""),
  );
  const own = ["container_name", "hostname"].map((key) => textAt(node, key) ?? "");
  return [...aliases, ...own].filter(Boolean);
});

/** The ports on which the best-known images listen, and those that services say. */
const wellKnown: Readonly<Record<string, string>> = {
  postgres: "5432",
  mysql: "3306",
  mariadb: "3306",
  redis: "6379",
  valkey: "6379",
  mongo: "27017",
  rabbitmq: "5672",
  memcached: "11211",
  elasticsearch: "9200",
};

const portOf = serviceFact((node) => {
  // A name is tried from its beginning only: else a long one is read once for each letter.
  const image = /(?<![a-z\d])([a-z\d]+)(?:[:@]|$)/.exec(textAt(node, "image") ?? "")?.[1] ?? "";
  return wellKnown[image] ?? "";
});

function portsOf(services: readonly Service[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const service of services) {
    const port = portOf(service);
    if (port) found.set(port, [...(found.get(port) ?? []), service.name]);
  }
  return found;
}

/** The host of `DB_HOST=db` and of `DATABASE_URL=postgres://user@db:5432/x`. */
function hostIn(key: string, { text }: ScalarNode): HostName | undefined {
  const url = /^[a-z][a-z\d+.-]*:\/\/(?:[^\s/@]*@)?([\w.-]+):(\d+)/i.exec(text);
  if (url) return { name: url[1] ?? "", port: url[2] ?? "" };
  const plain = /_(?:HOST|HOSTNAME|SERVER|ADDR)$/i.test(key)
    ? /^([a-zA-Z][\w-]*|127\.0\.0\.1)(?::(\d+))?$/.exec(text)
    : undefined;
  if (!plain) return undefined;
  return plain[2] ? { name: plain[1] ?? "", port: plain[2] } : { name: plain[1] ?? "" };
}
