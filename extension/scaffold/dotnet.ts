// The project of a .NET folder or solution that is published. Pure.
import type { Details, Folder } from "./facts.ts";
import { dotnetVersions } from "./versions.ts";

const PROJECT = /\.(cs|fs|vb)proj$/;
/** A project's path in a solution, of the old form or the new one. */
const LISTED = /"([^"]+\.(?:cs|fs|vb)proj)"/g;

const nameOf = (path: string) => path.replace(/^.*\//, "").replace(PROJECT, "");

/** Paths of the projects beside the solution, else of those that it names; tests are none to start. */
function projectsOf({ files, read }: Folder): readonly string[] {
  const own = files.filter((file) => PROJECT.test(file));
  if (own.length > 0) return own;
  const text = files
    .filter((file) => /\.slnx?$/.test(file))
    .map(read)
    .join("\n");
  const listed = [...text.matchAll(LISTED)].map(([, path = ""]) => path.replaceAll("\\", "/"));
  return listed.filter((path) => !/tests?$/i.test(nameOf(path)));
}

/** The program's name, where there is one alone. */
export function dotnetEntry(folder: Folder): string | undefined {
  const [first, second] = projectsOf(folder);
  return first && !second ? nameOf(first) : undefined;
}

/** The project that makes the program; nothing where the folder's only one does. */
const projectOf = (folder: Folder, entry: string): string =>
  projectsOf(folder).find((path) => nameOf(path) === entry) ?? projectsOf(folder)[0] ?? "";

/** What stands in the places of the template. */
export function dotnetDetails(folder: Folder, entry: string): Details {
  const project = projectOf(folder, entry);
  const { sdk, runtime, rolls } = dotnetVersions(folder, project);
  const named = /<AssemblyName>([\w.-]+)</.exec(folder.read(project))?.[1];
  const roll = rolls ? " DOTNET_ROLL_FORWARD=Major" : "";
  return { project, program: named ?? entry, sdk, runtime, roll };
}
