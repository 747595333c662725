// Which rows of a view a letter key is for. Knows no view.
import { commands, type TreeView } from "vscode";
import type { Node } from "./node.ts";

/** Several rows that are selected, else the one that has the focus. */
export async function rowsMeant(tree: TreeView<Node>): Promise<readonly Node[]> {
  const before = tree.selection;
  if (before.length > 1) return before;
  // VS Code tells extensions what is selected, not what has the focus, and arrow keys move only the
  // focus. So the focused row is taken into the selection, or out of it, and all is put back.
  // What changes is told before the command is answered.
  await commands.executeCommand("list.toggleSelection");
  const added = tree.selection.filter((row) => !before.includes(row));
  await commands.executeCommand("list.toggleSelection");
  return added.length > 0 ? added : before;
}
