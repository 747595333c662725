// Runs a program of the person's in a terminal of its own, beside the engine in use. Knows no program.
import {
  ProcessExecution,
  Task,
  type TaskDefinition,
  type TaskExecution,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  tasks,
  Uri,
  workspace,
} from "vscode";
import { quoted } from "../docker-line.ts";
import { cliEnvironment } from "../engine/connection/endpoint.ts";
import { showEquivalent } from "../log.ts";
import type { Services } from "./command.ts";

/** What is to be run, and what the terminal is called. */
export interface TerminalProgram {
  readonly program: string;
  readonly args: readonly string[];
  /** Where it is started. */
  readonly folder: string;
  readonly title: string;
  /** As in tasks.json, where it has such a task. VS Code takes two of the same definition for the same task. */
  readonly definition: TaskDefinition;
  readonly source: string;
  /** True: the person types into the terminal. */
  readonly focus?: boolean;
}

/** Runs it, where Ctrl+C ends it. Gives the exit code when it has ended; undefined when its terminal was closed. */
export async function runProgram(
  services: Services,
  { program, args, folder, title, definition, source, focus = false }: TerminalProgram,
): Promise<number | undefined> {
  showEquivalent([program, ...args].map(quoted).join(" "));
  const execution = new ProcessExecution(program, [...args], {
    cwd: folder,
    env: await environment(services),
  });
  const scope = workspace.getWorkspaceFolder(Uri.file(folder)) ?? TaskScope.Workspace;
  const task = new Task(definition, scope, title, source, execution, []);
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    clear: true,
    focus,
    showReuseMessage: false,
  };
  return ended(task);
}

async function ended(task: Task): Promise<number | undefined> {
  const codes = new Map<TaskExecution, number | undefined>();
  let wake = () => {};
  // Heard before it begins: a short run may be over at once.
  const listeners = [
    tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      codes.set(execution, exitCode);
      wake();
    }),
    tasks.onDidEndTask(({ execution }) => {
      if (!codes.has(execution)) codes.set(execution, undefined);
      wake();
    }),
  ];
  try {
    const own = await tasks.executeTask(task);
    while (!codes.has(own))
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return codes.get(own);
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}

/** The environment in which docker talks to the engine in use; an empty value counts as none. */
export async function environment(services: Services): Promise<Record<string, string>> {
  const engine = await services.engine();
  const changed = cliEnvironment(engine.endpoint, {}, { buildKit: engine.info?.buildKit });
  return Object.fromEntries(Object.entries(changed).map(([key, value]) => [key, value ?? ""]));
}
