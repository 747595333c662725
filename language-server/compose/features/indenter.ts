// New columns for the lines of a file: a stack of the levels that are open, each with the column
// it had and the one it gets.
import type { Row } from "./row.ts";

interface Level {
  readonly from: number;
  readonly to: number;
  /** The level of dashes, rather than keys. */
  readonly list: boolean;
}

export class Indenter {
  readonly #step: number;
  #levels: Level[] = [];

  constructor(step: number) {
    this.#step = step;
  }

  /** A new YAML document begins. */
  reset(): void {
    this.#levels = [];
  }

  /** The new columns of a line's dashes and key; of a line without them that of its text. */
  columns({ indent, openers }: Row): readonly number[] {
    const [first] = openers;
    if (!first) return [this.#place(indent, false)];
    const columns = [this.#place(first.column, first.key === undefined)];
    for (let index = 1; index < openers.length; index++) {
      const before = columns[index - 1] ?? 0;
      const opener = openers[index];
      if (!opener) continue;
      const to = before + 2;
      this.#levels.push({ from: opener.column, to, list: opener.key === undefined });
      columns.push(to);
    }
    return columns;
  }

  /** The new column of a comment above `next`: with the level it stands at, else with what follows. */
  ofComment(column: number, next: Row | undefined): number {
    const own = this.#levels.findLast(({ from }) => from === column);
    const below = next === undefined || next.kind === "separator" ? -1 : next.indent;
    if (own && column > below) return own.to;
    if (next === undefined || next.kind === "separator") return 0;
    const kept = [...this.#levels];
    const [to = 0] = this.columns(next);
    this.#levels = kept;
    return to;
  }

  #place(column: number, list: boolean): number {
    // A dash may stand at the column of the key above it; a key there ends the list.
    while (this.#isOver(column, list)) this.#levels.pop();
    const top = this.#levels.at(-1);
    if (top && top.from === column && top.list === list) return top.to;
    const to =
      top === undefined ? 0 : top.from === column ? top.to : top.to + (top.list ? 2 : this.#step);
    this.#levels.push({ from: column, to, list });
    return to;
  }

  #isOver(column: number, list: boolean): boolean {
    const top = this.#levels.at(-1);
    return top !== undefined && (top.from > column || (top.from === column && top.list && !list));
  }
}
