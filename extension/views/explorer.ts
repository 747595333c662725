// One TreeDataProvider for all views. It redraws only what changed, and knows nothing of what it shows.
import {
  EventEmitter,
  MarkdownString,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import { differences, type Level } from "./differences.ts";
import type { Node } from "./node.ts";

export class Explorer implements TreeDataProvider<Node> {
  readonly #changed = new EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #roots: () => readonly Node[] | Promise<readonly Node[]>;
  /** What VS Code shows now: the roots and, by the group's id, the groups' children. */
  #shown: Level = new Map();
  /** Whether VS Code will ask for the roots anyway: before it first does, and after it was told to. */
  #awaited = true;

  constructor(roots: () => readonly Node[] | Promise<readonly Node[]>) {
    this.#roots = roots;
  }

  /** Looks again at what there is, and redraws the rows that differ; all of them if roots came or went. */
  async refresh(): Promise<void> {
    if (this.#awaited) return;
    const roots = await this.#roots();
    if (this.#awaited) return;
    const fresh: Level = new Map([["", roots]]);
    await this.#expand(roots, fresh);
    const changed = differences(this.#shown, fresh);
    if (changed === "all") this.redraw();
    else if (changed.length > 0) {
      this.#shown = fresh;
      this.#changed.fire(changed.length === 1 ? changed[0] : changed);
    }
  }

  /**
   * Draws everything anew. Until the rows have been asked for, VS Code knows none: what is clicked
   * meanwhile is told without its row. So it is not done where single rows can be drawn.
   */
  redraw(): void {
    this.#awaited = true;
    this.#changed.fire(undefined);
  }

  getTreeItem(node: Node): TreeItem {
    const item = node.item();
    item.id = node.id;
    item.contextValue = node.contextValue;
    if (node.children) item.collapsibleState ??= TreeItemCollapsibleState.Collapsed;
    if (node.children && item.collapsibleState === TreeItemCollapsibleState.None)
      item.collapsibleState = TreeItemCollapsibleState.Collapsed;
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (!node) this.#awaited = false;
    const rows = node ? ((await node.children?.()) ?? []) : await this.#roots();
    if (!node) this.#shown = new Map();
    if (!node || node.isGroup) this.#shown.set(node?.id ?? "", rows);
    return [...rows];
  }

  async resolveTreeItem(item: TreeItem, node: Node): Promise<TreeItem> {
    // The text comes from an engine: Markdown without trust, so that no link in it can run a command.
    const text = await node.tooltip?.().catch(() => undefined);
    if (text) item.tooltip = new MarkdownString(text);
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Adds the rows below those that are groups and have been opened, at any depth. */
  async #expand(rows: readonly Node[], into: Level): Promise<void> {
    for (const row of rows) {
      if (!row.isGroup || !this.#shown.has(row.id)) continue;
      const children = (await row.children?.()) ?? [];
      into.set(row.id, children);
      await this.#expand(children, into);
    }
  }
}
