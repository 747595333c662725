// What the editor does with a Compose file of two files: offers, tells, renames, formats, lenses.
import assert from "node:assert/strict";
import {
  type CodeLens,
  type CompletionList,
  commands,
  type Hover,
  Position,
  type TextDocument,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode";
import type { HostTests } from "./host-tests.ts";
import { open, waitFor } from "./languages.ts";

/** The place of the word `database` below depends_on. */
const reference = new Position(6, 16);

/** Asks a provider until it gives an answer that fits: the server may just be starting. */
function answer<T>(
  what: string,
  command: string,
  document: TextDocument,
  rest: readonly unknown[],
  fits: (found: T) => boolean,
): Promise<T> {
  return waitFor(what, async () => {
    const found = await commands.executeCommand<T | undefined>(command, document.uri, ...rest);
    return found && fits(found) ? found : undefined;
  });
}

export const composeTests: HostTests = {
  "an included service is offered in a Compose file": async () => {
    const document = await open("two-files/compose.yaml");
    assert.equal(document.languageId, "dockercompose");
    await answer<CompletionList>(
      "the offer of database",
      "vscode.executeCompletionItemProvider",
      document,
      [new Position(6, 14)],
      ({ items }) =>
        items.some(({ label }) => (typeof label === "string" ? label : label.label) === "database"),
    );
  },

  "a service is renamed in the file that includes and the one that is included": async () => {
    const document = await open("two-files/compose.yaml");
    const edit = await answer<WorkspaceEdit>(
      "the edits of both files",
      "vscode.executeDocumentRenameProvider",
      document,
      [reference, "store"],
      (found) => found.size > 0,
    );
    const names = edit.entries().map(([uri]) => uri.path.replace(/^.*\//, ""));
    assert.deepEqual(names.sort(), ["compose.yaml", "database.yaml"]);
  },

  "a Compose file is explained, formatted and started": async () => {
    const document = await open("two-files/compose.yaml");
    await answer<Hover[]>(
      "a hover over a key",
      "vscode.executeHoverProvider",
      document,
      [new Position(4, 10)],
      (found) => found.length > 0,
    );
    await answer<TextEdit[]>(
      "edits of the indentation",
      "vscode.executeFormatDocumentProvider",
      document,
      [{ tabSize: 2, insertSpaces: true }],
      (found) => found.length > 0,
    );
    await answer<CodeLens[]>(
      "a lens that starts the project",
      "vscode.executeCodeLensProvider",
      document,
      [100],
      (found) => found.some(({ command }) => command?.command === "dockwright.projects.up"),
    );
  },
};
