// Run Image… and its kin: asks step by step (every step may be skipped), then creates and starts.
import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import * as containers from "../../engine/containers.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Image } from "../../engine/objects.ts";
import { runDetached } from "../../engine/run.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { askText } from "../ask.ts";
import { openTerminal } from "../cli-terminal.ts";
import { nameOfImage, onOne } from "../targets.ts";
import { optionsOf, type RunWish, runArguments, words } from "./run-wish.ts";

/** Asks for everything; undefined when dismissed. */
async function askWish(image: Image): Promise<RunWish | undefined> {
  const steps = [
    { title: t("Name of the container (optional)"), placeHolder: "web" },
    {
      title: t("Ports to publish, host:container (optional)"),
      placeHolder: "8080:80 127.0.0.1:9000:9000",
    },
    { title: t("Environment, NAME=value (optional)"), placeHolder: "DEBUG=1 LANG=ko_KR.UTF-8" },
    {
      title: t("Volumes and folders, source:target (optional)"),
      placeHolder: "data:/var/lib/data /srv/www:/www:ro",
    },
    { title: t("Command (optional; empty: the image's)"), placeHolder: "" },
  ];
  const answers: string[] = [];
  for (const [index, { title, placeHolder }] of steps.entries()) {
    const step = `${nameOfImage(image)} (${index + 1}/${steps.length}): ${title}`;
    const answer = await askText(step, { placeHolder, optional: true });
    if (answer === undefined) return undefined;
    answers.push(answer);
  }
  const [name = "", ports = "", environment = "", volumes = "", command = ""] = answers;
  return {
    image: image.tags[0] ?? image.id,
    name,
    ports: words(ports),
    environment: words(environment),
    volumes: words(volumes),
    command: words(command),
  };
}

const modes = () => [
  { label: t("In the background"), description: "-d", interactive: false },
  { label: t("Interactive, in a terminal"), description: "-it --rm", interactive: true },
];

async function start(engine: Engine, wish: RunWish, interactive: boolean): Promise<void> {
  if (interactive)
    return openTerminal(engine, wish.image, ["run", "-it", "--rm", ...runArguments(wish)]);
  showEquivalent(dockerLine("run", "-d", ...runArguments(wish)));
  await runDetached(engine, optionsOf(wish));
}

export const runImage = onOne("image", async (engine, image) => {
  const wish = await askWish(image);
  if (!wish) return;
  const mode = await window.showQuickPick(modes(), { placeHolder: t("How is it to run?") });
  if (mode) await start(engine, wish, mode.interactive);
});

export const runInteractive = onOne("image", async (engine, { tags, id }) =>
  openTerminal(engine, tags[0] ?? id, ["run", "-it", "--rm", tags[0] ?? id]),
);

export const createContainer = onOne("image", async (engine, image) => {
  const wish = await askWish(image);
  if (!wish) return;
  showEquivalent(dockerLine("create", ...runArguments(wish)));
  await containers.create(engine, optionsOf(wish));
});
