// Files between this machine and a container, running or not: `docker cp` in both directions.

import { basename } from "node:path";
import { type Uri, window } from "vscode";
import type { Engine } from "../../engine/engine.ts";
import { EngineError } from "../../engine/errors.ts";
import type { Container } from "../../engine/model/objects.ts";
import { copyIn, copyOut, statPath } from "../../engine/streams/archive.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { plain, size } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import { askText, withProgress } from "../ask.ts";
import type { Command, CommandTable } from "../command.ts";
import { nameOf, onOne } from "../targets.ts";

/** Asks for the folder in the container; its working directory stands there first. */
async function askFolder(engine: Engine, container: Container): Promise<string | undefined> {
  const { Config } = await containers.inspect(engine, container.id);
  const folder = await askText(t("Folder in {0} to copy to", nameOf(container)), {
    value: Config.WorkingDir || "/",
  });
  if (!folder) return undefined;
  const stat = await statPath(engine, container.id, folder);
  if (!stat.folder && !stat.link)
    throw new EngineError("invalid", t("“{0}” is not a folder.", folder));
  return folder;
}

/** Files are dropped onto the row, or chosen in a dialog. */
const copyTo: Command = (services, nodes, args) => {
  const dropped = (args[2] as readonly Uri[] | undefined) ?? [];
  const copy = onOne("container", async (engine, container) => {
    const files =
      dropped.length > 0
        ? dropped
        : await window.showOpenDialog({
            canSelectMany: true,
            canSelectFiles: true,
            canSelectFolders: true,
            openLabel: t("Copy"),
          });
    if (!files || files.length === 0) return;
    const folder = await askFolder(engine, container);
    if (!folder) return;
    const sources = files.map(({ fsPath }) => fsPath);
    for (const source of sources)
      await announce(engine, "cp", source, `${container.name}:${folder}`);
    await withProgress(t("Copying to {0}", nameOf(container)), (signal) =>
      copyIn(engine, container.id, sources, folder, signal),
    );
    window.setStatusBarMessage(
      t("Copied {0} to {1}", sources.map((one) => basename(one)).join(", "), folder),
      5000,
    );
  });
  return copy(services, nodes, []);
};

const copyFrom = onOne("container", async (engine, container, { context }) => {
  const { id, name } = container;
  const key = `copyFrom.${container.image}`;
  const from = await askText(t("Path in {0} to copy", nameOf(container)), {
    value: context.workspaceState.get(key, ""),
    placeHolder: "/var/log",
  });
  if (!from) return;
  // Asked before the dialog, so that a slip of the pen does not cost a choice.
  await statPath(engine, id, from);
  await context.workspaceState.update(key, from);
  const [folder] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      openLabel: t("Copy here"),
    })) ?? [];
  if (!folder) return;
  await announce(engine, "cp", `${name}:${from}`, folder.fsPath);
  const { files, bytes, skipped } = await withProgress(
    t("Copying from {0}", nameOf(container)),
    (signal, report) =>
      copyOut(engine, id, from, folder.fsPath, { signal, onProgress: (sum) => report(size(sum)) }),
  );
  const told = t("Copied to {0}: files: {1}, {2}.", folder.fsPath, files, size(bytes));
  const left = skipped
    .slice(0, 5)
    .map((one) => plain(one))
    .join(", ");
  if (skipped.length === 0) void window.showInformationMessage(told);
  else
    void window.showWarningMessage(
      `${told} ${t("Links and special files left out: {0} ({1}).", skipped.length, left)}`,
    );
});

export const copyCommands: CommandTable = {
  "dockwright.containers.copyTo": copyTo,
  "dockwright.containers.copyFrom": copyFrom,
};
