// Names in services that must be defined elsewhere in the project, and circles among services.
import { t } from "../../l10n.ts";
import type { Fix } from "../../lint/rule.ts";
import { isRefusal, parseMount } from "../formats.ts";
import type { Complain, SourceSpan } from "../problem.ts";
import { named } from "../project/merge.ts";
import { type Service, serviceFact } from "../project/services.ts";
import { nearest } from "../schema/nearest.ts";
import { at, entriesAt, itemsAt, type MapNode, mapAt, type Node, textAt } from "../yaml/tree.ts";

/** What a service names, and where. */
export interface Reference {
  readonly section: "services" | "networks" | "volumes" | "secrets" | "configs" | "models";
  readonly name: string;
  readonly where: SourceSpan;
  /** The service's key that names it. */
  readonly via?: string;
}

/** Everything that a service refers to. Features use it for definition, rename and highlight. */
export function referencesOf(service: Node): readonly Reference[] {
  return [
    ...dependencies(service),
    ...list(service, "networks", "networks"),
    ...list(service, "models", "models"),
    ...grants(service),
    ...mounts(service),
  ];
}

/** The services that must run before: depends_on, links, volumes_from and `service:` modes. */
export function dependencies(service: Node): readonly Reference[] {
  const found = [...list(service, "depends_on", "services")];
  for (const item of itemsAt(service, "links"))
    push(found, "services", item, (text) => /^([^:]*):[^:]*$/.exec(text)?.[1] ?? text);
  for (const item of itemsAt(service, "volumes_from"))
    push(
      found,
      "services",
      item,
      (text) => (text.startsWith("container:") ? undefined : text.split(":")[0]),
      "volumes_from",
    );
  for (const key of ["network_mode", "ipc", "pid", "uts", "cgroup"]) {
    const item = at(service, key);
    if (item)
      push(found, "services", item, (text) =>
        text.startsWith("service:") ? text.slice(8) : undefined,
      );
  }
  return found;
}

function push(
  found: Reference[],
  section: Reference["section"],
  item: Node,
  name: (text: string) => string | undefined,
  via?: string,
): void {
  if (item.kind !== "scalar" || typeof item.value !== "string" || item.uncertain) return;
  const given = name(item.text);
  if (given !== undefined) found.push({ section, name: given, where: item, ...(via && { via }) });
}

function list(service: Node, key: string, section: Reference["section"]): readonly Reference[] {
  const value = at(service, key);
  if (!value || value.kind === "scalar") return [];
  return entriesAt(named(value))
    .filter(({ value: item }) => !(item.kind === "scalar" && item.uncertain))
    .map(({ key: name, keySpan, source }) => ({ section, name, where: { ...keySpan, source } }));
}

function grants(service: Node): readonly Reference[] {
  const found: Reference[] = [];
  const grant = (section: "secrets" | "configs", item: Node) => {
    const source = item.kind === "map" ? at(item, "source") : item;
    const unnamed = item.kind === "map" ? !source || textAt(source) === "" : textAt(item) === "";
    if (unnamed) found.push({ section, name: "", where: item });
    else if (source) push(found, section, source, (text) => text);
  };
  for (const item of itemsAt(service, "secrets")) grant("secrets", item);
  for (const item of itemsAt(service, "build", "secrets")) grant("secrets", item);
  for (const item of itemsAt(service, "configs")) grant("configs", item);
  return found;
}

function mounts(service: Node): readonly Reference[] {
  const found: Reference[] = [];
  for (const item of itemsAt(service, "volumes")) {
    if (item.kind === "map") {
      const source = textAt(item, "type") === "volume" ? at(item, "source") : undefined;
      if (source) push(found, "volumes", source, (text) => text || undefined);
      continue;
    }
    push(found, "volumes", item, (text) => {
      const mount = parseMount(text);
      return isRefusal(mount) || mount.type !== "volume" ? undefined : mount.source || undefined;
    });
  }
  return found;
}

const kinds = () => ({
  services: t("service"),
  networks: t("network"),
  volumes: t("volume"),
  secrets: t("secret"),
  configs: t("config"),
  models: t("model"),
});

/** The sections and names that a service refers to. */
export const namesUsed = serviceFact((service) =>
  referencesOf(service).map(({ section, name }) => ({ section, name })),
);

/** The services that must run before. */
const namesBefore = serviceFact((service) => dependencies(service).map(({ name }) => name));

/** Tells of references to nothing. */
export function checkReferences(
  root: MapNode,
  services: readonly Service[],
  complain: Complain,
): void {
  const defined = new Map(
    Array.from(root.entries.values(), ({ key, value }) => [
      key,
      value.kind === "map" ? value.entries : undefined,
    ]),
  );
  const isDefined = ({ section, name }: Pick<Reference, "section" | "name">) =>
    defined.get(section)?.has(name) === true && !name.startsWith("x-");
  for (const service of services)
    if (!namesUsed(service).every(isDefined)) checkNames(root, service.node, complain);
}

