// Start, stop and all that changes whether a container runs or exists.

import { window } from "vscode";
import type { Engine } from "../../engine/engine.ts";
import type { Container } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { stateWords } from "../../wording/container-words.ts";
import { announce } from "../announce.ts";
import { askText, each, sure, withProgress } from "../ask.ts";
import type { Command, CommandTable, Services } from "../command.ts";
import { prune } from "../prune.ts";
import { all, isRunning, isStartable, isUp, nameOf, on, onOne } from "../targets.ts";
import { type LastingVerb, lasting } from "./lasting.ts";

const names = (objects: readonly Container[]) => objects.map(nameOf);

/** A verb that is one request for each container. */
function verb(
  word: LastingVerb,
  where: (container: Container) => boolean,
  act: (engine: Engine, id: string, signal: AbortSignal) => Promise<unknown>,
): Command {
  return on("container", { where }, async (engine, objects, services) => {
    await announce(engine, word, ...names(objects));
    await lasting(services, word, objects, (id, signal) => act(engine, id, signal));
  });
}

export const signals: readonly string[] = [
  "SIGTERM",
  "SIGINT",
  "SIGHUP",
  "SIGKILL",
  "SIGQUIT",
  "SIGUSR1",
  "SIGUSR2",
];

/** One key for both: what is paused goes on, all else that runs is paused. */
const pauseOrGoOn = on("container", { where: isUp }, async (engine, objects) => {
  const paused = objects.every(({ state }) => state === "paused");
  await announce(engine, paused ? "unpause" : "pause", ...names(objects));
  await each(objects, ({ id }) => (paused ? containers.unpause : containers.pause)(engine, id));
});

const kill = on("container", { where: isUp }, async (engine, objects) => {
  const signal = await window.showQuickPick(signals, { placeHolder: t("Choose a signal") });
  if (!signal) return;
  await announce(engine, "kill", "--signal", signal, ...names(objects));
  await each(objects, ({ id }) => containers.kill(engine, id, signal));
});

const stopAfter = on("container", { where: isUp }, async (engine, objects, services) => {
  const answer = await askText(t("Seconds to wait before the container is killed"), {
    value: "10",
  });
  if (answer === undefined) return;
  const seconds = Math.max(0, Math.round(Number(answer)) || 0);
  await announce(engine, "stop", "--time", String(seconds), ...names(objects));
  await lasting(services, "stop", objects, (id, signal) =>
    containers.stop(engine, id, seconds, signal),
  );
});

const rename = onOne("container", async (engine, container) => {
  const name = await askText(t("New name of {0}", nameOf(container)), { value: container.name });
  if (!name || name === container.name) return;
  await announce(engine, "rename", container.name, name);
  await containers.rename(engine, container.id, name);
});

const wait = on("container", { where: isUp }, async (engine, objects) => {
  await announce(engine, "wait", ...names(objects));
  await withProgress(t("Waiting for {0}", names(objects).join(", ")), (signal) =>
    each(objects, async ({ id, name }) => {
      const code = await containers.wait(engine, id, { signal });
      void window.showInformationMessage(t("{0} has ended with exit code {1}.", name, code));
    }),
  );
});

const remove = on("container", {}, (engine, objects, services) =>
  removeAll(engine, objects, services),
);

/** Asks, then removes; running containers are killed, anonymous volumes go if that is chosen. */
async function removeAll(
  engine: Engine,
  objects: readonly Container[],
  services: Services,
): Promise<void> {
  const running = objects.filter(isUp);
  const [question, detail] = removal(objects, running.length > 0);
  if (!(await sure(engine, question, detail.filter(Boolean).join("\n"), t("Remove")))) return;
  const force = running.length > 0;
  await announce(engine, "rm", force ? "--force" : undefined, ...names(objects));
  await lasting(services, "remove", objects, (id, signal) =>
    containers.remove(engine, id, { force, signal }),
  );
}

/** The question before a removal, and what is lost by it. */
function removal(objects: readonly Container[], running: boolean): [string, readonly string[]] {
  const [first] = objects;
  if (first && objects.length === 1)
    return [
      t("Remove the container {0}?", nameOf(first)),
      [
        t("State: {0}", stateWords(first)),
        t("What it wrote outside volumes is lost."),
        running ? t("It is killed first.") : "",
      ],
    ];
  return [
    t("Remove {0} containers?", objects.length),
    [
      ...objects.slice(0, 20).map((object) => `${nameOf(object)}: ${stateWords(object)}`),
      objects.length > 20 ? t("… and {0} more", objects.length - 20) : "",
      t("What they wrote outside volumes is lost."),
      running ? t("Running ones are killed.") : "",
    ],
  ];
}

const removeWithVolumes = on("container", {}, async (engine, objects, services) => {
  const question = t("Remove {0} with the anonymous volumes?", names(objects).join(", "));
  const detail = t("The data in the anonymous volumes is lost. Running containers are killed.");
  if (!(await sure(engine, question, detail, t("Remove")))) return;
  await announce(engine, "rm", "--force", "--volumes", ...names(objects));
  await lasting(services, "remove", objects, (id, signal) =>
    containers.remove(engine, id, { force: true, volumes: true, signal }),
  );
});

/** Shows all that fit in a tick list, and does it to what stays ticked. */
const listed =
  (
    placeHolder: () => string,
    where: (container: Container) => boolean,
    act: (engine: Engine, objects: readonly Container[], services: Services) => Promise<unknown>,
  ): Command =>
  async (services) => {
    const engine = await services.engine();
    const objects = (await all(engine, "container")).filter(where);
    if (objects.length === 0)
      return window.showInformationMessage(
        t("There is no container that this command can be used on."),
      );
    const items = objects.map((object) => ({
      label: nameOf(object),
      description: stateWords(object),
      detail: object.image,
      picked: true,
      object,
    }));
    const options = { canPickMany: true, placeHolder: placeHolder() } as const;
    const picked = await window.showQuickPick(items, options);
    const chosen = picked?.map(({ object }) => object) ?? [];
    return chosen.length > 0 ? act(engine, chosen, services) : undefined;
  };

async function stopAll(engine: Engine, objects: readonly Container[], services: Services) {
  await announce(engine, "stop", ...names(objects));
  await lasting(services, "stop", objects, (id, signal) =>
    containers.stop(engine, id, undefined, signal),
  );
}

export const lifecycleCommands: CommandTable = {
  "dockwright.containers.start": verb("start", isStartable, containers.start),
  "dockwright.containers.stop": on("container", { where: isUp }, stopAll),
  "dockwright.containers.stopAll": listed(() => t("What is ticked will be stopped"), isUp, stopAll),
  "dockwright.containers.stopAfter": stopAfter,
  "dockwright.containers.restart": verb(
    "restart",
    (container) => isUp(container) || isStartable(container),
    (engine, id, signal) => containers.restart(engine, id, undefined, signal),
  ),
  "dockwright.containers.pause": verb("pause", isRunning, containers.pause),
  "dockwright.containers.unpause": verb(
    "unpause",
    ({ state }) => state === "paused",
    containers.unpause,
  ),
  "dockwright.containers.pauseOrGoOn": pauseOrGoOn,
  "dockwright.containers.kill": kill,
  "dockwright.containers.wait": wait,
  "dockwright.containers.rename": rename,
  "dockwright.containers.remove": remove,
  "dockwright.containers.removeWithVolumes": removeWithVolumes,
  "dockwright.containers.prune": prune("container"),
  "dockwright.containers.removeAll": listed(
    () => t("What is ticked will be removed"),
    () => true,
    removeAll,
  ),
};
