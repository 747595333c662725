// The engine in use. It is sought again when the setting, the CLI's configuration or the trust in the
// workspace changes.
import { workspace } from "vscode";
import { watchContexts } from "../engine/connection/contexts.ts";
import { onDidChangeSetting, setting } from "../settings.ts";
import { SoughtEngine } from "./sought-engine.ts";

export class Connection extends SoughtEngine {
  readonly #reasons = [
    onDidChangeSetting("endpoint", () => void this.seek()),
    workspace.onDidGrantWorkspaceTrust(() => void this.seek()),
    watchContexts(process.env, () => {
      // Views list the other contexts, too.
      if (this.isSought) void this.seek().then(() => this.tell());
    }),
  ];

  constructor() {
    super(() => setting("endpoint", ""));
  }

  override dispose(): void {
    for (const one of this.#reasons) one.dispose();
    super.dispose();
  }
}
