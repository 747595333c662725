// Tasks: made from tasks.json alone, without a question.
import {
  CustomExecution,
  type Disposable,
  Task,
  type TaskDefinition,
  tasks,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import type { Services } from "../commands/command.ts";
import { buildTerminal, foundBuilds } from "./build.ts";
import { registerComposeTasks } from "./compose.ts";
import { type Field, wrongField } from "./fields.ts";
import { refusal } from "./refusal.ts";
import { runTerminal } from "./run.ts";

/** What makes the two kinds of tasks in a terminal of ours different. */
const kinds = {
  "dockwright-build": { make: buildTerminal, matchers: ["$dockwright-build"], found: foundBuilds },
  "dockwright-run": { make: runTerminal, matchers: [], found: async () => [] },
} as const;

/** Registers all kinds of tasks. */
export function registerTasks(services: Services): Disposable[] {
  return [...registerTerminalTasks(services), registerComposeTasks(services)];
}

function registerTerminalTasks(services: Services): Disposable[] {
  return Object.entries(kinds).map(([type, { make, matchers, found }]) => {
    const complete = (definition: TaskDefinition, scope: Task["scope"], name: string) => {
      const folder = folderOf(scope);
      const run = new CustomExecution(async (resolved) => {
        const wrong = wrongField(fieldsOf(services, type), resolved);
        return wrong === undefined ? make(services, resolved, folder.path) : refusal(wrong);
      });
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

/** What the manifest says of the fields of this kind of tasks. */
function fieldsOf({ context }: Pick<Services, "context">, type: string) {
  const { contributes } = context.extension.packageJSON as {
    contributes: { taskDefinitions: { type: string; properties: Record<string, Field> }[] };
  };
  return contributes.taskDefinitions.find((one) => one.type === type)?.properties ?? {};
}

function folderOf(scope: Task["scope"]): { path: string; scope: WorkspaceFolder | 2 } {
  const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
  return { path: folder?.uri.fsPath ?? process.cwd(), scope: folder ?? 2 };
}
