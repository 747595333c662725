import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { buildOf, hasHealthcheck } from "../project/build-facts.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, type Service, serviceFact, servicesOf } from "../project/services.ts";
import { at, entriesAt, mapAt, type Node, textAt } from "../yaml/tree.ts";

export const HealthyWithoutHealthcheck: Rule<ComposeModel> = {
  code: "HealthyWithoutHealthcheck",
  aliases: [],
  severity: "warning",
  summary: "Waiting for a healthy service never ends if nothing checks its health.",
  check(model, report, { host }) {
    const waiting = servicesOf(model).filter(waits);
    const services = new Map(waiting.length > 0 ? byName(servicesOf(model)) : []);
    for (const { node } of waiting)
      for (const { key, value } of entriesAt(node, "depends_on")) {
        const condition = certain(at(value, "condition"));
        const target = services.get(key);
        if (condition?.text !== "service_healthy" || condition.source !== model.source || !target)
          continue;
        if (!isChecked(target.node, model, host))
          report(
            condition,
            t('"{0}" never becomes healthy: neither it nor its image has a healthcheck.', key),
            { fixes: () => addHealthcheck(target, model) },
          );
      }
  },
};

function byName(services: readonly Service[]): readonly (readonly [string, Service])[] {
  return services.map((service) => [service.name, service]);
}

const waits = serviceFact((service) =>
  entriesAt(service, "depends_on").some(
    ({ value }) => textAt(value, "condition") === "service_healthy",
  ),
);

/** Whether anything asks the service for its health; true where that cannot be known. */
function isChecked(service: Node, { project }: ComposeModel, host: Host): boolean {
  const given = own(service);
  if (given !== "none") return given === "given";
  const build = buildOf(service, project, host);
  if (!build) return !isOfficial(textAt(service, "image"));
  return !build.document || hasHealthcheck(build) || !isScratch(build.stage?.base?.text);
}

function own(service: Node): "none" | "disabled" | "given" {
  const check = mapAt(service, "healthcheck");
  if (!check || (!at(check, "test") && !at(check, "disable"))) return "none";
  const [first] = check.entries.get("test") ? [at(check, "test", 0)] : [];
  const off = textAt(check, "disable") === "true" || textAt(first) === "NONE";
  return off ? "disabled" : "given";
}

function isScratch(base: string | undefined): boolean {
  return base === "scratch" || isOfficial(base);
}

/** Docker's official images have no healthcheck, by rule. */
function isOfficial(image: string | undefined): boolean {
  return image !== undefined && /^(?:docker\.io\/)?(?:library\/)?[a-z\d.-]+(?:[:@]|$)/.test(image);
}

/** How the best-known images are asked whether they are ready. */
const tests: Readonly<Record<string, string>> = {
  postgres: '["CMD-SHELL", "pg_isready -U $${POSTGRES_USER:-postgres}"]',
  mysql: '["CMD", "mysqladmin", "ping", "-h", "127.0.0.1"]',
  mariadb: '["CMD", "healthcheck.sh", "--connect", "--innodb_initialized"]',
  redis: '["CMD", "redis-cli", "ping"]',
  valkey: '["CMD", "valkey-cli", "ping"]',
  mongo: '["CMD", "mongosh", "--quiet", "--eval", "db.adminCommand({ping: 1})"]',
  rabbitmq: '["CMD", "rabbitmq-diagnostics", "-q", "ping"]',
  nginx: '["CMD", "curl", "-f", "http://localhost/"]',
};

function addHealthcheck({ node, name }: Service, { source }: ComposeModel): readonly Fix[] {
  const [first] = node.entries.values();
  const image = /([a-z\d]+)(?:[:@]|$)/.exec(textAt(node, "image") ?? "")?.[1] ?? "";
  const test = tests[image];
  if (!first || !test || node.source !== source || at(node, "healthcheck")) return [];
  const line = source.lines.line(source.lines.lineAt(first.keySpan.start));
  const indent = source.text.slice(line.start, first.keySpan.start);
  if (indent.trim() !== "" || first.source !== source) return [];
  const lines = [
    "healthcheck:",
    `  test: ${test}`,
    "  interval: 5s",
    "  timeout: 5s",
    "  retries: 10",
  ];
  const newText = lines.map((one) => `${indent}${one}\n`).join("");
  return [
    {
      title: t('Add a healthcheck to "{0}"', name),
      edits: [{ start: line.start, end: line.start, newText }],
    },
  ];
}
