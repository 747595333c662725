// Stands in for VS Code's tasks where commands run without a window: the programs are run for real,
// and what they print is kept.
import { spawn } from "node:child_process";
import { until } from "../../scripts/engine-api.ts";

/** A program that a task has run. */
export interface Run {
  readonly args: readonly string[];
  output: string;
  code: number | undefined;
  stop(): void;
}

export const runs: Run[] = [];

interface Execution {
  readonly task: Task;
}
type Ended = { execution: Execution; exitCode: number | undefined };
const listeners = new Set<(event: Ended) => void>();

class ProcessExecution {
  readonly process: string;
  readonly args: readonly string[];
  readonly options: { cwd: string; env: Record<string, string> };
  constructor(process: string, args: readonly string[], options: ProcessExecution["options"]) {
    this.process = process;
    this.args = args;
    this.options = options;
  }
}

class Task {
  readonly name: string;
  readonly execution: ProcessExecution;
  presentationOptions = {};
  constructor(
    _definition: object,
    _scope: unknown,
    name: string,
    _source: string,
    execution: ProcessExecution,
  ) {
    this.name = name;
    this.execution = execution;
  }
}

async function executeTask(task: Task): Promise<Execution> {
  const execution = { task };
  const { process: program, args, options } = task.execution;
  const env = { ...process.env, ...options.env };
  const child = spawn(program, [...args], { cwd: options.cwd, env });
  const run: Run = { args, output: "", code: undefined, stop: () => void child.kill("SIGINT") };
  runs.push(run);
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      run.output += data;
    });
  child.on("close", (code) => {
    run.code = code ?? -1;
    for (const listener of listeners) listener({ execution, exitCode: run.code });
  });
  return execution;
}

/** The last run, once it has printed this. */
export function printed(pattern: RegExp): Promise<Run> {
  const run = runs.at(-1);
  return until(`${pattern} of ${run?.args}`, () => run && pattern.test(run.output) && run).catch(
    (error) => {
      throw new Error(`${error}; it says: ${run?.output}`);
    },
  );
}

export const taskParts = {
  tasks: {
    executeTask,
    onDidEndTaskProcess: (listener: (event: Ended) => void) => {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    onDidEndTask: () => ({ dispose: () => {} }),
  },
  Task,
  ProcessExecution,
  TaskScope: { Global: 1, Workspace: 2 },
  TaskRevealKind: { Always: 1 },
  TaskPanelKind: { Dedicated: 2 },
};
