// The task type `dockwright-run`.
import { resolve } from "node:path";
import type { Pseudoterminal, TaskDefinition } from "vscode";
import type { Services } from "../commands/command.ts";
import { optionsOf, type RunWish, runArguments } from "../commands/images/run-wish.ts";
import { engineLine } from "../docker-line.ts";
import { ranOutOfMemory } from "../engine/streams/memory.ts";
import { seeThrough } from "../terminals/endings.ts";
import { endRun, startRun } from "../terminals/run.ts";
import { SessionTerminal } from "../terminals/session-terminal.ts";

interface RunDefinition extends TaskDefinition {
  readonly image: string;
  readonly command?: string[];
  readonly env?: Record<string, string>;
  readonly ports?: string[];
  readonly volumes?: string[];
  readonly network?: string;
  readonly name?: string;
  readonly user?: string;
  readonly workdir?: string;
}

/** Runs a container by the definition. It ends with its task. */
export function runTerminal(
  { engine, connection }: Pick<Services, "engine" | "connection">,
  definition: TaskDefinition,
  folder: string,
): Pseudoterminal {
  const task = definition as RunDefinition;
  const { image, command = [], env = {}, ports = [], volumes = [] } = task;
  const { network = "", name = "", user = "", workdir: directory = "" } = task;
  const wish: RunWish = {
    ...{ image, command, ports, network, name, user, directory },
    environment: Object.entries(env).map(([name, value]) => `${name}=${value}`),
    volumes: volumes.map((volume) => withWholePath(volume, folder)),
  };
  return new SessionTerminal({
    isTask: true,
    line: engineLine(connection.current, "run", "--rm", "-it", ...runArguments(wish)),
    start: async () => {
      const running = await engine();
      const session = await startRun(running, optionsOf(wish));
      const { id } = session;
      return {
        ...{ session, tty: true, end: () => seeThrough(endRun(running, id)) },
        ranOutOfMemory: (since) => ranOutOfMemory(running, id, since),
      };
    },
  });
}

/** The engine takes whole paths only; the CLI reads `./data` from where one stands. */
function withWholePath(volume: string, folder: string): string {
  const path = /^\.{1,2}(?=[/\\:])[^:]*/.exec(volume)?.[0];
  return path === undefined ? volume : resolve(folder, path) + volume.slice(path.length);
}
