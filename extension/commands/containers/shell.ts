// What opens a terminal on a container: shell, command, attach, logs.
import { window } from "vscode";
import { t } from "../../engine/text.ts";
import { openAttach, openExec } from "../../terminals/exec.ts";
import { logsAsSet, openLogs } from "../../terminals/logs.ts";
import { openStartAttached } from "../../terminals/run.ts";
import { askText } from "../ask.ts";
import type { CommandTable } from "../command.ts";
import { words } from "../images/run-wish.ts";
import { isDown, isRunning, on, onOne } from "../targets.ts";

const openShell = on("container", { where: isRunning, many: false }, async (engine, objects) => {
  for (const container of objects) await openExec(engine, container);
});

/** Asks for the user and the directory, and remembers them per image. */
const openShellAs = onOne(
  "container",
  async (engine, container, { context }) => {
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
    const command = shell ? { command: words(shell) } : {};
    await openExec(engine, container, { user, directory, ...command });
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
  async (engine, container) => {
    window.setStatusBarMessage(t("Leave with Ctrl-P Ctrl-Q; the container goes on."), 10_000);
    openAttach(engine, container);
  },
  isRunning,
);

const startAttached = onOne(
  "container",
  async (engine, container) => openStartAttached(engine, container),
  isDown,
);

/** Several containers share one terminal, in the order of time. */
const logs = on("container", {}, async (engine, objects) => {
  const names = objects.map(({ name }) => name).join(", ");
  openLogs(engine, objects, logsAsSet(), { title: t("Logs: {0}", names) });
});

export const shellCommands: CommandTable = {
  "dockwright.containers.openShell": openShell,
  "dockwright.containers.openShellAs": openShellAs,
  "dockwright.containers.exec": exec,
  "dockwright.containers.attach": attach,
  "dockwright.containers.startAttached": startAttached,
  "dockwright.containers.logs": logs,
};
