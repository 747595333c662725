// A terminal in which the docker command line runs. Knows no command of it.
import { type TerminalOptions, window } from "vscode";
import { dockerLine } from "../docker-line.ts";
import { cliEnvironment } from "../engine/endpoint.ts";
import type { Engine } from "../engine/engine.ts";
import { showEquivalent } from "../log.ts";

/** Opens a terminal with `docker` and the arguments in it, on the engine in use; no shell stands between. */
export function openTerminal(engine: Engine, name: string, args: readonly string[]): void {
  showEquivalent(dockerLine(...args));
  const changed = cliEnvironment(engine.endpoint, {});
  const env = Object.fromEntries(
    Object.entries(changed).map(([key, value]) => [key, value ?? null]),
  );
  const options: TerminalOptions = { name, shellPath: "docker", shellArgs: [...args], env };
  window.createTerminal(options).show();
}
