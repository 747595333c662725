// What opens a terminal on a container: shell, command, attach, logs.
import { window } from "vscode";
import type { Container } from "../../engine/model/objects.ts";
import { findShell } from "../../engine/streams/exec.ts";
import { t } from "../../engine/text.ts";
import { openAttach } from "../../terminals/attach.ts";
import { openExec } from "../../terminals/exec.ts";
import { logsAsSet, openLogs } from "../../terminals/logs.ts";
import { openStartAttached } from "../../terminals/run.ts";
import { askText } from "../ask.ts";
import type { CommandTable, Services } from "../command.ts";
import { words } from "../images/run-wish.ts";
import { isRunning, isStartable, nameOf, on, onOne } from "../targets.ts";
import { namesOf, type OwnVerb, ownTemplate, placesOf, runTemplate } from "../templates/own.ts";
import type { Places } from "../templates/template.ts";
import { debugShell, openShellIn } from "./debug-shell.ts";

/** Runs the person's own line for each container, if there is one. */
async function runOwnLine(
  services: Services,
  verb: OwnVerb,
  objects: readonly Container[],
  more: Places = {},
): Promise<boolean> {
  const template = await ownTemplate(verb, objects.flatMap(namesOf));
  if (!template) return false;
  const run = (one: Container) =>
    runTemplate(services, template, {
      title: nameOf(one),
      places: { ...placesOf(one), ...more },
      focus: verb !== "logs",
    });
  await Promise.all(objects.map(run));
  return true;
}

const openShell = on(
  "container",
  { where: isRunning, many: false },
  async (engine, objects, services) => {
    const [first] = objects;
    const shell = async () => (first && (await findShell(engine, first.id))) ?? "sh";
    if (await runOwnLine(services, "openShell", objects, { shell })) return;
    for (const container of objects) await openShellIn(engine, container, services);
  },
);

/** Asks for the user and the directory, and remembers them per image. */
const openShellAs = onOne(
  "container",
  async (engine, container, services) => {
    const { context } = services;
    const { name, image } = container;
    const key = `shell.${image}`;
    const last = context.workspaceState.get(key, { user: "", directory: "", shell: "" });
    const title = t("Shell in {0}", name);
    const user = await askText(title, {
      value: last.user,
      optional: true,
      placeHolder: t("User; empty: the image's"),
    });
    if (user === undefined) return;
    const directory = await askText(title, {
      value: last.directory,
      optional: true,
      placeHolder: t("Directory; empty: the image's"),
    });
    if (directory === undefined) return;
    const shell = await askText(title, {
      value: last.shell,
      optional: true,
      placeHolder: t("Shell; empty: the best one found"),
    });
    if (shell === undefined) return;
    await context.workspaceState.update(key, { user, directory, shell });
    if (!shell) return openShellIn(engine, container, services, { user, directory });
    await openExec(engine, container, { user, directory, command: words(shell) });
  },
  isRunning,
);

const exec = onOne(
  "container",
  async (engine, container) => {
    const title = t("Command to run in {0}", container.name);
    const command = await askText(title, { placeHolder: "ls -la /" });
    if (command) await openExec(engine, container, { command: ["sh", "-c", command] });
  },
  isRunning,
);

const attach = onOne(
  "container",
  async (engine, container, services) => {
    if (await runOwnLine(services, "attach", [container])) return;
    window.setStatusBarMessage(
      t("Press Ctrl+P Ctrl+Q to leave; the container keeps running."),
      10_000,
    );
    openAttach(engine, container);
  },
  isRunning,
);

const startAttached = onOne(
  "container",
  async (engine, container) => openStartAttached(engine, container),
  isStartable,
);

/** Several containers share one terminal, in the order of time. */
const logs = on("container", {}, async (engine, objects, services) => {
  if (await runOwnLine(services, "logs", objects)) return;
  const names = objects.map(({ name }) => name).join(", ");
  openLogs(engine, objects, logsAsSet(), { title: t("Logs: {0}", names) });
});

export const shellCommands: CommandTable = {
  "dockwright.containers.openShell": openShell,
  "dockwright.containers.openShellAs": openShellAs,
  "dockwright.containers.debugShell": debugShell,
  "dockwright.containers.exec": exec,
  "dockwright.containers.attach": attach,
  "dockwright.containers.startAttached": startAttached,
  "dockwright.containers.logs": logs,
};
