// Compares what a tree shows with what there is now. Pure.
import type { Node } from "./node.ts";

/** Rows by the id of the row above them; the roots stand under "". */
export type Level = Map<string, readonly Node[]>;

/**
 * The rows of `shown` that have to be drawn again to look like `fresh`, or "all" when rows came,
 * went or moved. A row that is drawn again keeps its identity: it takes over the fresh one's content.
 */
export function differences(shown: Level, fresh: Level): "all" | Node[] {
  const changed: Node[] = [];
  for (const [id, rows] of fresh) {
    const old = shown.get(id);
    if (!old || old.length !== rows.length) return "all";
    for (const [index, row] of rows.entries()) {
      const before = old[index];
      if (before?.id !== row.id) return "all";
      if (before.stamp === row.stamp) continue;
      if (Boolean(before.children) !== Boolean(row.children)) return "all";
      Object.assign(before, row);
      changed.push(before);
    }
    fresh.set(id, old);
  }
  return changed;
}
