// Run Image… and its kin: asks in a form, then creates and starts.

import { engineLine } from "../../docker-line.ts";
import type { Image } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { runDetached } from "../../engine/verbs/run.ts";
import { showEquivalent } from "../../log.ts";
import { openRun } from "../../terminals/run.ts";
import { announce } from "../announce.ts";
import type { Services } from "../command.ts";
import { nameOfImage, onOne } from "../targets.ts";
import { namesOf, type OwnVerb, ownTemplate, placesOf, runTemplate } from "../templates/own.ts";
import { askRun } from "./run-form.ts";
import { optionsOf, runArguments } from "./run-wish.ts";

const inTerminal = ["run", "-it", "--rm"];

/** Runs the person's own line for an image, if there is one; `args` are what ours would have said. */
async function runOwnLine(
  services: Services,
  verb: OwnVerb,
  image: Image,
  args: readonly string[],
): Promise<boolean> {
  const template = await ownTemplate(verb, namesOf(image));
  if (!template) return false;
  const places = { ...placesOf(image), arguments: args };
  await runTemplate(services, template, {
    title: nameOfImage(image),
    places,
    focus: verb === "runInteractive",
  });
  return true;
}

export const runImage = onOne("image", async (engine, image, services) => {
  const asked = await askRun(engine, image, [
    { action: "detached", label: `$(play) ${t("Run in the background")}`, verb: ["run", "-d"] },
    { action: "terminal", label: `$(terminal) ${t("Run in a terminal")}`, verb: inTerminal },
  ]);
  if (!asked) return;
  const { wish, action } = asked;
  const verb = action === "terminal" ? inTerminal : ["run", "-d"];
  const own = action === "terminal" ? "runInteractive" : "run";
  if (await runOwnLine(services, own, image, runArguments(wish))) return;
  const line = engineLine(engine, ...verb, ...runArguments(wish));
  if (action === "terminal") return openRun(engine, wish.image, optionsOf(wish), line);
  showEquivalent(line);
  await runDetached(engine, optionsOf(wish));
});

export const runInteractive = onOne("image", async (engine, image, services) => {
  const name = image.tags[0] ?? image.id;
  if (await runOwnLine(services, "runInteractive", image, [name])) return;
  openRun(engine, nameOfImage(image), { Image: name }, engineLine(engine, ...inTerminal, name));
});

export const createContainer = onOne("image", async (engine, image) => {
  const asked = await askRun(engine, image, [
    { action: "create", label: `$(add) ${t("Create")}`, verb: ["create"] },
  ]);
  if (!asked) return;
  await announce(engine, "create", ...runArguments(asked.wish));
  await containers.create(engine, optionsOf(asked.wish));
});
