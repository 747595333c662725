// Names the engine in the status bar when it is not the default one.
import { StatusBarAlignment, window } from "vscode";
import { type Connection, engineName } from "../connection.ts";
import { t } from "../engine/text.ts";
import { plain } from "./format.ts";

export class EngineStatusBar {
  readonly #item = window.createStatusBarItem("dockwright.engine", StatusBarAlignment.Left, 10);
  readonly #listener: { dispose(): void };

  constructor(connection: Connection) {
    this.#item.name = t("Docker engine");
    this.#item.command = "dockwright.engines.use";
    this.#listener = connection.onDidChange((engine) => {
      if (!engine || engine.endpoint.origin === "default") return this.#item.hide();
      this.#item.text = `$(server) ${plain(engineName(engine), 40).replaceAll("$(", "$ (")}`;
      const { message, remedy } = connection.state;
      this.#item.tooltip = [t("Docker engine: {0}", plain(engine.endpoint.host)), message, remedy]
        .filter(Boolean)
        .join("\n");
      this.#item.show();
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }
}
