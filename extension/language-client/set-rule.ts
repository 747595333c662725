// What fixes that switch a rule off lead to: the server knows no settings.
import { ConfigurationTarget, commands, type Disposable, Uri, workspace } from "vscode";
import { setRuleCommand } from "../../language-server/protocol.ts";

/** Registers the command that sets the severity of a rule. */
export const registerSetRule = (): Disposable => commands.registerCommand(setRuleCommand, setRule);

/** Sets the severity of a rule, in the workspace's settings where there is one. */
async function setRule(code: string, severity: string, address?: string): Promise<void> {
  const scope = address ? Uri.parse(address) : undefined;
  const configuration = workspace.getConfiguration("dockwright.lint", scope);
  const rules = configuration.get<Record<string, string>>("rules", {});
  const target = workspace.workspaceFolders
    ? ConfigurationTarget.Workspace
    : ConfigurationTarget.Global;
  await configuration.update("rules", { ...rules, [code]: severity }, target);
}
