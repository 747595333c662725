// Build Image…, Build Again and Check with BuildKit.
import { basename } from "node:path";
import { Uri } from "vscode";
import { t } from "../../engine/text.ts";
import { BuildTerminal } from "../../terminals/build.ts";
import { buildArguments, buildLine } from "../../terminals/build-line.ts";
import { openTerminal } from "../../terminals/open.ts";
import { type BuildChoice, lastChoice } from "../../workspace/build-choices.ts";
import { factsReader } from "../../workspace/dockerfiles.ts";
import { type CommandTable, type Services, showError } from "../command.ts";
import { ownTemplate, runTemplate } from "../templates/own.ts";
import { names, type Template } from "../templates/template.ts";
import { type Asks, askChoice, askDockerfile } from "./ask.ts";
import { optionsOf } from "./choice.ts";
import { offerNext } from "./finished.ts";
import { saved } from "./saved.ts";

/** Asks and builds. `clicked` is the file in the explorer or the code lens's. */
async function buildImageCommand(services: Services, clicked?: Uri): Promise<void> {
  const dockerfile = await askDockerfile(clicked);
  if (!dockerfile) return;
  const template = await ownTemplate("build", [dockerfile]);
  const choice = await askChoice(services, dockerfile, asksFor(template));
  if (choice) await build(services, choice, template);
}

/** Builds as last time, without asking; asks where there was no last time. */
async function buildAgainCommand(services: Services, clicked?: Uri): Promise<void> {
  const choice = lastChoice(services.context.workspaceState, clicked?.fsPath);
  if (choice) await build(services, choice, await ownTemplate("build", [choice.dockerfile]));
  else await buildImageCommand(services, clicked);
}

/** What a line has no place for is not asked for. */
function asksFor(template: Template | undefined): Asks {
  if (!template || names(template.template, "arguments")) return "all";
  return names(template.template, "tag") ? "tag" : "nothing";
}

async function build(
  services: Services,
  choice: BuildChoice,
  template: Template | undefined,
): Promise<void> {
  await saved(choice.dockerfile);
  if (!template) return openBuild(services, choice);
  await runTemplate(services, template, {
    title: t("Build {0}", choice.tag || basename(choice.dockerfile)),
    places: {
      arguments: buildArguments(choice),
      tag: choice.tag,
      dockerfile: choice.dockerfile,
      context: choice.folder,
    },
  });
  // Older engines tell nothing of images that BuildKit makes.
  await services.connection.current?.model.refresh().catch(() => {});
}

function openBuild(services: Services, choice: BuildChoice): void {
  const name = choice.tag || basename(choice.dockerfile);
  const line = buildLine(choice, services.connection.current);
  openTerminal({
    // Several builds at once: each has its own. The same one again stands where it stood before.
    key: `build ${JSON.stringify(choice)}`,
    name: t("Build {0}", name),
    icon: "tools",
    lines: [line],
    make: () =>
      new BuildTerminal({
        engine: () => services.engine(),
        facts: factsReader(services.client),
        options: optionsOf(choice),
        line,
        onBuilt: (result) => void offerNext(services, choice.tag, result).catch(showError),
      }),
  });
}

const fileOf = (clicked: unknown) => (clicked instanceof Uri ? clicked : undefined);

export const buildCommands: CommandTable = {
  "dockwright.builds.build": (services, _nodes, [clicked]) =>
    buildImageCommand(services, fileOf(clicked)),
  "dockwright.builds.buildAgain": (services, _nodes, [clicked]) =>
    buildAgainCommand(services, fileOf(clicked)),
  // At first use: activation shall not wait for it.
  "dockwright.builds.check": async (services, _nodes, [clicked]) =>
    (await import("./check.ts")).checkCommand(services, fileOf(clicked)),
};
