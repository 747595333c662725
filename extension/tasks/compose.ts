// Tasks that run Compose: up, down, build, run and watch, from tasks.json or for the projects of the
// workspace.
import { relative } from "node:path";
import {
  type Disposable,
  ProcessExecution,
  Task,
  type TaskDefinition,
  TaskScope,
  tasks,
  Uri,
  type WorkspaceFolder,
  workspace,
} from "vscode";
import type { Services } from "../commands/command.ts";
import type { ComposeTask } from "../projects/task-arguments.ts";

const type = "dockwright-compose";
const offered = ["up", "down", "build"] as const;

export function registerComposeTasks(services: Services): Disposable {
  return tasks.registerTaskProvider(type, {
    async provideTasks() {
      // VS Code asks while it starts: no program is run for a list that nobody may look at.
      const { isProgramKnown } = await import("../commands/projects/run-compose.ts");
      if (!workspace.isTrusted || !isProgramKnown()) return [];
      await services.projects.ready();
      const all = services.projects.definitions.flatMap(({ name, files }) => {
        const folder = files[0] && workspace.getWorkspaceFolder(Uri.file(files[0]));
        if (!folder) return [];
        const paths = files.map((file) => relative(folder.uri.fsPath, file));
        return offered.map((command) =>
          complete(services, { type, command, files: paths }, folder, `${command} ${name}`),
        );
      });
      return Promise.all(all);
    },
    resolveTask: ({ definition, scope, name }) => {
      const folder = typeof scope === "object" ? scope : workspace.workspaceFolders?.[0];
      return complete(services, definition, folder, name);
    },
  });
}

/** The task with what it runs; where there is no Compose, its terminal will say so. */
async function complete(
  services: Services,
  definition: TaskDefinition & ComposeTask,
  folder: WorkspaceFolder | undefined,
  name: string,
): Promise<Task> {
  const [{ quietProgram }, { environment }, { taskArguments, taskTarget }, { targetArguments }] =
    await Promise.all([
      import("../commands/projects/run-compose.ts"),
      import("../commands/terminal-program.ts"),
      import("../projects/task-arguments.ts"),
      import("../projects/cli.ts"),
    ]);
  const program = (await quietProgram()) ?? { program: "docker", prefix: ["compose"] };
  const target = taskTarget(definition, folder?.uri.fsPath ?? process.cwd());
  const args = [...program.prefix, ...targetArguments(target), ...taskArguments(definition)];
  const execution = new ProcessExecution(program.program, args, {
    cwd: target.folder,
    env: await environment(services),
  });
  return new Task(definition, folder ?? TaskScope.Workspace, name, "compose", execution, []);
}
