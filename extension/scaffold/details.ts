// What the files of a project tell of its Dockerfile: package managers, frameworks, how it starts. Pure.
import { dotnetDetails, dotnetEntry } from "./dotnet.ts";
import type { Details, Folder, ProjectFacts } from "./facts.ts";
import { gradleDetails, gradleEntry } from "./gradle.ts";
import { nodeDetails, nodeEntry, siteOf } from "./node.ts";
import { phpExtensions } from "./php.ts";
import { pythonDetails, pythonEntry } from "./python.ts";
import { resourcesOf } from "./resources.ts";
import { rubyDetails, rubyEntry } from "./ruby.ts";
import { rustDetails, rustEntry } from "./rust.ts";
import { copyAll, mavenPrefetch, WEB_SERVER_PORT } from "./template-parts.ts";
import { type ProjectKind, templates } from "./templates-data.ts";
import { goVersion, javaVersion } from "./versions.ts";

/** The entry point, as far as the files tell it for sure. */
export const entryOf = (folder: Folder, kind: ProjectKind): string | undefined =>
  FINDERS[kind]?.(folder);

const FINDERS: Partial<Record<ProjectKind, (folder: Folder) => string | undefined>> = {
  node: nodeEntry,
  python: pythonEntry,
  go: goEntry,
  rust: rustEntry,
  dotnet: dotnetEntry,
  php: ({ files }) => (files.includes("public") ? "public" : "."),
  ruby: rubyEntry,
  static: () => ".",
  maven: (folder) => (hasModules(folder) ? undefined : templates.maven.entry),
  gradle: gradleEntry,
};

/** The port, where it is not the program's affair: the web server of a site has one of its own. */
export const portOf = (folder: Folder, kind: ProjectKind): number | undefined =>
  kind === "static" || (kind === "node" && siteOf(folder)) ? WEB_SERVER_PORT : undefined;

/** What stands in the places of the template, and another template where the project needs one. */
export function detailsOf(folder: Folder, facts: ProjectFacts): Details {
  switch (facts.kind) {
    case "node":
      return nodeDetails(folder, facts.entry);
    case "python":
      return pythonDetails(folder, facts);
    case "go":
      return goDetails(folder);
    case "ruby":
      return rubyDetails(folder, facts);
    case "maven":
      return mavenDetails(folder);
    case "gradle":
      return gradleDetails(folder);
    case "rust":
      return rustDetails(folder);
    case "php":
      return { extensions: phpExtensions(folder) };
    case "dotnet":
      return dotnetDetails(folder, facts.entry);
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

/** A module that `replace` finds in the project has to be there before anything is loaded. */
function goDetails(folder: Folder): Details {
  const given = ["go.mod", "go.sum"].filter((name) => folder.files.includes(name));
  const hasOwn = /=>\s*\.{0,2}\//.test(folder.read("go.mod"));
  return {
    go: goVersion(folder),
    copy: hasOwn ? copyAll : `COPY ${given.join(" ")} ./`,
    resources: resourcesOf(folder),
  };
}

function mavenDetails(folder: Folder): Details {
  const java = String(javaVersion(folder.read("pom.xml")));
  return { java, prefetch: hasModules(folder) ? "" : mavenPrefetch };
}

/** Maven reads its modules, too, before it does anything. */
const hasModules = ({ read }: Folder): boolean => /<modules>/.test(read("pom.xml"));
