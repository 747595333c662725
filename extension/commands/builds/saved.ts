// What is in the editor, and not yet in the file: engines read files.
import { workspace } from "vscode";

/** Saves the file where its editor has changes that are not saved, as VS Code does before its tasks. */
export async function saved(path: string): Promise<void> {
  await workspace.textDocuments
    .find(({ uri, isDirty }) => isDirty && uri.scheme === "file" && uri.fsPath === path)
    ?.save();
}
