// The task type `dockwright-build`.
import { relative, resolve } from "node:path";
import { type Pseudoterminal, type TaskDefinition, type WorkspaceFolder, workspace } from "vscode";
import { optionsOf } from "../commands/builds/choice.ts";
import type { Services } from "../commands/command.ts";
import { BuildTerminal } from "../terminals/build.ts";
import { buildLine } from "../terminals/build-line.ts";
import type { BuildChoice } from "../workspace/build-choices.ts";
import { contextOf, factsReader, findDockerfiles, usualTag } from "../workspace/dockerfiles.ts";

interface BuildDefinition extends TaskDefinition {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly tag?: string;
  readonly target?: string;
  readonly platform?: string;
  readonly args?: Record<string, string>;
  readonly secrets?: Record<string, string>;
  readonly ssh?: string[];
  readonly noCache?: boolean;
  readonly pull?: boolean;
}

interface Found {
  readonly definition: BuildDefinition;
  readonly scope: WorkspaceFolder;
  readonly name: string;
}

/** More Dockerfiles make a list that nobody reads. */
const OFFERED = 20;

/** A task for every Dockerfile of the workspace. */
export async function foundBuilds(): Promise<readonly Found[]> {
  return (await findDockerfiles()).slice(0, OFFERED).flatMap((uri) => {
    const scope = workspace.getWorkspaceFolder(uri);
    if (!scope) return [];
    const context = contextOf(uri.fsPath);
    const definition: BuildDefinition = {
      type: "dockwright-build",
      context: relative(scope.uri.fsPath, context) || ".",
      dockerfile: relative(context, uri.fsPath),
      tag: usualTag(uri.fsPath),
    };
    return [{ definition, scope, name: `build ${workspace.asRelativePath(uri, false)}` }];
  });
}

/** Builds by the definition; paths in it are relative to the workspace folder. */
export function buildTerminal(
  { engine, client, connection }: Pick<Services, "engine" | "client" | "connection">,
  definition: TaskDefinition,
  folder: string,
): Pseudoterminal {
  const task = definition as BuildDefinition;
  const { tag = "", args = {}, ssh = [], noCache = false, pull = false } = task;
  const context = resolve(folder, task.context ?? ".");
  const secretFiles = Object.fromEntries(
    Object.entries(task.secrets ?? {}).map(([id, file]) => [id, resolve(folder, file)]),
  );
  const choice: BuildChoice = {
    ...{ tag, args, ssh, noCache, pull, secretFiles },
    folder: context,
    dockerfile: resolve(context, task.dockerfile ?? "Dockerfile"),
    ...(task.target && { target: task.target }),
    ...(task.platform && { platform: task.platform }),
  };
  return new BuildTerminal({
    engine,
    facts: factsReader(client),
    isTask: true,
    line: buildLine(choice, connection.current),
    options: optionsOf(choice),
  });
}
