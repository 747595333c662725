// The rows of the Projects view: project → services → containers.
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import type { Definition } from "../projects/definition.ts";
import type { Difference } from "../projects/drift/drift.ts";
import {
  type Condition,
  type ProjectState,
  projectsOf,
  type ServiceState,
} from "../projects/overview.ts";
import {
  differenceWords,
  projectWords,
  recreateWords,
  servicePorts,
  serviceWords,
} from "../projects/words.ts";
import { containerTooltip, tooltip } from "../wording/container-fields.ts";
import { type Look, lookOf } from "../wording/container-words.ts";
import { plain } from "../wording/format.ts";
import { filtered } from "./arrange.ts";
import { containerRow } from "./containers.ts";
import type { Node } from "./node.ts";
import type { Options } from "./options.ts";
import { line } from "./rows.ts";

/** What the view shows besides the engine's objects. */
export interface ProjectFacts {
  /** The projects that the workspace's files define. */
  readonly definitions: readonly Definition[];
  /** Why the service's containers have to be made anew, as far as it is known. */
  differences(service: ServiceState): readonly Difference[];
}

/** The rows; `engine` is missing while none answers, and then only definitions are shown. */
export function projectRows(
  engine: Engine | undefined,
  options: Options,
  facts: ProjectFacts,
): Node[] {
  const all = projectsOf(engine?.model.containers.values() ?? [], facts.definitions);
  const projects = filtered(
    all.filter((project) => !options.onlyWorkspace || isOfWorkspace(project, options)),
    options.filter,
    fields,
  );
  return projects.map((project) =>
    projectRow(engine, project, options, facts, projects.length <= 3),
  );
}

const fields = {
  name: ({ name }: ProjectState) => name,
  services: ({ services }: ProjectState) =>
    services
      .flatMap(({ name, members }) => [name, ...members.map(({ container }) => container.image)])
      .join("\n"),
};

const isOfWorkspace = ({ definition, services }: ProjectState, options: Options) =>
  definition !== undefined ||
  services.some(({ members }) => members.some(({ container }) => options.isOfWorkspace(container)));

const looks: Record<Condition | "unknown", Look> = {
  running: { icon: "run-all", color: "charts.green" },
  partly: { icon: "warning", color: "problemsWarningIcon.foreground" },
  stopped: { icon: "debug-stop", color: "disabledForeground" },
  absent: { icon: "circle-outline", color: "disabledForeground" },
  unknown: { icon: "circle-slash", color: "disabledForeground" },
};

function projectRow(
  engine: Engine | undefined,
  project: ProjectState,
  options: Options,
  facts: ProjectFacts,
  open: boolean,
): Node {
  const { name, key, definition, services } = project;
  const changed = services.filter((service) => facts.differences(service).length > 0).length;
  const orphans = services.filter(({ orphan }) => orphan).length;
  const condition = engine ? project.condition : "unknown";
  const description = [
    definition?.fault ? t("the files have an error") : "",
    engine ? projectWords(project) : "",
    changed > 0 ? t("{0} to recreate", changed) : "",
    orphans > 0 ? t("{0} not in the files", orphans) : "",
  ]
    .filter(Boolean)
    .join(" · ");
  const look = definition?.fault ? looks.partly : looks[condition];
  return {
    id: `projects/${key}`,
    contextValue: `project.${definition ? "defined" : "found"}.${condition}`,
    stamp: `${look.icon}\n${description}\n${definition?.files}`,
    object: project,
    isGroup: true,
    item() {
      const state =
        definition || open ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
      const item = new TreeItem(plain(name), state);
      item.description = description;
      item.iconPath = new ThemeIcon(look.icon, new ThemeColor(look.color));
      item.accessibilityInformation = { label: `${t("Project")} ${plain(name)}, ${description}` };
      return item;
    },
    tooltip: async () =>
      tooltip(name, [
        [t("State"), engine ? projectWords(project) : t("The engine does not answer.")],
        [t("Error"), definition?.fault ?? ""],
        [t("Files"), project.files.join(", ")],
        [t("Folder"), project.folder],
        [t("Profiles"), (definition?.profiles ?? []).join(", ")],
      ]),
    children: () => services.map((service) => serviceRow(engine, service, options, facts)),
  };
}

function serviceRow(
  engine: Engine | undefined,
  service: ServiceState,
  options: Options,
  facts: ProjectFacts,
): Node {
  const { name, key, definition, orphan, members } = service;
  const differences = facts.differences(service);
  const recreate = recreateWords(differences);
  const off = definition?.enabled === false;
  const description = [
    engine ? serviceWords(service) : "",
    servicePorts(service),
    orphan ? t("not in the files") : "",
    recreate,
  ]
    .filter(Boolean)
    .join(" · ");
  const look = serviceLook(engine, service);
  const where = orphan ? "orphan" : off ? "off" : definition ? "defined" : "found";
  const condition = engine ? service.condition : "unknown";
  const rows = (on: Engine) => [
    ...differences.map((one) => differenceRow(service, one)),
    ...members.map(({ container }) => containerRow(on, container, { ...options, ...ofContainer })),
  ];
  const below = engine !== undefined && differences.length + members.length > 0;
  return {
    id: `projects/${key}/${name}`,
    contextValue: `service.${where}.${condition}${recreate ? ".drift" : ""}`,
    stamp: `${look.icon}\n${description}`,
    object: service,
    isGroup: true,
    item() {
      const item = new TreeItem(
        plain(name),
        below ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
      );
      item.description = description;
      item.iconPath = new ThemeIcon(look.icon, new ThemeColor(look.color));
      item.accessibilityInformation = { label: `${t("Service")} ${plain(name)}, ${description}` };
      return item;
    },
    tooltip: async () => serviceTooltip(service, differences),
    ...(below && { children: () => rows(engine) }),
  };
}

const differenceRow = (service: ServiceState, difference: Difference) =>
  line({
    id: `projects/${service.key}/${service.name}/drift/${difference.key}`,
    label: difference.key,
    description: differenceWords(difference),
    icon: "diff",
    means: t("Difference"),
    contextValue: "difference",
    object: service,
  });

const ofContainer = { label: ["name"], description: ["state", "ports"] };

/** The look of the container that needs most attention. */
function serviceLook(engine: Engine | undefined, { members, condition }: ServiceState): Look {
  if (!engine) return looks.unknown;
  const found = members.map(({ container }) => lookOf(container));
  const order = ["error", "warning", "debug-restart", "debug-pause", "debug-rerun"];
  const worst = order
    .map((icon) => found.find((look) => look.icon === icon))
    .find((look) => look !== undefined);
  return worst ?? found[0] ?? looks[condition];
}

function serviceTooltip(service: ServiceState, differences: readonly Difference[]): string {
  const { name, definition, members, dependencies } = service;
  const [only] = members;
  if (members.length === 1 && only && !definition) return containerTooltip(only.container);
  return tooltip(name, [
    [t("State"), serviceWords(service)],
    ...differences
      .slice(0, 10)
      .map((one) => [t("Recreate, because of {0}", one.key), differenceWords(one)] as const),
    [t("Image"), definition?.image ?? only?.container.image ?? ""],
    [t("Ports"), servicePorts(service)],
    [t("Profiles"), (definition?.profiles ?? []).join(", ")],
    [t("Replicas"), String(service.wanted)],
    [
      t("Depends on"),
      dependencies.map(({ service: on, condition }) => `${on} (${condition})`).join(", "),
    ],
  ]);
}
