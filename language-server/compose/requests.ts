// The requests about whole Compose projects: what the extension's views and documents are made of.

import type { Host } from "../host.ts";
import type {
  ComposeProject,
  ComposeProjectQuestion,
  ComposeResource,
  EffectiveConfiguration,
  SourceRange,
} from "../protocol.ts";
import { effectiveProject, profilesOf } from "./effective/effective.ts";
import { toJson } from "./effective/json.ts";
import { toYaml } from "./effective/yaml.ts";
import type { Problem, SourceSpan } from "./problem.ts";
import { problemsOf } from "./project/model.ts";
import { isEnabled, loadProject, type Project } from "./project/project.ts";
import { type ProjectChoice, projectOf } from "./project/project-files.ts";
import { nameOf, resolveUri } from "./uri.ts";
import { parseCompose } from "./yaml/document.ts";
import { at, type Entry, entriesAt, itemsAt, type MapNode, textAt } from "./yaml/tree.ts";

/** The project as one file, each line with the place it comes from. */
export function effectiveConfiguration(
  question: ComposeProjectQuestion,
  host: Host,
): EffectiveConfiguration | undefined {
  const project = projectFor(question, host);
  const root = project && effectiveProject(project, host);
  if (!root) return undefined;
  const place = placer(project);
  const sources: string[] = [];
  const lines = toYaml(root);
  const origins = lines.map(({ origin }) => {
    if (!origin) return null;
    const { uri, range } = place(origin);
    if (!sources.includes(uri)) sources.push(uri);
    return [sources.indexOf(uri), range.start.line, range.start.character] as const;
  });
  const text = lines.map((line) => `${line.text}\n`).join("");
  return { name: project.name, text, sources, origins };
}

/** The answer to a question about a project; undefined where no file can be read. */
export function composeProject(
  question: ComposeProjectQuestion,
  host: Host,
): ComposeProject | undefined {
  const project = projectFor(question, host);
  if (!project) return undefined;
  const whole = effectiveProject({ ...project, profiles: ["*"] }, host);
  const place = placer(project);
  return {
    name: project.name,
    folder: project.folder,
    files: project.addresses,
    sources: [...new Set([...project.files.keys(), ...envFilesOf(project)])],
    profiles: profilesOf(project),
    services: entriesAt(whole, "services").map((entry) => ({
      name: entry.key,
      profiles: itemsAt(entry.value, "profiles").map((item) => textAt(item) ?? ""),
      enabled: isEnabled(project, entry.value),
      config: toJson(entry.value) as Readonly<Record<string, unknown>>,
      ...place({ ...entry.keySpan, source: entry.source }),
    })),
    networks: resources(whole, "networks", place),
    volumes: resources(whole, "volumes", place),
    secrets: resources(whole, "secrets", place),
    configs: resources(whole, "configs", place),
    problems: problemsOf(project, host).map((problem) => ({
      ...place(problem),
      message: problem.message,
      severity: severityOf(problem),
    })),
  };
}

/** The project that a question asks for, as `docker compose` finds it. */
export function projectFor(
  { uri, files, folder, profiles, envFiles, name }: ComposeProjectQuestion,
  host: Host,
): Project | undefined {
  const found = files ? { files } : uri === undefined ? undefined : projectOf(uri, host);
  const address = uri === undefined || nameOf(uri) === ".env" ? found?.files?.[0] : uri;
  const text = address === undefined ? undefined : host.files.read(address);
  if (address === undefined || typeof text !== "string") return undefined;
  const choice: ProjectChoice = {
    ...found,
    ...(folder && { folder }),
    ...(profiles && { profiles }),
    ...(envFiles && { envFiles }),
    ...(name !== undefined && { name }),
  };
  return loadProject(parseCompose(text), address, host, choice);
}

type Placer = (where: SourceSpan) => SourceRange;

/** Gives places with the address of their document. */
export function placer({ files, uri }: Project): Placer {
  const addresses = new Map([...files].map(([address, document]) => [document.source, address]));
  return (where) => ({
    uri: addresses.get(where.source) ?? uri,
    range: where.source.lines.range(where),
  });
}

function resources(
  whole: MapNode | undefined,
  section: string,
  place: Placer,
): readonly ComposeResource[] {
  return entriesAt(whole, section).map((entry: Entry) => ({
    key: entry.key,
    name: textAt(entry.value, "name") ?? entry.key,
    external: textAt(entry.value, "external") === "true",
    file: textAt(entry.value, "file"),
    ...place({ ...entry.keySpan, source: entry.source }),
  }));
}

/** Env files that services name. */
function envFilesOf({ root, folder, folders, envFiles }: Project): readonly string[] {
  const named = entriesAt(root, "services").flatMap(({ value }) =>
    itemsAt(value, "env_file").flatMap((item) => {
      const path = item.kind === "map" ? at(item, "path") : item;
      const base = path && (folders.get(path.source) ?? folder);
      return path?.kind === "scalar" && base ? [resolveUri(base, path.text)] : [];
    }),
  );
  return [...envFiles, ...named];
}

/** A variable without a value may have one in the shell. */
function severityOf({ code, severity }: Problem) {
  return severity ?? (code === "RequiredVariable" ? "info" : "error");
}
