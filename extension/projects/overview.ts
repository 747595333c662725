// Joins what files define with what an engine runs: project → services → containers. Pure.
import type { Container } from "../engine/model/objects.ts";
import type { Definition, ServiceDefinition } from "./definition.ts";
import { type ComposeLabels, composeLabels, type Dependency } from "./labels.ts";

/** running: all that is wanted runs, and is healthy; absent: there is no container. */
export type Condition = "running" | "partly" | "stopped" | "absent";

/** A container together with what Compose noted on it. */
export interface Member {
  readonly container: Container;
  readonly labels: ComposeLabels;
}

export interface ServiceState {
  readonly kind: "service";
  /** The project's name, and its key. */
  readonly project: string;
  readonly key: string;
  readonly name: string;
  readonly definition: ServiceDefinition | undefined;
  /** Running but not defined, in a project whose files are known. */
  readonly orphan: boolean;
  /** The replicas, by their number; what `run` made stands behind them. */
  readonly members: readonly Member[];
  readonly wanted: number;
  readonly condition: Condition;
  readonly dependencies: readonly Dependency[];
}

export interface ProjectState {
  readonly kind: "project";
  /** Names the row; two definitions may bear one project's name. */
  readonly key: string;
  readonly name: string;
  readonly definition: Definition | undefined;
  readonly files: readonly string[];
  readonly folder: string;
  readonly environmentFiles: readonly string[];
  readonly services: readonly ServiceState[];
  readonly condition: Condition;
}

/** All projects, in alphabetical order: those that files define, and those that only run. */
export function projectsOf(
  containers: Iterable<Container>,
  definitions: readonly Definition[],
): ProjectState[] {
  const members = membersByProject(containers);
  const projects: ProjectState[] = [];
  for (const [name, defined] of grouped(definitions)) {
    const left = members.get(name) ?? [];
    members.delete(name);
    // Folders of one name make one project for Compose; whose a container is, its label tells.
    const shares = shared(left, defined);
    defined.forEach((definition, index) => {
      const key = index === 0 ? name : `${name} ${definition.folder}`;
      projects.push(project(key, name, definition, shares[index] ?? []));
    });
  }
  for (const [name, left] of members) projects.push(project(name, name, undefined, left));
  return projects.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function membersByProject(containers: Iterable<Container>): Map<string, Member[]> {
  const members = new Map<string, Member[]>();
  for (const container of containers) {
    const labels = composeLabels(container);
    if (!labels) continue;
    const known = members.get(labels.project);
    if (known) known.push({ container, labels });
    else members.set(labels.project, [{ container, labels }]);
  }
  return members;
}

function grouped(definitions: readonly Definition[]): Map<string, Definition[]> {
  const byName = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const known = byName.get(definition.name);
    if (known) known.push(definition);
    else byName.set(definition.name, [definition]);
  }
  return byName;
}

function shared(members: readonly Member[], definitions: readonly Definition[]): Member[][] {
  const shares: Member[][] = definitions.map(() => []);
  for (const member of members) {
    const { files, folder } = member.labels;
    const byFiles = definitions.findIndex((one) => files.some((file) => one.files.includes(file)));
    const byFolder = definitions.findIndex((one) => one.folder === folder);
    shares[Math.max(0, byFiles >= 0 ? byFiles : byFolder)]?.push(member);
  }
  return shares;
}

function project(
  key: string,
  name: string,
  definition: Definition | undefined,
  members: readonly Member[],
): ProjectState {
  const byService = new Map<string, Member[]>();
  for (const one of definition?.services ?? []) byService.set(one.name, []);
  for (const member of members) {
    const known = byService.get(member.labels.service);
    if (known) known.push(member);
    else byService.set(member.labels.service, [member]);
  }
  const defined = new Map((definition?.services ?? []).map((one) => [one.name, one]));
  const services = [...byService]
    .map(([service, of]) => ({
      ...serviceState(name, service, defined.get(service), of, definition),
      key,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // The newest container knows best which files it was made from.
  const newest = members.reduce<Member | undefined>(
    (best, one) => (best && best.container.created >= one.container.created ? best : one),
    undefined,
  );
  return {
    kind: "project",
    key,
    name,
    definition,
    files: definition?.files ?? newest?.labels.files ?? [],
    folder: definition?.folder ?? newest?.labels.folder ?? "",
    environmentFiles: newest?.labels.environmentFiles ?? [],
    services,
    condition: together(services),
  };
}

function serviceState(
  project: string,
  name: string,
  definition: ServiceDefinition | undefined,
  of: readonly Member[],
  file: Definition | undefined,
): Omit<ServiceState, "key"> {
  const members = [...of].sort(
    (a, b) =>
      Number(a.labels.oneOff) - Number(b.labels.oneOff) ||
      a.labels.number - b.labels.number ||
      (a.container.name < b.container.name ? -1 : 1),
  );
  const replicas = members.filter(({ labels }) => !labels.oneOff);
  // A file that is half written or does not load defines nothing for certain.
  const orphan = file !== undefined && !file.fault && !definition;
  const wanted = definition?.enabled ? definition.replicas : replicas.length;
  return {
    kind: "service",
    project,
    name,
    definition,
    orphan,
    members,
    wanted,
    condition: conditionOf(replicas, wanted),
    dependencies: definition?.dependencies ?? members[0]?.labels.dependencies ?? [],
  };
}

/** Whether a container does what it is there for: it runs, or has ended without an error. */
const isWell = ({ state, health, exitCode }: Container) =>
  state === "running" ? health !== "unhealthy" : state === "exited" && exitCode === 0;

const lives = ({ state }: Container) =>
  state === "running" || state === "paused" || state === "restarting";

function conditionOf(replicas: readonly Member[], wanted: number): Condition {
  if (replicas.length === 0) return "absent";
  if (!replicas.some(({ container }) => lives(container))) return "stopped";
  const well = replicas.filter(
    ({ container }) => isWell(container) && container.state === "running",
  );
  return well.length >= wanted && well.length === replicas.length ? "running" : "partly";
}

function together(services: readonly ServiceState[]): Condition {
  const made = services.filter(({ condition }) => condition !== "absent");
  if (made.length === 0) return "absent";
  if (made.every(({ condition }) => condition === "stopped")) return "stopped";
  const isRight = (one: ServiceState) =>
    one.condition === "running" ||
    (one.condition === "absent" && one.wanted === 0) ||
    // A job that has done its work is no fault of the project.
    (one.condition === "stopped" && one.members.every(({ container }) => isWell(container)));
  return services.every(isRight) ? "running" : "partly";
}
