// Tasks that build and run: made from tasks.json alone, without a question.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
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
import { dockerLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { run } from "../engine/run.ts";
import { BuildTerminal } from "../terminals/build.ts";
import { SessionTerminal } from "../terminals/session-terminal.ts";

interface BuildDefinition extends TaskDefinition {
  readonly context?: string;
  readonly dockerfile?: string;
  readonly tag?: string;
  readonly target?: string;
  readonly platform?: string;
  readonly args?: Record<string, string>;
  readonly secrets?: Record<string, string>;
  readonly noCache?: boolean;
  readonly pull?: boolean;
}

interface RunDefinition extends TaskDefinition {
  readonly image: string;
  readonly command?: string[];
  readonly env?: Record<string, string>;
  readonly ports?: string[];
}

/** Registers both kinds of tasks. */
export function registerTasks(engine: () => Promise<Engine>): Disposable[] {
  const makers: Readonly<Record<string, (task: TaskDefinition, folder: string) => Pseudoterminal>> =
    {
      "dockwright-build": (task, folder) => buildTerminal(engine, task as BuildDefinition, folder),
      "dockwright-run": (task) => runTerminal(engine, task as RunDefinition),
    };
  return Object.entries(makers).map(([type, make]) =>
    tasks.registerTaskProvider(type, {
      provideTasks: () => [],
      resolveTask: ({ definition, scope, name }) => {
        const folder = folderOf(scope);
        return new Task(
          definition,
          typeof scope === "object" ? scope : folder.scope,
          name,
          "docker",
          new CustomExecution(async (resolved) => make(resolved as TaskDefinition, folder.path)),
          [],
        );
      },
    }),
  );
}

function folderOf(scope: Task["scope"]): { path: string; scope: WorkspaceFolder | 2 } {
  const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
  return { path: folder?.uri.fsPath ?? process.cwd(), scope: folder ?? 2 };
}

function buildTerminal(
  engine: () => Promise<Engine>,
  task: BuildDefinition,
  folder: string,
): Pseudoterminal {
  const context = resolve(folder, task.context ?? ".");
  const dockerfile = resolve(context, task.dockerfile ?? "Dockerfile");
  const { tag, target, platform, args, noCache = false, pull = false } = task;
  const secrets = Object.entries(task.secrets ?? {}).map(([id, file]) => [
    id,
    () => readFile(resolve(folder, file)),
  ]);
  return new BuildTerminal({
    engine,
    isTask: true,
    line: dockerLine("build", ...(tag ? ["-t", tag] : []), "-f", dockerfile, context),
    options: {
      folder: context,
      dockerfile,
      tags: tag ? [tag] : [],
      noCache,
      pull,
      secrets: Object.fromEntries(secrets),
      ...(target && { target }),
      ...(platform && { platform }),
      ...(args && { args }),
    },
  });
}

function runTerminal(engine: () => Promise<Engine>, task: RunDefinition): Pseudoterminal {
  const { image, command, env = {}, ports = [] } = task;
  return new SessionTerminal({
    isTask: true,
    line: dockerLine(
      "run",
      "--rm",
      "-it",
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
