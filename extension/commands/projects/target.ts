// Finds the project, and the services of it, that a command works on: a row, a file, a code lens's
// argument, or what the person picks.
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, sep } from "node:path";
import { Uri, window, workspace } from "vscode";
import type { ConnectionState } from "../../connections/sought-engine.ts";
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import type { ComposeTarget } from "../../projects/cli.ts";
import type { Definition } from "../../projects/definition.ts";
import { type ProjectState, projectsOf, type ServiceState } from "../../projects/overview.ts";
import { projectWords, serviceWords } from "../../projects/words.ts";
import { requireTrust } from "../../trust.ts";
import type { Node } from "../../views/node.ts";
import { plain } from "../../wording/format.ts";
import type { Services } from "../command.ts";

/** What a command on projects is about. */
export interface Subject {
  readonly kind: "subject";
  readonly project: ProjectState;
  /** The services meant; none: all. */
  readonly services: readonly string[];
}

/** How long (ms) an engine is waited for; one that is known not to answer, not at all. */
const patience: Partial<Record<ConnectionState["status"], number>> = {
  connected: 20_000,
  connecting: 3000,
};

/** All projects of the workspace and, if it answers, of the engine. */
export async function allProjects(services: Services): Promise<ProjectState[]> {
  const watch = services.connection.watch();
  try {
    await services.projects.ready();
    const engine = await services.engine().catch(() => undefined);
    const limit = patience[services.connection.state.status];
    if (limit) await engine?.model.whenLive(AbortSignal.timeout(limit)).catch(() => {});
    return projectsOf(engine?.model.containers.values() ?? [], services.projects.definitions);
  } finally {
    watch.dispose();
  }
}

/** The project of the row, the file, or the pick; undefined when dismissed. */
export async function subjectOf(
  services: Services,
  nodes: readonly Node[],
  args: readonly unknown[],
): Promise<Subject | undefined> {
  if (isSubject(args[0])) return args[0];
  const rows = nodes.map(({ object }) => object as ProjectState | ServiceState | undefined);
  const project = rows.find((row) => row?.kind === "project");
  if (project?.kind === "project") return { kind: "subject", project, services: [] };
  const ofServices = rows.filter((row) => row?.kind === "service");
  const [first] = ofServices;
  if (first) {
    const chosen = (await allProjects(services)).find(({ key }) => key === first.key);
    const names = ofServices.filter(({ key }) => key === first.key).map(({ name }) => name);
    if (chosen) return { kind: "subject", project: chosen, services: names };
  }
  const place = placeOf(args);
  if (place) return ofFile(services, place);
  const picked = await pickProject(await allProjects(services));
  return picked && { kind: "subject", project: picked, services: [] };
}

const isSubject = (value: unknown): value is Subject =>
  (value as Subject | undefined)?.kind === "subject";

/** The same with at least one service in it: the person picks where none is given. */
export async function serviceSubject(
  services: Services,
  nodes: readonly Node[],
  args: readonly unknown[],
  where: (service: ServiceState) => boolean = () => true,
): Promise<Subject | undefined> {
  const subject = await subjectOf(services, nodes, args);
  if (!subject || subject.services.length > 0) return subject;
  const items = subject.project.services.filter(where).map((service) => ({
    label: plain(service.name),
    description: serviceWords(service),
    service,
  }));
  if (items.length === 0) {
    void window.showInformationMessage(t("There is no service that this command can be used on."));
    return undefined;
  }
  const picked =
    items.length === 1
      ? items[0]
      : await window.showQuickPick(items, { placeHolder: t("Choose a service") });
  return picked && { ...subject, services: [picked.service.name] };
}

interface FilePlace {
  readonly path: string;
  readonly services: readonly string[];
}

/** A file: as the explorer and editors give it (Uri), or as code lenses do ("file:…", { uri, service }). */
function placeOf([first]: readonly unknown[]): FilePlace | undefined {
  const { uri = first, service } = (
    typeof first === "object" && first !== null && !(first instanceof Uri) ? first : {}
  ) as { uri?: unknown; service?: unknown };
  const file =
    uri instanceof Uri ? uri : typeof uri === "string" && uri ? Uri.parse(uri, true) : undefined;
  if (!file) return undefined;
  return { path: file.fsPath, services: typeof service === "string" ? [service] : [] };
}

