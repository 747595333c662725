// Read-only texts that commands show: inspect, history, top, changes. Knows no engine.
import { commands, Uri, ViewColumn, window, workspace } from "vscode";

const scheme = "dockwright-text";

export class Documents {
  readonly #texts = new Map<string, string>();
  readonly #provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => this.#texts.get(path) ?? "",
  });
  readonly #closing = workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === scheme) this.#texts.delete(uri.path);
  });
  #count = 0;

  /** Opens `text` in an editor of its own; the name's ending gives the language. */
  async show(name: string, text: string): Promise<void> {
    const document = await workspace.openTextDocument(this.#keep(name, text));
    await window.showTextDocument(document, { preview: true, viewColumn: ViewColumn.Active });
  }

  /** Shows Markdown as it is meant to be read. */
  async preview(name: string, text: string): Promise<void> {
    await commands.executeCommand("markdown.showPreviewToSide", this.#keep(name, text));
  }

  /** Shows any value as JSON. */
  json(name: string, value: unknown): Promise<void> {
    return this.show(`${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
  }

  /** Shows two texts of one name side by side, what differs marked. */
  async compare(name: string, left: string, right: string, title: string): Promise<void> {
    await commands.executeCommand(
      "vscode.diff",
      this.#keep(name, left),
      this.#keep(name, right),
      title,
    );
  }

  #keep(name: string, text: string): Uri {
    const path = `/${++this.#count}/${name.replace(/[\\/:]/g, "_")}`;
    this.#texts.set(path, text);
    return Uri.from({ scheme, path });
  }

  dispose(): void {
    this.#provider.dispose();
    this.#closing.dispose();
    this.#texts.clear();
  }
}
