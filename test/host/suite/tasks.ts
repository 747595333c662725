// Tasks of tasks.json on a real engine: what they do, how they end, what they say of a fault.
import assert from "node:assert/strict";
import {
  type CompletionList,
  commands,
  debug,
  languages,
  Position,
  type Task,
  type TaskExecution,
  tasks,
  Uri,
  workspace,
} from "vscode";
import { api, removeLabelled } from "../../../scripts/engine-api.ts";
import type { HostTests } from "./host-tests.ts";
import { open, waitFor } from "./languages.ts";

/** The engine's socket; where there is no engine, there are no such tests. */
const socket = process.env.DOCKWRIGHT_TEST_SOCKET ?? "";
const image = "dockwright-test/mill:task";

/** A file of the workspace. */
function file(...path: string[]): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return Uri.joinPath(folder.uri, ...path);
}

const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

/** The task of tasks.json that bears this label. */
function task(label: string): Promise<Task> {
  return waitFor(`the task ${label}`, async () =>
    (await tasks.fetchTasks()).find(({ name }) => name === label),
  );
}

/** Listens to tasks that end: gives their names with their exit codes, in order. */
function watchEnds() {
  const ends: string[] = [];
  const listener = tasks.onDidEndTaskProcess(({ execution, exitCode }) =>
    ends.push(`${execution.task.name}: ${exitCode}`),
  );
  return { ends, dispose: () => listener.dispose() };
}

/** Runs the task until so many have ended, it and those that it depends on. */
async function ran(label: string, count: number): Promise<readonly string[]> {
  const { ends, dispose } = watchEnds();
  await tasks.executeTask(await task(label));
  await waitFor(`the end of ${label}`, () => (ends.length >= count ? ends : undefined));
  dispose();
  return ends;
}

interface Listed {
  readonly Id: string;
  readonly State: string;
}

async function containers(): Promise<readonly Listed[]> {
  const filters = encodeURIComponent(JSON.stringify({ ancestor: [image] }));
  const { body } = await api(socket, "GET", `/containers/json?all=1&filters=${filters}`);
  return JSON.parse(body);
}

const taskTests: HostTests = {
  "a task that runs an image builds it first, and tells its exit code": async () => {
    const ends = await ran("run the mill", 2);
    assert.deepEqual(ends, ["build the mill: 0", "run the mill: 7"]);
    assert.equal(await textOf(file("out", "flour of 밀")), "rye of workspace\n");
    assert.deepEqual(await containers(), []);
  },

  "a task that is terminated ends its container": async () => {
    const execution: TaskExecution = await tasks.executeTask(await task("run without an end"));
    await waitFor("the container", async () =>
      (await containers()).find(({ State }) => State === "running"),
    );
    execution.terminate();
    await waitFor("the container's end", async () =>
      (await containers()).length === 0 ? true : undefined,
    );
  },

  "a task with a field of a wrong kind says so and runs nothing": async () => {
    const ends = await ran("run with a command that is no list", 1);
    assert.deepEqual(ends, ["run with a command that is no list: 1"]);
    assert.deepEqual(await containers(), []);
  },

  "a build that fails is told once, at its line": async () => {
    assert.deepEqual(await ran("build what is broken", 1), ["build what is broken: 1"]);
    const uri = file("mill", "broken.Dockerfile");
    const told = () =>
      languages.getDiagnostics(uri).filter(({ source }) => source === "docker build");
    // The task's matcher finds what the build tells itself: for a moment both may stand there.
    const once = () => (told().length === 1 ? told() : undefined);
    const [problem] = await waitFor("the problem, told once", once);
    assert.equal(problem?.range.start.line, 2);
    assert.match(problem.message, /(code:|exit status) 3/);
  },

  "a launch configuration builds before it launches, and does not where the build fails":
    async () => {
      await workspace.getConfiguration("debug").update("onTaskErrors", "abort");
      const launch = (preLaunchTask: string) =>
        debug.startDebugging(workspace.workspaceFolders?.[0], {
          ...{ type: "node", request: "launch", name: "grind", noDebug: true, preLaunchTask },
          program: file("mill", "grind.js").fsPath,
          // A desktop's own program is no Node.
          runtimeExecutable: process.versions.electron ? "node" : process.execPath,
          console: "internalConsole",
        });
      const ground = file("mill", "ground.txt");
      assert.equal(await launch("build what is broken"), false);
      await assert.rejects(textOf(ground));
      const { ends, dispose } = watchEnds();
      assert.equal(await launch("build the mill"), true);
      dispose();
      assert.deepEqual(ends, ["build the mill: 0"]);
      await waitFor("what the program writes", () => textOf(ground));
    },

  "the fields of a task are offered in tasks.json": async () => {
    const document = await open(".vscode/tasks.json");
    const at = document.positionAt(document.getText().indexOf('"image"'));
    const labels = await waitFor("the offer of a field", async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new Position(at.line, at.character),
      );
      const found = items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return found.includes("ports") ? found : undefined;
    });
    assert.ok(labels.includes("network"), labels.join());
    assert.ok(!labels.includes("noCache"), labels.join());
    await removeLabelled(socket);
  },
};

export const tasksWithEngine: HostTests = socket ? taskTests : {};
