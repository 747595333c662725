// What a row of a tree is. Knows no command.
import type { TreeItem } from "vscode";
import type { Engine } from "../engine/engine.ts";

/** A row. It is drawn by `item`; its `id` is the same for the same thing in every refresh. */
export interface Node {
  readonly id: string;
  /** What kind of row it is and in which state; menus and commands go by it. */
  readonly contextValue: string;
  /** Changes exactly when the row has to be drawn again. */
  readonly stamp: unknown;
  /** The engine's object, if it stands for one. */
  readonly object?: unknown;
  /** The engine that it is on, when that is not the one in use: commands act on this one then. */
  readonly engine?: Engine;
  item(): TreeItem;
  /** The text of the hover; asked for when somebody hovers. */
  tooltip?(): Promise<string>;
  children?(): readonly Node[] | Promise<readonly Node[]>;
  /** True when the children are rows of the model themselves (a group), whose changes the view follows. */
  readonly isGroup?: boolean;
}
