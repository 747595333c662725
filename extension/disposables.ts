// Many disposables as one.
import type { Disposable } from "vscode";

/** One disposable for all; the last made goes first. */
export function together(...all: readonly { dispose(): unknown }[]): Disposable {
  return {
    dispose() {
      for (const one of [...all].reverse()) one.dispose();
    },
  };
}
