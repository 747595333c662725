// Compose by a command line of the person's own.
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import { type ComposeTarget, targetArguments } from "../../projects/cli.ts";
import type { Services } from "../command.ts";
import { type OwnVerb, ownTemplate, runTemplate } from "../templates/own.ts";
import { composeProgram } from "./run-compose.ts";
import type { Subject } from "./target.ts";

const verbs: Readonly<Record<string, OwnVerb>> = {
  up: "composeUp",
  down: "composeDown",
  build: "composeBuild",
  logs: "composeLogs",
};

/** Runs Compose's verb as the person has set it; undefined: it is not set, and ours is meant. */
export async function runOwnCompose(
  services: Services,
  { project, services: names }: Subject,
  targetOf: () => ComposeTarget,
  args: readonly string[],
  title: string,
): Promise<{ readonly code: number | undefined } | undefined> {
  const [verb = ""] = args;
  const setting = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  const template = setting && (await ownTemplate(setting, [project.name, ...names]));
  if (!template) return undefined;
  const target = targetOf();
  const code = await runTemplate(services, template, {
    title,
    folder: target.folder,
    places: {
      compose,
      options: targetArguments(target),
      arguments: args,
      services: names,
      project: project.name,
    },
  });
  // Older engines tell nothing of images that BuildKit makes.
  await services.connection.current?.model.refresh().catch(() => {});
  return { code };
}

async function compose(): Promise<readonly string[]> {
  const found = await composeProgram();
  // The person has been told.
  if (!found) throw new EngineError("cancelled", t("Cancelled."));
  return [found.program, ...found.prefix];
}
