// Run Image… and its kin: asks in a form, then creates and starts.
import { dockerLine } from "../../docker-line.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { runDetached } from "../../engine/verbs/run.ts";
import { showEquivalent } from "../../log.ts";
import { openRun } from "../../terminals/run.ts";
import { nameOfImage, onOne } from "../targets.ts";
import { askRun } from "./run-form.ts";
import { optionsOf, runArguments } from "./run-wish.ts";

const inTerminal = ["run", "-it", "--rm"];

export const runImage = onOne("image", async (engine, image) => {
  const asked = await askRun(engine, image, [
    { action: "detached", label: `$(play) ${t("Run in the background")}`, verb: ["run", "-d"] },
    { action: "terminal", label: `$(terminal) ${t("Run in a terminal")}`, verb: inTerminal },
  ]);
  if (!asked) return;
  const { wish, action } = asked;
  const verb = action === "terminal" ? inTerminal : ["run", "-d"];
  const line = dockerLine(...verb, ...runArguments(wish));
  showEquivalent(line);
  if (action === "terminal") openRun(engine, wish.image, optionsOf(wish), line);
  else await runDetached(engine, optionsOf(wish));
});

export const runInteractive = onOne("image", async (engine, image) => {
  const name = image.tags[0] ?? image.id;
  const line = dockerLine(...inTerminal, name);
  showEquivalent(line);
  openRun(engine, nameOfImage(image), { Image: name }, line);
});

export const createContainer = onOne("image", async (engine, image) => {
  const asked = await askRun(engine, image, [
    { action: "create", label: `$(add) ${t("Create")}`, verb: ["create"] },
  ]);
  if (!asked) return;
  showEquivalent(dockerLine("create", ...runArguments(asked.wish)));
  await containers.create(engine, optionsOf(asked.wish));
});
