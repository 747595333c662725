// Runs the person's Compose: in a terminal with its own progress, or quietly for what it prints.
import { execFile } from "node:child_process";
import { commands, env as editor, type TaskDefinition, Uri, window } from "vscode";
import { quoted } from "../../docker-line.ts";
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import { log, showEquivalent } from "../../log.ts";
import {
  type ComposeProgram,
  type ComposeTarget,
  findCompose,
  targetArguments,
} from "../../projects/cli.ts";
import { setting } from "../../settings.ts";
import type { Services } from "../command.ts";
import { environment, runProgram } from "../terminal-program.ts";

let found:
  | { readonly path: string; readonly program: Promise<ComposeProgram | undefined> }
  | undefined;

/** The person's Compose, looked for once; undefined after the person has been told that there is none. */
export async function composeProgram(): Promise<ComposeProgram | undefined> {
  const program = await quietProgram();
  if (!program) void tellMissing(setting("compose.path", "").trim());
  return program;
}

/** The same without a word to anybody. */
export async function quietProgram(): Promise<ComposeProgram | undefined> {
  const path = setting("compose.path", "").trim();
  if (found?.path !== path) found = { path, program: findCompose(path, process.env) };
  const program = await found.program;
  // It may be installed by the next time.
  if (!program) found = undefined;
  return program;
}

/** Whether it has been looked for, so that no program is started by asking for it again. */
export const isProgramKnown = (): boolean => found !== undefined;

async function tellMissing(path: string): Promise<void> {
  const install = t("How to Install");
  const choose = t("Set Path…");
  const text = path
    ? t(
        "{0} does not work as Compose. Change the setting dockwright.compose.path, or clear it.",
        path,
      )
    : t(
        "Docker Compose was not found: none of docker compose, docker-compose and podman compose answers. Install it, or set its path.",
      );
  const picked = await window.showErrorMessage(text, install, choose);
  if (picked === install)
    await editor.openExternal(Uri.parse("https://docs.docker.com/compose/install/"));
  if (picked === choose)
    await commands.executeCommand("workbench.action.openSettings", "dockwright.compose.path");
}

/** What is to be run, and what the terminal is called. */
export interface ComposeRun {
  readonly target: ComposeTarget;
  /** The verb and what follows. */
  readonly args: readonly string[];
  readonly title: string;
  /** True: the person types into the terminal. */
  readonly focus?: boolean;
}

/**
 * Runs Compose in a terminal of its own, where Ctrl+C ends it. Gives the exit code when it has ended;
 * undefined where there is no Compose or the terminal was closed.
 */
export async function runInTerminal(
  services: Services,
  run: ComposeRun,
): Promise<number | undefined> {
  const program = await composeProgram();
  if (!program) return undefined;
  const code = await runProgram(services, {
    program: program.program,
    args: [...program.prefix, ...targetArguments(run.target), ...run.args],
    folder: run.target.folder,
    title: run.title,
    definition: definitionOf(run),
    source: "Compose",
    ...(run.focus && { focus: true }),
  });
  // Older engines tell nothing of images that BuildKit makes.
  if (/^(build|up|pull)$/.test(run.args[0] ?? ""))
    await services.connection.current?.model.refresh().catch(() => {});
  return code;
}

/** As it would stand in tasks.json. */
function definitionOf({ target, args: [command, ...args] }: ComposeRun): TaskDefinition {
  const { files, projectFolder, name, profiles, environmentFiles } = target;
  return {
    type: "dockwright-compose",
    command,
    files,
    ...(projectFolder && { projectDirectory: projectFolder }),
    ...(name && { projectName: name }),
    ...(profiles && { profiles }),
    ...(environmentFiles && { envFiles: environmentFiles }),
    args,
  };
}

/** What Compose prints; throws with its own words when it fails. Undefined where there is no Compose. */
export async function readCompose(
  services: Services,
  { target, args }: Omit<ComposeRun, "title" | "focus">,
): Promise<string | undefined> {
  const program = await composeProgram();
  if (!program) return undefined;
  const argv = [...program.prefix, ...targetArguments(target), ...args];
  showEquivalent([program.program, ...argv].map(quoted).join(" "));
  const env = { ...process.env, ...(await environment(services)) };
  const options = { cwd: target.folder, env, maxBuffer: 64 * 1024 * 1024, windowsHide: true };
  return new Promise((resolve, reject) => {
    execFile(program.program, argv, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      log().debug(stderr);
      reject(new EngineError("failed", stderr.trim() || error.message));
    });
  });
}
