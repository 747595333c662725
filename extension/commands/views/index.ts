// The commands that change what the views show.
import { commands, env, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { t } from "../../engine/text.ts";
import { log, showEquivalent } from "../../log.ts";
import { change, setting } from "../../settings.ts";
import { listLines } from "../../views/list-lines.ts";
import type { ViewName } from "../../views/options.ts";
import type { Command, CommandTable } from "../command.ts";
import { runOwn } from "../templates/run-own.ts";
import { runBulk } from "./bulk.ts";
import { copyCommand } from "./copy-command.ts";
import { onRow } from "./on-row.ts";

const refresh: Command = async ({ connection, views, registries, unfolded }) => {
  const lines: Readonly<Record<string, readonly string[]>> = listLines;
  for (const line of views.visible().flatMap((view) => lines[view]?.at(-1) ?? []))
    showEquivalent(line);
  await connection.seek();
  await Promise.all([connection.current?.model.refresh(), unfolded.refresh()]);
  views.showVolumeSizes(undefined);
  registries.forget();
  views.redraw();
};

/** The view answers while the person types; Escape brings the old filter back. */
const filter =
  (view: ViewName): Command =>
  async ({ views }) => {
    const before = views.filter(view);
    const box = window.createInputBox();
    box.value = before;
    box.placeholder = t("Words that a row must contain");
    let accepted = false;
    box.onDidChangeValue((text) => void views.choose(`filter.${view}`, text));
    box.onDidAccept(() => {
      accepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!accepted) void views.choose(`filter.${view}`, before);
      box.dispose();
    });
    box.show();
  };

const clearFilter =
  (view: ViewName): Command =>
  ({ views }) =>
    views.choose(`filter.${view}`, "");

/** The texts of rows that stand for no object: a port, a mount, a layer. */
const copyText: Command = async (_services, nodes) => {
  const texts = nodes.map((node) => {
    const { label } = node.item();
    return typeof label === "string" ? label : (label?.label ?? "");
  });
  await env.clipboard.writeText(texts.join("\n"));
};

/** As the line does: `docker ps` shows what runs, `docker ps -a` all. */
const toggleStopped: Command = async () => {
  const all = !setting("containers.showStopped", true);
  showEquivalent(dockerLine("ps", all ? "-a" : undefined));
  await change("containers.showStopped", all);
};

const toggle =
  (name: string): Command =>
  () =>
    change(name, !setting(name, true));

export const viewCommands: CommandTable = {
  "dockwright.views.refresh": refresh,
  "dockwright.views.filter.projects": filter("projects"),
  "dockwright.views.filter.containers": filter("containers"),
  "dockwright.views.filter.images": filter("images"),
  "dockwright.views.filter.volumes": filter("volumes"),
  "dockwright.views.filter.networks": filter("networks"),
  "dockwright.views.clearFilter.projects": clearFilter("projects"),
  "dockwright.views.clearFilter.containers": clearFilter("containers"),
  "dockwright.views.clearFilter.images": clearFilter("images"),
  "dockwright.views.clearFilter.volumes": clearFilter("volumes"),
  "dockwright.views.clearFilter.networks": clearFilter("networks"),
  "dockwright.views.toggleStopped": toggleStopped,
  "dockwright.views.toggleDangling": toggle("images.showDangling"),
  "dockwright.views.toggleWorkspace": ({ views, context }) =>
    views.choose("onlyWorkspace", !context.workspaceState.get("onlyWorkspace", false)),
  "dockwright.views.configure": async () =>
    commands.executeCommand("workbench.action.openSettings", "@ext:dockwright.dockwright groupBy"),
  "dockwright.views.getStarted": async () =>
    commands.executeCommand("workbench.action.openWalkthrough", "dockwright.dockwright#start"),
  "dockwright.views.copyText": copyText,
  "dockwright.views.copyCommand": copyCommand,
  "dockwright.views.bulk": runBulk,
  "dockwright.views.onRow": onRow,
  "dockwright.views.runOwn": runOwn,
  "dockwright.views.showLog": async () => log().show(),
};
