// Build Image… and Build Again.
import { readFile } from "node:fs/promises";
import { basename, relative } from "node:path";
import { type ExtensionContext, env, Uri, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import type { BuildOptions, BuildResult } from "../../engine/build/build.ts";
import type { Engine } from "../../engine/engine.ts";
import { t } from "../../engine/text.ts";
import { BuildTerminal } from "../../terminals/build.ts";
import { openTerminal } from "../../terminals/open.ts";
import type { CommandTable } from "../command.ts";
import { askChoice, askDockerfile, type BuildChoice, lastChoice } from "./ask.ts";

/** What builds need of the extension. */
export interface BuildServices {
  engine(): Promise<Engine>;
  readonly context: ExtensionContext;
}

/** Asks and builds. `clicked` is the file in the explorer or the code lens's. */
export async function buildImageCommand(services: BuildServices, clicked?: Uri): Promise<void> {
  const dockerfile = await askDockerfile(clicked);
  const choice = dockerfile && (await askChoice(services.context, dockerfile));
  if (choice) openBuild(services, choice);
}

/** Builds as last time, without asking; asks where there was no last time. */
export async function buildAgainCommand(services: BuildServices, clicked?: Uri): Promise<void> {
  const choice = lastChoice(services.context, clicked?.fsPath);
  if (choice) openBuild(services, choice);
  else await buildImageCommand(services, clicked);
}

/** The choice as the engine layer takes it. Secrets are read when a step wants them. */
export function optionsOf(choice: BuildChoice): BuildOptions & { readonly dockerfile: string } {
  const agent = process.env.SSH_AUTH_SOCK;
  return {
    folder: choice.folder,
    dockerfile: choice.dockerfile,
    tags: choice.tag ? [choice.tag] : [],
    args: choice.args,
    noCache: choice.noCache,
    pull: choice.pull,
    ...(choice.target && { target: choice.target }),
    ...(choice.platform && { platform: choice.platform }),
    ...(choice.ssh && agent && { sshAgents: { default: agent } }),
    secrets: Object.fromEntries(
      Object.entries(choice.secretFiles).map(([id, file]) => [id, () => readFile(file)]),
    ),
  };
}

/** The docker line that equals the build. */
export function buildLine(choice: BuildChoice): readonly string[] {
  return [
    "build",
    ...(choice.tag ? ["-t", choice.tag] : []),
    "-f",
    relative(choice.folder, choice.dockerfile) || basename(choice.dockerfile),
    ...(choice.target ? ["--target", choice.target] : []),
    ...Object.entries(choice.args).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]),
    ...Object.entries(choice.secretFiles).flatMap(([id, src]) => [
      "--secret",
      `id=${id},src=${src}`,
    ]),
    ...(choice.ssh ? ["--ssh", "default"] : []),
    ...(choice.noCache ? ["--no-cache"] : []),
    ...(choice.pull ? ["--pull"] : []),
    choice.folder,
  ];
}

let builds = 0;

function openBuild(services: BuildServices, choice: BuildChoice): void {
  const name = choice.tag || basename(choice.dockerfile);
  openTerminal({
    // Several builds at once: each has its own.
    key: `build ${++builds}`,
    name: t("Build {0}", name),
    icon: "tools",
    make: () =>
      new BuildTerminal({
        engine: () => services.engine(),
        options: optionsOf(choice),
        line: dockerLine(...buildLine(choice)),
        onBuilt: (result) => void offerNext(name, result),
      }),
  });
}

async function offerNext(name: string, { imageId }: BuildResult): Promise<void> {
  const copy = t("Copy Image ID");
  const picked = await window.showInformationMessage(t("Built {0}", name), copy);
  if (picked === copy) await env.clipboard.writeText(imageId);
}

const fileOf = (clicked: unknown) => (clicked instanceof Uri ? clicked : undefined);

export const buildCommands: CommandTable = {
  "dockwright.builds.build": (services, _nodes, [clicked]) =>
    buildImageCommand(services, fileOf(clicked)),
  "dockwright.builds.buildAgain": (services, _nodes, [clicked]) =>
    buildAgainCommand(services, fileOf(clicked)),
};
