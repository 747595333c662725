// One TreeDataProvider for all views: what `shown.ts` decides, in VS Code's words. Knows nothing of what it shows.
import {
  EventEmitter,
  MarkdownString,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCollapsibleState,
} from "vscode";
import type { Node } from "./node.ts";
import { Shown } from "./shown.ts";

export class Explorer implements TreeDataProvider<Node> {
  readonly #changed = new EventEmitter<Node | Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #shown: Shown;

  constructor(roots: () => readonly Node[] | Promise<readonly Node[]>) {
    this.#shown = new Shown(roots, (rows) => this.#changed.fire(rows));
  }

  /** Looks again at what there is, and redraws the rows that differ. */
  refresh(): Promise<void> {
    return this.#shown.refresh();
  }

  /** Draws everything anew. */
  redraw(): void {
    this.#shown.redraw();
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

  getChildren(node?: Node): Promise<Node[]> {
    return this.#shown.below(node);
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
}
