// How the numbers of a table came about: the last of them in each cell, and a line through them. Pure.

/** How many are kept of a cell. */
const most = 40;

/** Below this the greatest number is none: what idles does not look busy. */
const least = 1;

/** The last numbers of one column, by row. */
export class Trend {
  readonly #values = new Map<string, readonly number[]>();
  #greatest = least;

  /** Takes in the present numbers; rows that are not among them are forgotten. */
  add(numbers: ReadonlyMap<string, number>): void {
    for (const id of this.#values.keys()) if (!numbers.has(id)) this.#values.delete(id);
    for (const [id, number] of numbers)
      this.#values.set(id, [...(this.#values.get(id) ?? []), number].slice(-most));
    this.#greatest = [...this.#values.values()].reduce(greatest, least);
  }

  /** The points of a row's line in a box of this size, the newest at its right end; empty before there are two. */
  points(id: string, scale: "shared" | "own", width: number, height: number): string {
    const values = this.#values.get(id) ?? [];
    if (values.length < 2) return "";
    const top = scale === "own" ? greatest(least, values) : this.#greatest;
    const step = width / (most - 1);
    const start = width - step * (values.length - 1);
    return values
      .map((value, index) => {
        const y = height - (Math.max(0, value) / top) * height;
        return `${(start + index * step).toFixed(1)},${y.toFixed(1)}`;
      })
      .join(" ");
  }
}

const greatest = (highest: number, values: readonly number[]) => Math.max(highest, ...values);
