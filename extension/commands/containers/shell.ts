// What opens a terminal on a container: shell, command, attach, logs, stats.
import { window } from "vscode";
import { t } from "../../engine/text.ts";
import { setting } from "../../settings.ts";
import { openAttach, openExec } from "../../terminals/exec.ts";
import { openLogs } from "../../terminals/logs.ts";
import { askText } from "../ask.ts";
import { openTerminal } from "../cli-terminal.ts";
import type { CommandTable } from "../command.ts";
import { isDown, isRunning, isUp, on, onOne } from "../targets.ts";

// The best shell that the image has, found by its plainest one.
const bestShell = "command -v bash >/dev/null && exec bash || exec sh";

const openShell = on("container", { where: isRunning, many: false }, async (engine, objects) => {
  for (const container of objects) await openExec(engine, container);
});

/** Asks for the user and the directory, and remembers them per image. */
const openShellAs = onOne(
  "container",
  async (engine, { id, name, image }, { context }) => {
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
    const options = [
      ...(user ? ["--user", user] : []),
      ...(directory ? ["--workdir", directory] : []),
    ];
    const command = shell ? [shell] : ["sh", "-c", bestShell];
    openTerminal(engine, name, ["exec", "-it", ...options, id, ...command]);
  },
  isRunning,
);

const exec = onOne(
  "container",
  async (engine, { id, name }) => {
    const command = await askText(t("Command to run in {0}", name), { placeHolder: "ls -la /" });
    if (command) await openExec(engine, { id, name }, ["sh", "-c", command]);
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
  async (engine, { id, name }) => openTerminal(engine, name, ["start", "-ai", id]),
  isDown,
);

/** Several containers share one terminal, in the order of time. */
const logs = on("container", {}, async (engine, objects) => {
  const names = objects.map(({ name }) => name).join(", ");
  openLogs(
    engine,
    objects,
    {
      tail: setting("logs.tail", 1000),
      timestamps: setting("logs.timestamps", false),
    },
    t("Logs: {0}", names),
  );
});

const stats = on("container", { where: isUp }, async (engine, objects) =>
  openTerminal(engine, t("Stats"), ["stats", ...objects.map(({ name }) => name)]),
);

export const shellCommands: CommandTable = {
  "dockwright.containers.openShell": openShell,
  "dockwright.containers.openShellAs": openShellAs,
  "dockwright.containers.exec": exec,
  "dockwright.containers.attach": attach,
  "dockwright.containers.startAttached": startAttached,
  "dockwright.containers.logs": logs,
  "dockwright.containers.stats": stats,
};
