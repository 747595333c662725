// The extension starts, and what its manifest promises is there.
import assert from "node:assert/strict";
import { commands, extensions } from "vscode";
import type { HostTests } from "./host-tests.ts";

export const activationTests: HostTests = {
  "the extension activates": async () => {
    const extension = extensions.getExtension("dockwright.dockwright");
    assert.ok(extension, "VS Code does not know the extension");
    await extension.activate();
    assert.equal(extension.isActive, true);
  },

  "every command of the manifest is registered": async () => {
    const manifest = extensions.getExtension("dockwright.dockwright")?.packageJSON as {
      contributes: { commands?: { command: string }[] };
    };
    const registered = new Set(await commands.getCommands(true));
    const promised = (manifest.contributes.commands ?? []).map(({ command }) => command);
    assert.deepEqual(
      promised.filter((id) => !registered.has(id)),
      [],
    );
  },
};
