// Checks every Dockerfile and Compose file of the workspace, opened or not.
import { commands, ProgressLocation, window, workspace } from "vscode";
import { lintWorkspaceRequest } from "../../../language-server/protocol.ts";
import { t } from "../../engine/text.ts";
import { composeGlob, dockerfileGlob, isIgnoreFile } from "../../workspace/file-names.ts";
import type { Command } from "../command.ts";

/** More would fill the Problems view with what nobody reads. */
const most = 2000;

export const checkWorkspace: Command = async ({ client }) => {
  const find = (files: string) => workspace.findFiles(files, undefined, most);
  const found = await Promise.all([find(dockerfileGlob), find(composeGlob)]);
  const uris = found
    .flat()
    .filter((uri) => !isIgnoreFile(uri))
    .map((uri) => uri.toString());
  const checked = await window.withProgress(
    { location: ProgressLocation.Window, title: t("Checking {0} files…", uris.length) },
    () => client.request<number>(lintWorkspaceRequest, uris),
  );
  if (checked === 0) void window.showInformationMessage(t("There is no file to check."));
  else await commands.executeCommand("workbench.actions.view.problems");
};
