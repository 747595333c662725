// Ctrl+P Ctrl+Q leave a container as with the docker CLI. VS Code has other uses for both keys: where
// the terminal in use can be left so, a context key tells it, and keybindings pass them on.
import { commands, type Disposable, type ExtensionTerminalOptions, window } from "vscode";
import { SessionTerminal } from "./session-terminal.ts";

/** Keeps the context key `dockwright.detachable` as the terminal in use is. */
export function watchDetachable(): Disposable {
  let told = false;
  const tell = () => {
    const options = window.activeTerminal?.creationOptions as Partial<ExtensionTerminalOptions>;
    const is = options?.pty instanceof SessionTerminal && options.pty.takesDetachKeys;
    if (is === told) return;
    told = is;
    void commands.executeCommand("setContext", "dockwright.detachable", is);
  };
  tell();
  return window.onDidChangeActiveTerminal(tell);
}
