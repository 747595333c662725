// What the files of a project tell of its Dockerfile: package managers, frameworks, how it starts. Pure.
import { dotnetEntry, dotnetProject } from "./dotnet.ts";
import { execForm } from "./exec-form.ts";
import type { Details, Folder, ProjectFacts } from "./facts.ts";
import { gradleDetails, gradleEntry } from "./gradle.ts";
import { nodeDetails, nodeEntry, siteOf } from "./node.ts";
import { pythonDetails, pythonEntry } from "./python.ts";
import { mavenPrefetch, WEB_SERVER_PORT } from "./template-parts.ts";
import { type ProjectKind, templates } from "./templates-data.ts";

/** The entry point, as far as the files tell it for sure. */
export const entryOf = (folder: Folder, kind: ProjectKind): string | undefined =>
  FINDERS[kind]?.(folder);

const FINDERS: Partial<Record<ProjectKind, (folder: Folder) => string | undefined>> = {
  node: nodeEntry,
  python: pythonEntry,
  go: goEntry,
  rust: ({ read }) => /^\[package\][^[]*?^name\s*=\s*"([\w-]+)"/ms.exec(read("Cargo.toml"))?.[1],
  dotnet: dotnetEntry,
  php: ({ files }) => (files.includes("public") ? "public" : "."),
  ruby: ({ read }) => (RAILS.test(read("Gemfile")) ? "config.ru" : undefined),
  static: () => ".",
  maven: (folder) => (hasModules(folder) ? undefined : templates.maven.entry),
  gradle: gradleEntry,
};

/** The port, where it is not the program's affair: the web server of a site has one of its own. */
export const portOf = (folder: Folder, kind: ProjectKind): number | undefined =>
  kind === "static" || (kind === "node" && siteOf(folder)) ? WEB_SERVER_PORT : undefined;

/** What stands in the places of the template, and another template where the project needs one. */
export function detailsOf(folder: Folder, facts: ProjectFacts): Details {
  const { files } = folder;
  const given = (...names: string[]) => names.filter((name) => files.includes(name)).join(" ");
  switch (facts.kind) {
    case "node":
      return nodeDetails(folder, facts.entry);
    case "python":
      return pythonDetails(folder, facts);
    case "go":
      return { manifests: given("go.mod", "go.sum") };
    case "ruby":
      return { manifests: given("Gemfile", "Gemfile.lock"), command: rubyCommand(folder, facts) };
    case "maven":
      return { prefetch: hasModules(folder) ? "" : mavenPrefetch };
    case "gradle":
      return gradleDetails(folder);
    case "dotnet":
      return { project: dotnetProject(folder, facts.entry) };
    default:
      return {};
  }
}

/** A program of Go's stands beside go.mod, or in a folder below cmd. */
function goEntry({ files, below }: Folder): string | undefined {
  if (files.some((file) => file.endsWith(".go"))) return ".";
  const programs = below.filter((file) => /^cmd\/(.+\/)?main\.go$/.test(file));
  return programs.length === 1 ? `./${programs[0]?.replace(/\/main\.go$/, "")}` : undefined;
}

/** Maven reads its modules, too, before it does anything. */
const hasModules = ({ read }: Folder): boolean => /<modules>/.test(read("pom.xml"));

const RAILS = /^\s*gem\s+["']rails["']/m;

function rubyCommand({ read }: Folder, { entry, port }: ProjectFacts): string {
  return RAILS.test(read("Gemfile"))
    ? execForm("bundle", "exec", "rails", "server", "-b", "0.0.0.0", "-p", port)
    : execForm("bundle", "exec", "rackup", entry, "--host", "0.0.0.0", "--port", port);
}