async function ofFile(services: Services, { path, services: names }: FilePlace): Promise<Subject> {
  const projects = await allProjects(services);
  const known =
    projects.find(({ definition }) => definition?.files[0] === path) ??
    projects.find(({ definition }) => definition?.files.includes(path)) ??
    projects.find(({ files }) => files.includes(path));
  const project = known ?? (await unknownFile(services, path));
  return { kind: "subject", project, services: names };
}

/** A file of which nothing is known yet: Compose itself will say what it defines. */
async function unknownFile(services: Services, path: string): Promise<ProjectState> {
  const definition = await services.projects.load(path);
  const [project] = definition ? projectsOf([], [definition]) : [];
  return (
    project ?? {
      kind: "project",
      key: path,
      name: "",
      definition: undefined,
      files: services.projects.choice(path).files ?? [path, ...overrideOf(path)],
      folder: dirname(path),
      environmentFiles: [],
      services: [],
      condition: "absent",
    }
  );
}

/** The file that Compose lays over its base file by itself. */
function overrideOf(path: string): string[] {
  const stem = /^(.*[\\/](?:docker-)?compose)\.ya?ml$/.exec(path)?.[1];
  const names = stem ? [`${stem}.override.yml`, `${stem}.override.yaml`] : [];
  return names.filter(existsSync).slice(0, 1);
}

async function pickProject(projects: readonly ProjectState[]): Promise<ProjectState | undefined> {
  if (projects.length === 0) {
    void window.showInformationMessage(
      t("There is no Compose project: neither in the workspace nor on the engine."),
    );
    return undefined;
  }
  const open = window.activeTextEditor?.document.uri.fsPath ?? "";
  const current = projects.find(({ files }) => files.includes(open));
  if (current) return current;
  const items = projects.map((project) => ({
    label: plain(project.name),
    description: projectWords(project),
    detail: project.folder,
    project,
  }));
  const placeHolder = t("Choose a project");
  const picked = items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder });
  return picked?.project;
}

/**
 * What Compose is to be called on. Labels on containers may have been written by anybody, so files
 * that only they name are used inside the workspace alone; `byName` does without files there.
 * @throws EngineError where the files are needed and cannot be used.
 */
export function targetOf(
  services: Services,
  project: ProjectState,
  byName: boolean,
): ComposeTarget {
  const { definition, files, folder, name } = project;
  requireTrust(t("Trust it first: Compose may run any program that its files name."));
  if (definition || project.name === "") {
    const choice = services.projects.choice(files[0] ?? "");
    return {
      folder: definition ? startFolder(definition) : folder,
      files,
      ...(choice.folder && { projectFolder: choice.folder }),
      ...(choice.name && { name: choice.name }),
      profiles: choice.profiles ?? [],
      environmentFiles: choice.environmentFiles ?? [],
    };
  }
  const ours = files.length > 0 && files.every(inWorkspace);
  if (ours)
    return {
      folder,
      files,
      ...(folder !== dirname(files[0] ?? "") && { projectFolder: folder }),
      name,
      environmentFiles: project.environmentFiles.filter(inWorkspace),
    };
  if (byName) return { folder: homedir(), files: [], name };
  throw new EngineError("invalid", t("The files of {0} are not in this workspace.", plain(name)), {
    remedy: t("Open the folder {0} first.", plain(folder)),
  });
}

/** Where Compose is started: in a folder above, whose `.env` names the project's files. */
function startFolder({ folder, sources }: Definition): string {
  const above = sources
    .filter((path) => basename(path) === ".env")
    .map((path) => dirname(path))
    .find((place) => folder.startsWith(`${place}${sep}`));
  return above ?? folder;
}

const inWorkspace = (path: string) => workspace.getWorkspaceFolder(Uri.file(path)) !== undefined;

/** A service's name as an argument. Labels may hold anything: what looks like an option is refused. */
export function asArguments(names: readonly string[]): readonly string[] {
  for (const name of names)
    if (!/^[\w][\w.-]*$/.test(name))
      throw new EngineError("invalid", t("“{0}” is not the name of a service.", plain(name)));
  return names;
}