/** Of two mounts at one path Compose keeps the later one, and does not look at the other. */
function droppedMounts(service: Node): ReadonlySet<SourceSpan> {
  const last = new Map<string, SourceSpan>();
  const dropped = new Set<SourceSpan>();
  for (const item of itemsAt(service, "volumes")) {
    const mount = item.kind === "scalar" ? parseMount(item.text) : undefined;
    const target = mount ? !isRefusal(mount) && mount.target : textAt(item, "target");
    if (!target) continue;
    const before = last.get(target);
    if (before) dropped.add(before);
    last.set(target, item.kind === "map" ? (at(item, "source") ?? item) : item);
  }
  return dropped;
}

function checkNames(root: MapNode, service: Node, complain: Complain): void {
  const dropped = droppedMounts(service);
  for (const { section, name, where } of referencesOf(service)) {
    if (dropped.has(where)) continue;
    const known = mapAt(root, section)?.entries;
    if (section === "networks" && name.startsWith("x-")) {
      const message = t(
        'Compose takes "{0}" for an extension, since it begins with "x-"; give the network another name.',
        name,
      );
      complain("UndefinedReference", where, message);
      continue;
    }
    if (known?.has(name) || (section === "networks" && name === "default")) continue;
    // That a section is no mapping is told there.
    if (at(root, section)?.kind === "list") continue;
    const near = nearest(name, known?.keys() ?? []);
    const kind = kinds()[section];
    const message =
      near[0] === undefined
        ? t('There is no {0} "{1}".', kind, name)
        : t('There is no {0} "{1}". Did you mean "{2}"?', kind, name, near[0]);
    complain("UndefinedReference", where, message, {
      fixes: () => fixes(root, section, name, where, near),
    });
  }
}

function fixes(
  root: MapNode,
  section: Reference["section"],
  name: string,
  where: SourceSpan,
  near: readonly string[],
): readonly Fix[] {
  const text = where.source.text.slice(where.start, where.end);
  const offset = where.start + text.indexOf(name);
  const renames = near.slice(0, 2).map((other) => ({
    title: t('Change "{0}" to "{1}"', name, other),
    edits: [{ start: offset, end: offset + name.length, newText: other }],
  }));
  const add =
    section === "networks" || section === "volumes"
      ? [addDefinition(root, section, name, where)]
      : section === "secrets" || section === "configs"
        ? [addDefinition(root, section, name, where, `./${name}`)]
        : [];
  return [...renames, ...add];
}

function addDefinition(
  root: MapNode,
  section: string,
  name: string,
  { source }: SourceSpan,
  file?: string,
): Fix {
  const more = (indent: string) => (file ? `\n${indent}  file: ${file}` : "");
  const entry = root.entries.get(section);
  const [first] = entry?.value.kind === "map" ? entry.value.entries.values() : [];
  const title = t('Define "{0}" under {1}', name, section);
  if (first && first.source === source) {
    const line = source.lines.line(source.lines.lineAt(first.keySpan.start));
    const indent = source.text.slice(line.start, first.keySpan.start);
    return {
      title,
      edits: [
        { start: line.start, end: line.start, newText: `${indent}${name}:${more(indent)}\n` },
      ],
    };
  }
  const end = source.text.length;
  const newline = source.text.endsWith("\n") ? "" : "\n";
  return {
    title,
    edits: [{ start: end, end, newText: `${newline}\n${section}:\n  ${name}:${more("  ")}\n` }],
  };
}

/** Tells of the first circle of services that wait for each other. */
export function checkCycles(services: readonly Service[], complain: Complain): void {
  const byName = new Map(services.map((service) => [service.name, service]));
  const done = new Set<string>();
  for (const service of services) {
    const passed = done.has(service.name) || namesBefore(service).length === 0;
    const cycle = passed ? undefined : cycleFrom(service, byName, done);
    if (!cycle) continue;
    complain(
      "DependencyCycle",
      cycle.where,
      t("These services wait for each other: {0}.", cycle.names.join(" → ")),
    );
    return;
  }
}

/** A service on the way, and which of its dependencies is looked at. */
interface Step {
  readonly service: Service;
  readonly names: readonly string[];
  at: number;
}

function cycleFrom(start: Service, byName: ReadonlyMap<string, Service>, done: Set<string>) {
  const path: string[] = [start.name];
  const open = new Set(path);
  const stepAt = (service: Service): Step => ({ service, names: namesBefore(service), at: 0 });
  const stack = [stepAt(start)];
  for (let step = stack.at(-1); step; step = stack.at(-1)) {
    const name = step.names[step.at++];
    if (name === undefined) {
      stack.pop();
      const last = path.pop() ?? "";
      done.add(last);
      open.delete(last);
      continue;
    }
    const where = open.has(name) && dependencies(step.service.node)[step.at - 1]?.where;
    if (where) return { where, names: [...path.slice(path.indexOf(name)), name] };
    const next = byName.get(name);
    if (!next || done.has(name)) continue;
    path.push(name);
    open.add(name);
    stack.push(stepAt(next));
  }
  return undefined;
}
