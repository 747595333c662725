// Check with BuildKit: the engine's own judgement of a Dockerfile, without a build.

import { basename } from "node:path";
import { commands, type Uri, window } from "vscode";
import { buildEngineOf } from "../../engine/build/build-engine.ts";
import { type Checked, type CheckOptions, checkDockerfile } from "../../engine/build/checks.ts";
import { t } from "../../engine/text.ts";
import { buildArguments } from "../../terminals/build-line.ts";
import { clearProblems, showFailure, showWarnings } from "../../terminals/build-problems.ts";
import { lastChoice } from "../../workspace/build-choices.ts";
import { contextOf } from "../../workspace/dockerfiles.ts";
import { announce } from "../announce.ts";
import { withLateProgress } from "../ask.ts";
import type { Services } from "../command.ts";
import { askDockerfile } from "./ask.ts";
import { saved } from "./saved.ts";

/** Asks nothing but for the file: target, arguments and platform are those of its last build. */
export async function checkCommand(services: Services, clicked?: Uri): Promise<void> {
  const dockerfile = await askDockerfile(clicked, t("Which Dockerfile do you want to check?"));
  if (!dockerfile) return;
  await saved(dockerfile);
  const options = optionsFor(services, dockerfile);
  const name = basename(dockerfile);
  const engine = await services.engine();
  await announce(engine, "build", "--check", ...buildArguments(options));
  const checked = await withLateProgress(t("BuildKit is checking {0}…", name), async (signal) =>
    checkDockerfile(await buildEngineOf(engine), options, signal),
  );
  show(dockerfile, checked);
  // Nobody waits for a message to be read.
  void tell(name, checked);
}

function optionsFor(
  { context }: Services,
  dockerfile: string,
): CheckOptions & { readonly dockerfile: string } {
  const last = lastChoice(context.workspaceState, dockerfile);
  return {
    folder: last?.folder ?? contextOf(dockerfile),
    dockerfile,
    ...(last?.target && { target: last.target }),
    ...(last?.platform && { platform: last.platform }),
    ...(last && { args: last.args }),
  };
}

function show(dockerfile: string, { warnings, error }: Checked): void {
  clearProblems(dockerfile);
  showWarnings(dockerfile, warnings);
  const [range] = error?.ranges ?? [];
  const lines = { start: range?.start.line || 1, end: range?.end.line || 1 };
  if (error) showFailure(dockerfile, lines, error);
}

async function tell(name: string, { warnings, error }: Checked): Promise<void> {
  if (warnings.length === 0 && !error) {
    await window.showInformationMessage(t("BuildKit has no warnings about {0}.", name));
    return;
  }
  const said = error
    ? t("{0} cannot be built: {1}", name, error.message)
    : counted(name, warnings.length);
  const look = t("Show Problems");
  const message = error ? window.showErrorMessage : window.showWarningMessage;
  if ((await message(said, look)) === look)
    await commands.executeCommand("workbench.actions.view.problems");
}

const counted = (name: string, count: number) =>
  count === 1
    ? t("BuildKit has 1 warning about {0}.", name)
    : t("BuildKit has {0} warnings about {1}.", count, name);
