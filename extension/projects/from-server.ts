// Reads projects through the language server, which loads files as Compose does.
import { Uri } from "vscode";
import {
  type ComposeProject,
  type ComposeProjectQuestion,
  type ComposeResource,
  composeProjectRequest,
} from "../../language-server/protocol.ts";
import type { Client } from "../client.ts";
import type { ComposeChoice, ReadProject } from "../workspace-projects.ts";
import { type Definition, dependenciesOf, type Raw, replicasOf } from "./definition.ts";

/** Reads with this client. */
export function projectReader(client: Client): ReadProject {
  return async (path, choice) => {
    const question = questionOf(path, choice);
    const answer = await client.request<ComposeProject | null>(composeProjectRequest, question);
    return answer ? definitionOf(answer) : undefined;
  };
}

const address = (path: string) => Uri.file(path).toString();
const pathOf = (uri: string) => Uri.parse(uri).fsPath;

/** How the server is asked for the project of a file. */
export function questionOf(path: string, choice: ComposeChoice): ComposeProjectQuestion {
  const { files, profiles, environmentFiles, name } = choice;
  return {
    ...(files ? { files: files.map(address) } : { uri: address(path) }),
    ...(profiles && { profiles }),
    ...(environmentFiles &&
      environmentFiles.length > 0 && { envFiles: environmentFiles.map(address) }),
    ...(name && { name }),
  };
}

function definitionOf(project: ComposeProject): Definition {
  const fault = project.problems.find(({ severity }) => severity === "error");
  return {
    name: project.name,
    files: project.files.map(pathOf),
    folder: pathOf(project.folder).replace(/(?<=.)[\\/]$/, ""),
    profiles: project.profiles,
    sources: project.sources.map(pathOf),
    services: project.services.map(({ name, profiles, enabled, config, uri, range }) => ({
      name,
      profiles,
      enabled,
      replicas: replicasOf(config),
      image: String(config.image ?? `${project.name}-${name}`),
      dependencies: dependenciesOf(config),
      config,
      place: { path: pathOf(uri), line: range.start.line },
    })),
    networks: resources(project.networks),
    volumes: resources(project.volumes),
    fault: fault ? `${pathOf(fault.uri)}:${fault.range.start.line + 1}: ${fault.message}` : "",
  };
}

const resources = (all: readonly ComposeResource[]): Raw =>
  Object.fromEntries(all.map(({ key, name, external }) => [key, { name, external }]));
