// What a Dockerfile may have been built into: by Build Image…, or by Compose.
import { type Memento, Uri } from "vscode";
import { imagesBuiltFrom } from "../projects/built-from.ts";
import { lastChoice } from "./build-choices.ts";
import { usualTag } from "./dockerfiles.ts";
import type { WorkspaceProjects } from "./workspace-projects.ts";

/**
 * The references, the likeliest first, of the Dockerfile with this address. The workspace's Compose
 * files are read only where somebody asks for more than the first ones.
 */
export async function* builtReferences(
  memory: Memento,
  projects: WorkspaceProjects,
  dockerfile: string,
): AsyncGenerator<string> {
  const path = Uri.parse(dockerfile).fsPath;
  const last = lastChoice(memory, path)?.tag;
  if (last) yield last;
  yield usualTag(path);
  await projects.ready();
  yield* imagesBuiltFrom(projects.definitions, path);
}
