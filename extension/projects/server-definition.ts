// What the language server says of a project as the definition that the view works with. Pure.
import type { ComposeProject, ComposeResource } from "../../language-server/protocol.ts";
import { type Definition, dependenciesOf, type Raw, replicasOf } from "./definition.ts";

/** The definition; `pathOf` gives the path of an address. */
export function definitionFrom(
  project: ComposeProject,
  pathOf: (uri: string) => string,
): Definition {
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
    secrets: resources(project.secrets),
    configs: resources(project.configs),
    fault: fault ? `${pathOf(fault.uri)}:${fault.range.start.line + 1}: ${fault.message}` : "",
  };
}

const resources = (all: readonly ComposeResource[]): Raw =>
  Object.fromEntries(all.map(({ key, name, external, file }) => [key, { name, external, file }]));
