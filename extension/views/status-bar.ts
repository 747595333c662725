// Names the engine in the status bar when it is not the default one, or is guarded.
import { StatusBarAlignment, ThemeColor, window } from "vscode";
import type { Connection } from "../connections/connection.ts";
import { engineName } from "../connections/engine-names.ts";
import { isGuarded } from "../connections/guard.ts";
import type { ConnectionState } from "../connections/sought-engine.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { onDidChangeSetting } from "../settings.ts";
import { plain } from "../wording/format.ts";

export class EngineStatusBar {
  readonly #item = window.createStatusBarItem("dockwright.engine", StatusBarAlignment.Left, 10);
  readonly #listeners: readonly { dispose(): unknown }[];

  constructor(connection: Connection) {
    this.#item.name = t("Docker engine");
    this.#item.command = "dockwright.engines.use";
    const show = () => this.#show(connection.current, connection.state);
    this.#listeners = [connection.onDidChange(show), onDidChangeSetting("guardedEngines", show)];
  }

  #show(engine: Engine | undefined, { message, remedy }: ConnectionState): void {
    const guarded = engine !== undefined && isGuarded(engine.endpoint);
    const isDefault = engine ? engine.endpoint.origin === "default" : message === "";
    if (isDefault && !guarded) {
      this.#item.hide();
      return;
    }
    const name = engine ? plain(engineName(engine), 40) : t("Docker engine");
    const icon = message ? "error" : guarded ? "lock" : "server";
    this.#item.text = `$(${icon}) ${name.replaceAll("$(", "$ (")}`;
    this.#item.backgroundColor = guarded
      ? new ThemeColor("statusBarItem.warningBackground")
      : undefined;
    const host = engine && t("Docker engine: {0}", plain(engine.endpoint.host));
    const guard = guarded && t("Guarded: its name must be typed before something is removed.");
    this.#item.tooltip = [host, guard, message, remedy].filter(Boolean).join("\n");
    this.#item.show();
  }

  dispose(): void {
    for (const one of this.#listeners) one.dispose();
    this.#item.dispose();
  }
}
