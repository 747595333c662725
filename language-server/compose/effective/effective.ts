// The project as `docker compose config` shows it: the services that run, in their long form,
// and the networks, volumes, secrets and configs that they use, with the names the engine knows.
// Every node keeps the place it was written at.
import type { Host } from "../../host.ts";
import { dependencies, referencesOf } from "../checks/references.ts";
import { addressOf } from "../project/loader.ts";
import { isEnabled, type Project } from "../project/project.ts";
import { rawVariables } from "../variables/env-file.ts";
import { readEnvFile } from "../variables/environment.ts";
import {
  at,
  type Entry,
  entriesAt,
  isNull,
  itemsAt,
  type MapNode,
  mapAt,
  type Node,
  textAt,
} from "../yaml/tree.ts";
import { entry, mapOf, mapping, scalar, withValue } from "./nodes.ts";
import { absolutePath } from "./paths.ts";
import { written } from "./service.ts";
import { withoutDoubles } from "./unique.ts";
import type { Making } from "./writers.ts";

/** The whole project; undefined where nothing could be read. */
export function effectiveProject(project: Project, host: Host): MapNode | undefined {
  const { root } = project;
  if (!root) return undefined;
  const making: Making = {
    folder: (node) => project.folders.get(node.source) ?? project.folder,
    variable: (name) => project.variables.value(name),
    environment: host.environment,
  };
  const services = entriesAt(root, "services")
    .filter(({ value }) => isEnabled(project, value))
    .map((one) => effectiveService(one, making, host));
  const sections = ["networks", "volumes", "secrets", "configs", "models"].map((section) =>
    effectiveSection(section, project, services, making),
  );
  const own = mapping(root, { name: project.name });
  const parts: Entry[] = [...own.entries.values()];
  const [first] = services;
  if (first) {
    const origin = root.entries.get("services") ?? entry(root, "services", root);
    parts.push({ ...origin, value: mapOf(root, sorted(services)) });
  }
  for (const section of sections) if (section) parts.push(section);
  for (const one of root.entries.values()) if (one.key.startsWith("x-")) parts.push(one);
  return mapOf(root, parts);
}

function sorted(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function effectiveService(one: Entry, making: Making, host: Host): Entry {
  const { value } = one;
  if (value.kind !== "map") return one;
  const full = withoutDoubles(written(value, making));
  if (full.kind !== "map") return one;
  const steps = [
    withFiles(value, making, host, "env_file", "environment"),
    withFiles(value, making, host, "label_file", "labels"),
    withDependencies,
    withNetwork,
    withReplicas,
  ];
  return { ...one, value: steps.reduce<MapNode>((service, step) => step(service), full) };
}

/** Takes in the variables of `env_file` below those of `environment`. */
function withFiles(source: Node, making: Making, host: Host, key: string, into: string) {
  return (service: MapNode): MapNode => {
    const found = itemsAt(source, key).flatMap((item) => fileEntries(item, making, host));
    if (found.length === 0) return service;
    const all = new Map(found.map((one) => [one.key, one]));
    for (const one of entriesAt(service, into)) all.set(one.key, one);
    return withValue(service, into, mapOf(at(service, into) ?? source, [...all.values()]));
  };
}

function fileEntries(item: Node, making: Making, host: Host): readonly Entry[] {
  const path = item.kind === "map" ? at(item, "path") : item;
  const uri = path?.kind === "scalar" && addressOf(making.folder(path), path.text);
  if (!uri) return [];
  const raw = textAt(item, "format") === "raw" ? host.files.read(uri) : undefined;
  const variables = raw
    ? rawVariables(raw)
    : [...(readEnvFile(host, uri, making.variable)?.variables.values() ?? [])];
  return variables.flatMap(({ name, value = making.variable(name) }) =>
    value === undefined ? [] : [entry(item, name, scalar(item, value))],
  );
}

/** What links, `volumes_from` and `service:` wait for stands in depends_on, too. */
function withDependencies(service: MapNode): MapNode {
  const given = entriesAt(service, "depends_on");
  const all = new Map(given.map((one) => [one.key, one]));
  for (const { name, where, via } of dependencies(service)) {
    if (all.has(name)) continue;
    const how = {
      condition: "service_started",
      restart: via === "volumes_from" ? undefined : true,
      required: true,
    };
    all.set(name, entry(where, name, mapping(where, how)));
  }
  if (all.size === given.length) return service;
  const origin = at(service, "depends_on") ?? service;
  return withValue(service, "depends_on", mapOf(origin, [...all.values()]));
}

/** `scale` says the same as `deploy.replicas`, which Compose fills in where there is a `deploy`. */
function withReplicas(service: MapNode): MapNode {
  const scale = at(service, "scale");
  const deploy = mapAt(service, "deploy");
  return scale && deploy && !at(deploy, "replicas")
    ? withValue(service, "deploy", withValue(deploy, "replicas", scale))
    : service;
}

function withNetwork(service: MapNode): MapNode {
  const networks = at(service, "networks");
  const has = networks && !isNull(networks) && entriesAt(networks).length > 0;
  if (has || textAt(service, "network_mode") || at(service, "provider")) return service;
  return withValue(service, "networks", mapping(service, { default: null }));
}

function effectiveSection(
  section: string,
  project: Project,
  services: readonly Entry[],
  making: Making,
): Entry | undefined {
  const used = new Set(
    services.flatMap(({ value }) =>
      referencesOf(value)
        .filter((reference) => reference.section === section)
        .map(({ name }) => name),
    ),
  );
  const known = project.root?.entries.get(section);
  const given = entriesAt(known?.value).filter(({ key }) => used.has(key));
  const origin = known?.value ?? project.root;
  if (!origin) return undefined;
  if (section === "networks" && used.has("default") && !given.some(({ key }) => key === "default"))
    given.push(entry(services[0]?.value ?? origin, "default", mapping(origin, {})));
  if (given.length === 0) return undefined;
  const values = given.map((one) => ({ ...one, value: definition(one, section, project, making) }));
  return { ...(known ?? entry(origin, section, origin)), value: mapOf(origin, sorted(values)) };
}

function definition(
  { key, value }: Entry,
  section: string,
  project: Project,
  making: Making,
): Node {
  let map: MapNode = value.kind === "map" ? value : mapping(value, {});
  if (section === "models") return map;
  const external = at(map, "external");
  const old = textAt(mapAt(map, "external"), "name");
  if (external?.kind === "map" || (external?.kind === "scalar" && external.value === true)) {
    map = withValue(map, "external", scalar(at(map, "external") ?? map, true));
    if (!at(map, "name")) map = withValue(map, "name", scalar(map, old ?? key));
  } else if (!at(map, "name"))
    map = withValue(map, "name", scalar(value, `${project.name}_${key}`));
  const file = at(map, "file");
  if (file?.kind === "scalar" && (section === "secrets" || section === "configs"))
    map = withValue(
      map,
      "file",
      scalar(file, absolutePath(making.folder(file), file.text, making.environment)),
    );
  return map;
}

/** The names of all profiles that the project's services bear. */
export function profilesOf({ root }: Project): readonly string[] {
  const names = entriesAt(root, "services").flatMap(({ value }) =>
    itemsAt(value, "profiles").map((item) => textAt(item) ?? ""),
  );
  return [...new Set(names.filter(Boolean))].sort();
}
