// The Dockerfiles of the workspace, and what a build of one takes when nothing else is said.
import { basename, dirname } from "node:path";
import { Uri, workspace } from "vscode";

/** More of them nobody picks from. */
const MOST = 200;

/** All Dockerfiles of the workspace, in the order of their paths. */
export async function findDockerfiles(): Promise<Uri[]> {
  const found = await workspace.findFiles(
    "**/{[Dd]ockerfile,[Cc]ontainerfile,*.[Dd]ockerfile,[Dd]ockerfile.*}",
    "**/{node_modules,.git}/**",
    MOST,
  );
  return found
    .filter(({ path }) => !path.endsWith(".dockerignore"))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The Dockerfile's folder; a file in a folder called `docker` is built from the one above. */
export function contextOf(dockerfile: string): string {
  const workspaceFolder = workspace.getWorkspaceFolder(Uri.file(dockerfile))?.uri.fsPath;
  const own = dirname(dockerfile);
  return /^\.?docker$/.test(basename(own)) && own !== workspaceFolder ? dirname(own) : own;
}

/** A tag by the folder's name, as far as a reference may hold it. */
export function usualTag(dockerfile: string): string {
  const name = basename(dirname(dockerfile))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|[._-]+$/g, "");
  return `${name || "image"}:latest`;
}
