// What must fit together in a service and in a project: image or build, limits said twice,
// names that must be unique, sources of secrets and configs.

import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import { isRefusal, parseBytes, parseMount } from "../formats.ts";
import { KeptComplaints } from "../kept.ts";
import type { Complain, SourceSpan } from "../problem.ts";
import { keyed, named } from "../project/merge.ts";
import { isEnabled, normalName, type Project } from "../project/project.ts";
import { certainText, type Service, serviceFact, servicesOf } from "../project/services.ts";
import { isMisplaced } from "../schema/misplaced.ts";
import { checkMergedLists } from "../schema/walker.ts";
import {
  at,
  type Entry,
  entriesAt,
  isNull,
  itemsAt,
  type MapNode,
  mapAt,
  type Node,
  scalarAt,
  textAt,
} from "../yaml/tree.ts";
import { checkDefinitions } from "./definitions.ts";
import { checkFiles } from "./files.ts";
import { checkCycles, checkReferences, dependencies, type Reference } from "./references.ts";
import { checkEnabledValues, checkValues } from "./values.ts";

/** Tells of everything that Compose refuses in a merged project. */
export function checkProject(project: Project, host: Host, complain: Complain): void {
  const { root } = project;
  if (!root) return;
  const services = servicesOf(project);
  for (const { entry } of services) values.tell(entry, complain, checkOwnValues);
  checkDefinitions(root, complain);
  const enabled = services.filter(({ node }) => isEnabled(project, node));
  for (const service of enabled) {
    const { entry, node } = service;
    own.tell(entry, complain, checkService);
    const { contexts, files } = looks(service);
    if (contexts) checkContexts(node, root, complain);
    if (files) checkFiles(project, node, host, complain);
  }
  if (!project.incomplete) {
    checkReferences(root, enabled, complain);
    checkDisabled(services, enabled, complain);
  }
  checkContainerNames(enabled, complain);
  checkCycles(enabled, complain);
  checkName(root, complain);
}

const values = new KeptComplaints();
const own = new KeptComplaints();

/** What a service looks at beside itself: other services' builds, files. */
const looks = serviceFact((service) => ({
  contexts: at(service, "build", "additional_contexts") !== undefined,
  files: service.entries.has("env_file") || service.entries.has("label_file"),
}));

function checkOwnValues({ value }: Entry, complain: Complain): void {
  checkValues(value, complain);
  checkMergedLists(value, complain);
}

/** What a service says of itself must fit together. */
function checkService(entry: Entry, complain: Complain): void {
  const { key, keySpan, source, value: service } = entry;
  const name: SourceSpan = { ...keySpan, source };
  const image = scalarAt(service, "image");
  if (
    !isMisplaced(entry) &&
    !at(service, "build") &&
    !at(service, "provider") &&
    (!image || image.text === "") &&
    !image?.uncertain
  )
    complain("NoImage", name, t('"{0}" needs an "image" to run or a "build" to make one.', key));
  const networks = at(service, "networks");
  const mode = at(service, "network_mode");
  if (networks && mode && !isNull(networks) && !isNull(mode) && sizeOf(networks) > 0)
    complain("Exclusive", mode, exclusive("network_mode", "networks"));
  if (textAt(service, "build", "dockerfile") && textAt(service, "build", "dockerfile_inline"))
    complain(
      "Exclusive",
      at(service, "build", "dockerfile_inline") ?? name,
      exclusive("dockerfile", "dockerfile_inline"),
    );
  checkEnabledValues(service, complain);
  checkPlatform(service, complain);
  checkLimits(service, complain);
  checkScale(service, complain);
  checkTmpfs(service, complain);
}

function sizeOf(node: Node): number {
  return node.kind === "map" ? node.entries.size : node.kind === "list" ? node.items.length : 1;
}

function exclusive(a: string, b: string): string {
  return t('"{0}" and "{1}" cannot be used together; keep one.', a, b);
}

function checkContexts(service: Node, root: MapNode, complain: Complain): void {
  const contexts = at(service, "build", "additional_contexts");
  for (const { value } of contexts ? entriesAt(keyed(contexts)) : []) {
    const target = textAt(value);
    if (!target?.startsWith("service:")) continue;
    const name = target.slice(8);
    const other = mapAt(root, "services", name);
    if (!other)
      complain("UndefinedReference", value, t('There is no {0} "{1}".', t("service"), name));
    else if (!at(other, "build"))
      complain(
        "UndefinedReference",
        value,
        t('The service "{0}" has no "build" that could be a context.', name),
      );
  }
}

function checkPlatform(service: Node, complain: Complain): void {
  const platform = certainText(service, "platform");
  const platforms = itemsAt(service, "build", "platforms").map((item) => textAt(item));
  if (platform && platforms.length > 0 && !platforms.includes(platform))
    complain(
      "PlatformNotBuilt",
      at(service, "platform") ?? service,
      t('The platform {0} is not among the "platforms" of "build".', platform),
    );
}

