// Tasks that build and run: made from tasks.json alone, without a question.
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import {
  CustomExecution,
  type Disposable,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  tasks,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import type { Services } from "../commands/command.ts";
import { dockerLine } from "../docker-line.ts";
import { contextOf, factsReader, findDockerfiles, usualTag } from "../dockerfiles.ts";
import { run } from "../engine/verbs/run.ts";
import { BuildTerminal } from "../terminals/build.ts";
import { buildLine } from "../terminals/build-line.ts";
import { SessionTerminal } from "../terminals/session-terminal.ts";
import { sshAgentsFor } from "../terminals/ssh-agents.ts";

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

interface RunDefinition extends TaskDefinition {
  readonly image: string;
  readonly command?: string[];
  readonly env?: Record<string, string>;
  readonly ports?: string[];
}

/** What tasks need of the extension. */
type Needs = Pick<Services, "engine" | "client">;

/** What makes the two kinds of tasks different. */
const kinds = {
  "dockwright-build": { make: buildTerminal, matchers: ["$dockwright-build"], found: buildTasks },
  "dockwright-run": { make: runTerminal, matchers: [], found: async () => [] },
} as const;

/** Registers both kinds of tasks. */
export function registerTasks(services: Needs): Disposable[] {
  return Object.entries(kinds).map(([type, { make, matchers, found }]) => {
    const complete = (definition: TaskDefinition, scope: Task["scope"], name: string) => {
      const folder = folderOf(scope);
      const run = new CustomExecution(async (resolved) => make(services, resolved, folder.path));
      const where = typeof scope === "object" ? scope : folder.scope;
      return new Task(definition, where, name, "docker", run, [...matchers]);
    };
    return tasks.registerTaskProvider(type, {
      provideTasks: async () =>
        (await found()).map(({ definition, scope, name }) => complete(definition, scope, name)),
      resolveTask: ({ definition, scope, name }) => complete(definition, scope, name),
    });
  });
}

/** A task for every Dockerfile of the workspace; more than these make a list that nobody reads. */
const OFFERED = 20;

async function buildTasks() {
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

function folderOf(scope: Task["scope"]): { path: string; scope: WorkspaceFolder | 2 } {
  const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
  return { path: folder?.uri.fsPath ?? process.cwd(), scope: folder ?? 2 };
}

function buildTerminal(
  { engine, client }: Needs,
  definition: TaskDefinition,
  folder: string,
): Pseudoterminal {
  const task = definition as BuildDefinition;
  const context = resolve(folder, task.context ?? ".");
  const dockerfile = resolve(context, task.dockerfile ?? "Dockerfile");
  const { tag, target, platform, args, noCache = false, pull = false } = task;
  const secrets = Object.entries(task.secrets ?? {}).map(([id, file]) => [
    id,
    () => readFile(resolve(folder, file)),
  ]);
  return new BuildTerminal({
    engine,
    facts: factsReader(client),
    isTask: true,
    line: buildLine({ ...task, folder: context, dockerfile, secretFiles: task.secrets }),
    options: {
      folder: context,
      dockerfile,
      tags: tag ? [tag] : [],
      noCache,
      pull,
      secrets: Object.fromEntries(secrets),
      sshAgents: sshAgentsFor(task.ssh ?? []),
      ...(target && { target }),
      ...(platform && { platform }),
      ...(args && { args }),
    },
  });
}

function runTerminal({ engine }: Needs, definition: TaskDefinition): Pseudoterminal {
  const { image, command, env = {}, ports = [] } = definition as RunDefinition;
  return new SessionTerminal({
    isTask: true,
    line: dockerLine(
      "run",
      "--rm",
      "-it",
      ...Object.entries(env).flatMap(([name, value]) => ["-e", `${name}=${value}`]),
      ...ports.flatMap((port) => ["-p", port]),
      image,
      ...(command ?? []),
    ),
    start: async () => {
      const session = await run(await engine(), {
        Image: image,
        Tty: true,
        OpenStdin: true,
        Env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
        ...(command && { Cmd: command }),
        ...publish(ports),
      });
      return { session, tty: true, end: () => session.close() };
    },
  });
}

/** `[[ip:]host:]container[/protocol]`, as the CLI reads them. */
function publish(ports: readonly string[]) {
  const bindings: Record<string, { HostIp?: string; HostPort: string }[]> = {};
  for (const port of ports) {
    const [spec = "", protocol = "tcp"] = port.split("/");
    const parts = spec.split(":");
    const container = `${parts.pop()}/${protocol}`;
    const HostPort = parts.pop() ?? "";
    const HostIp = parts.join(":");
    bindings[container] = [...(bindings[container] ?? []), { HostPort, ...(HostIp && { HostIp }) }];
  }
  return {
    ExposedPorts: Object.fromEntries(Object.keys(bindings).map((port) => [port, {}])),
    HostConfig: { AutoRemove: true, PortBindings: bindings },
  };
}
