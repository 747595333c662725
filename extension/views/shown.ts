// What a tree shows, and what has to be asked for anew when there is something else now. Knows no VS Code.
import { differences, type Level, sameRows } from "./differences.ts";
import type { Node } from "./node.ts";

type Roots = () => readonly Node[] | Promise<readonly Node[]>;

/**
 * So many rows of a long list are given at first, and the whole list right afterwards: with a
 * thousand, VS Code needs longer to make, send and place them than the engine to list them. It is
 * more than fit on a screen, so nothing is seen of it.
 */
const firstRows = 100;

/** A list up to this length comes as a whole. */
const shortList = 2 * firstRows;

export class Shown {
  readonly #roots: Roots;
  readonly #tell: (rows: Node | Node[] | undefined) => void;
  /** The roots and, by the group's id, the groups' children. */
  #level: Level = new Map();
  /** Of which of these there have been rows: what is drawn anew comes as a whole. */
  readonly #begun = new Set<string>();
  /** Whether the roots will be asked for anyway: before that was first done, and after it was told to. */
  #awaited = true;
  /** The roots that were made when VS Code was told to ask for them, as long as they are the newest. */
  #made: readonly Node[] | undefined;

  /** `tell`: VS Code has to ask again for these rows; undefined: for all. */
  constructor(roots: Roots, tell: (rows: Node | Node[] | undefined) => void) {
    this.#roots = roots;
    this.#tell = tell;
  }

  /** Looks again at what there is, and redraws the rows that differ; all of them if roots came or went. */
  async refresh(): Promise<void> {
    this.#made = undefined;
    if (this.#awaited) return;
    const made = this.#roots();
    // Where they are there at once, they are told before the rows of the next view are made.
    const roots = made instanceof Promise ? await made : made;
    if (this.#awaited) {
      // Those that an earlier look has made may be older than these.
      this.#made = undefined;
      return;
    }
    if (!sameRows(this.#level.get("") ?? [], roots)) return this.#drawAll(roots);
    const fresh: Level = new Map([["", roots]]);
    await this.#expand(roots, fresh);
    const changed = differences(this.#level, fresh);
    if (changed === "all") this.redraw();
    else if (changed.length > 0) {
      this.#level = fresh;
      this.#tell(changed.length === 1 ? changed[0] : changed);
    }
  }

  /**
   * Draws everything anew. Until the rows have been asked for, VS Code knows none: what is clicked
   * meanwhile is told without its row. So it is not done where single rows can be drawn.
   */
  redraw(): void {
    this.#drawAll();
  }

  #drawAll(roots?: readonly Node[]): void {
    this.#made = roots;
    this.#awaited = true;
    this.#tell(undefined);
  }

  /** The rows below this one, or the roots: VS Code asks for them. */
  async below(node?: Node): Promise<Node[]> {
    const rows = node ? ((await node.children?.()) ?? []) : await this.#takeRoots();
    if (node && !node.isGroup) return [...rows];
    if (!node) this.#level = new Map();
    const given = this.#begin(node, rows);
    this.#level.set(node?.id ?? "", given);
    return [...given];
  }

  /** The roots are asked for: those that were made just now, which takes some ms for a long list, or new ones. */
  #takeRoots(): ReturnType<Roots> {
    this.#awaited = false;
    const roots = this.#made ?? this.#roots();
    this.#made = undefined;
    return roots;
  }

  /** What is given of a group's rows or the roots; VS Code asks for the rest when it has taken that. */
  #begin(group: Node | undefined, rows: readonly Node[]): readonly Node[] {
    const id = group?.id ?? "";
    const isWhole = rows.length <= shortList || this.#begun.has(id);
    if (rows.length > 0) this.#begun.add(id);
    else if (!group) this.#begun.clear();
    if (isWhole) return rows;
    // VS Code drops an answer that it has not taken when it hears that there is another.
    setImmediate(() => {
      if (this.#awaited) return;
      if (group) this.#tell(group);
      else this.#drawAll(rows);
    });
    return rows.slice(0, firstRows);
  }

  /** Adds the rows below those that are groups and have been opened, at any depth. */
  async #expand(rows: readonly Node[], into: Level): Promise<void> {
    for (const row of rows) {
      if (!row.isGroup || !this.#level.has(row.id)) continue;
      const children = (await row.children?.()) ?? [];
      into.set(row.id, children);
      await this.#expand(children, into);
    }
  }
}
