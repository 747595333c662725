// What menus and welcome texts go by: the context keys of VS Code that are ours.
import { commands } from "vscode";
import type { Engine } from "../engine/engine.ts";

export class ContextKeys {
  readonly #told = new Map<string, unknown>();

  /** Sets `dockwright.<key>`, if it is another value than before. */
  tell(key: string, value: unknown): void {
    if (this.#told.get(key) === value) return;
    this.#told.set(key, value);
    void commands.executeCommand("setContext", `dockwright.${key}`, value);
  }
}

/** Where the engine is or should be: on a machine of this kind, or elsewhere; Podman has ways of its own. */
export function placeOf(engine: Engine | undefined, trouble: string): string {
  // What should name the engine names none.
  if (!engine && trouble) return "nowhere";
  const { local = true, host = "" } = engine?.endpoint ?? {};
  if (!local) return "remote";
  if (/podman/i.test(host)) return "podman";
  return /^(darwin|win32)$/.test(process.platform) ? process.platform : "linux";
}
