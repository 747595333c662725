// Read-only texts that commands show: inspect, history, top, changes. Knows no engine.
import { Uri, ViewColumn, window, workspace } from "vscode";

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
    const path = `/${++this.#count}/${name.replace(/[\\/:]/g, "_")}`;
    this.#texts.set(path, text);
    const document = await workspace.openTextDocument(Uri.from({ scheme, path }));
    await window.showTextDocument(document, { preview: true, viewColumn: ViewColumn.Active });
  }

  /** Shows any value as JSON. */
  json(name: string, value: unknown): Promise<void> {
    return this.show(`${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
  }

  dispose(): void {
    this.#provider.dispose();
    this.#closing.dispose();
    this.#texts.clear();
  }
}
