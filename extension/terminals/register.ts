// What VS Code has to know of terminals from the start: their keys and links, and which were open.
import type { Disposable, Memento } from "vscode";
import type { Connection } from "../connections/connection.ts";
import type { UnfoldedEngines } from "../connections/unfolded-engines.ts";
import { together } from "../disposables.ts";
import { watchTwiceTold } from "./build-problems.ts";
import { watchDetachable } from "./detach-keys.ts";
import { registerFileLinks } from "./file-links.ts";
import { registerJsonLinks } from "./json-links.ts";
import { restoreTerminals } from "./restore.ts";

/** `memory` keeps what is open from one window to the next. */
export function registerTerminals(
  connection: Connection,
  unfolded: UnfoldedEngines,
  memory: Memento,
): Disposable {
  return together(
    registerFileLinks(),
    registerJsonLinks(),
    watchDetachable(),
    watchTwiceTold(),
    restoreTerminals(connection, unfolded, memory),
  );
}
