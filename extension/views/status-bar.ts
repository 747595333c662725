// Names the engine in the status bar when it is not the default one.
import { StatusBarAlignment, window } from "vscode";
import { type Connection, engineName } from "../connection.ts";
import { t } from "../engine/text.ts";
import { plain } from "../wording/format.ts";

export class EngineStatusBar {
  readonly #item = window.createStatusBarItem("dockwright.engine", StatusBarAlignment.Left, 10);
  readonly #listener: { dispose(): void };

  constructor(connection: Connection) {
    this.#item.name = t("Docker engine");
    this.#item.command = "dockwright.engines.use";
    this.#listener = connection.onDidChange((engine) => {
      const { message, remedy } = connection.state;
      const isDefault = engine ? engine.endpoint.origin === "default" : message === "";
      if (isDefault) return this.#item.hide();
      const name = engine ? plain(engineName(engine), 40) : t("Docker engine");
      this.#item.text = `$(${message ? "error" : "server"}) ${name.replaceAll("$(", "$ (")}`;
      const host = engine && t("Docker engine: {0}", plain(engine.endpoint.host));
      this.#item.tooltip = [host, message, remedy].filter(Boolean).join("\n");
      this.#item.show();
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }
}
