// Compares what a tree shows with what there is now. Pure.
import type { Node } from "./node.ts";

/** Rows by the id of the row above them; the roots stand under "". */
export type Level = Map<string, readonly Node[]>;

/**
 * The rows of `shown` that have to be drawn again to look like `fresh`, or "all" when roots came,
 * went or moved. A group whose rows came, went or moved is drawn again with all below it. A row
 * that is drawn again keeps its identity: it takes over the fresh one's content.
 */
export function differences(shown: Level, fresh: Level): "all" | Node[] {
  const changed = new Map<string, Node>();
  const known = new Map([...shown.values()].flat().map((row) => [row.id, row]));
  // Groups below one that is drawn again: they come anew with it.
  const below = new Set<string>();
  for (const [id, rows] of fresh) {
    const old = shown.get(id);
    if (!below.has(id) && old && sameRows(old, rows)) {
      for (const row of takeOver(old, rows)) changed.set(row.id, row);
      fresh.set(id, old);
      continue;
    }
    const owner = known.get(id);
    if (!below.has(id) && !owner) return "all";
    if (!below.has(id) && owner) changed.set(id, owner);
    for (const row of rows) below.add(row.id);
  }
  return [...changed.values()];
}

/**
 * Gives the old rows the content of the fresh ones, also where they look the same: what stands
 * below them may differ. Returns those that look different.
 */
function takeOver(old: readonly Node[], rows: readonly Node[]): Node[] {
  return rows.flatMap((row, index) => {
    const before = old[index];
    if (!before) return [];
    const differs = before.stamp !== row.stamp;
    Object.assign(before, row);
    return differs ? [before] : [];
  });
}

/** Whether the same rows stand in the same order, each with or without rows below it as before. */
export const sameRows = (old: readonly Node[], rows: readonly Node[]) =>
  old.length === rows.length &&
  rows.every((row, index) => {
    const before = old[index];
    return before?.id === row.id && Boolean(before.children) === Boolean(row.children);
  });