/** Keys of the service, keys under deploy, and how both are compared. */
const twins: readonly (readonly [string, string, (text: string) => number | undefined])[] = [
  ["cpus", "limits.cpus", Number],
  ["mem_limit", "limits.memory", parseBytes],
  ["mem_reservation", "reservations.memory", parseBytes],
  ["pids_limit", "limits.pids", Number],
];

function checkLimits(service: Node, complain: Complain): void {
  for (const [key, path, read] of twins) {
    const own = scalarAt(service, key);
    const section = mapAt(service, "deploy", "resources", path.split(".")[0] ?? "");
    const value = certainText(service, key);
    if (!own || !section || value === undefined) continue;
    const other = textAt(section, path.split(".")[1] ?? "") ?? "0";
    if (read(value) !== 0 && read(value) !== read(other))
      complain(
        "DistinctValues",
        own,
        t('"{0}" and "{1}" must be the same; keep one.', key, `deploy.resources.${path}`),
      );
  }
}

function checkScale(service: Node, complain: Complain): void {
  const scale = certainText(service, "scale");
  const replicas = certainText(service, "deploy", "replicas");
  if (scale !== undefined && replicas !== undefined && scale !== replicas)
    complain(
      "DistinctValues",
      at(service, "scale") ?? service,
      t('"{0}" and "{1}" must be the same; keep one.', "scale", "deploy.replicas"),
    );
  const container = at(service, "container_name");
  if (container && textAt(container) && Number(scale ?? replicas ?? 1) > 1)
    complain(
      "ContainerNameScale",
      container,
      t(
        'A container name is unique, so a service with "container_name" cannot run {0} times.',
        scale ?? replicas ?? "",
      ),
    );
}

function checkTmpfs(service: Node, complain: Complain): void {
  const seen = new Set<string>();
  const add = (target: string | undefined, node: Node) => {
    if (!target) return;
    if (seen.has(target)) complain("DoubleMount", node, t("{0} is mounted twice.", target));
    seen.add(target);
  };
  for (const node of itemsAt(service, "volumes")) {
    const mount = node.kind === "scalar" ? parseMount(node.text) : undefined;
    const target =
      node.kind === "map"
        ? textAt(node, "target")
        : mount && !isRefusal(mount)
          ? mount.target
          : undefined;
    if (target) seen.add(target);
  }
  // Of those that are the same up to a `=` Compose keeps the last and says nothing.
  const kept = new Map(
    itemsAt(service, "tmpfs").map((node) => [textAt(node)?.split("=")[0], node]),
  );
  for (const node of kept.values()) add(textAt(node)?.split(":")[0], node);
}

const containerName = serviceFact((service) => certainText(service, "container_name") ?? "");

function checkContainerNames(services: readonly Service[], complain: Complain): void {
  const seen = new Map<string, string>();
  for (const service of services) {
    const name = containerName(service);
    if (!name) continue;
    const other = seen.get(name);
    if (other)
      complain(
        "ContainerNameTaken",
        at(service.node, "container_name") ?? service.node,
        t('The container name "{0}" is taken by the service "{1}".', name, other),
      );
    else seen.set(name, service.name);
  }
}

function checkDisabled(
  services: readonly Service[],
  enabled: readonly Service[],
  complain: Complain,
): void {
  if (services.length === enabled.length) return;
  const running = new Set(enabled.map(({ name }) => name));
  const waiting = new Set(services.map(({ name }) => name).filter((name) => !running.has(name)));
  for (const { node } of enabled)
    for (const { name, where } of waitedFor(node))
      if (waiting.has(name))
        complain(
          "DisabledDependency",
          where,
          t(
            'The service "{0}" runs only with a profile, so this service cannot wait for it.',
            name,
          ),
        );
}

/** The services that must be there; `required: false` excuses what only has to start before. */
function waitedFor(service: Node): readonly Pick<Reference, "name" | "where">[] {
  const depends = at(service, "depends_on");
  const optional = entriesAt(depends && named(depends))
    .filter(({ value: how }) => textAt(how, "required") === "false")
    .map(({ key }) => key);
  const contexts = at(service, "build", "additional_contexts");
  const built = (contexts ? entriesAt(keyed(contexts)) : []).flatMap(({ value }) => {
    const [, name] = /^service:(.*)/.exec(textAt(value) ?? "") ?? [];
    return name === undefined ? [] : [{ name, where: value }];
  });
  const mode = at(service, "network_mode");
  return [
    ...dependencies(service).filter(
      ({ name, where }) => where === mode || !optional.includes(name),
    ),
    ...built,
  ];
}

function checkName(root: MapNode, complain: Complain): void {
  const name = scalarAt(root, "name");
  if (!name || typeof name.value !== "string" || name.uncertain) return;
  if (normalName(name.text) === "" && (name.text !== "" || name.raw))
    complain(
      "WrongValue",
      name,
      t('"{0}" has no letter or digit that could be a project name.', name.text),
    );
}
