// Reads Dockwright's settings. Knows no setting by name.
import { ConfigurationTarget, type Disposable, workspace } from "vscode";

/** The setting `dockwright.<name>`, or `otherwise` when the manifest has no default for it. */
export function setting<T>(name: string, otherwise: T): T {
  return workspace.getConfiguration("dockwright").get<T>(name) ?? otherwise;
}

/** Calls `listener` when a setting that begins with `dockwright.<name>` changes. */
export function onDidChangeSetting(name: string, listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`dockwright.${name}`)) listener();
  });
}

/** Changes the person's own setting `dockwright.<name>`. */
export async function change(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration("dockwright").update(name, value, ConfigurationTarget.Global);
}
