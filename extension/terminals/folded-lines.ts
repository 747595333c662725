// What JSON stands behind the lines that a terminal has folded, so that one can be opened whole. Pure.

/** At the end of a folded line: a click there opens it. */
export const FOLD_MARK = "{…}";

/** More lines than these a terminal does not keep either. */
const KEPT = 4000;

export class FoldedLines {
  readonly #json = new Map<string, string>();

  /** Keeps the JSON of a line as it is drawn, the mark included. */
  remember(drawn: string, json: string): void {
    const key = keyOf(drawn);
    // What came last is what is on the screen.
    this.#json.delete(key);
    this.#json.set(key, json);
    if (this.#json.size <= KEPT) return;
    for (const oldest of this.#json.keys()) {
      this.#json.delete(oldest);
      return;
    }
  }

  /** The JSON behind a line of the terminal, indented; undefined when it is no folded one. */
  whole(line: string): string | undefined {
    const json = line.includes(FOLD_MARK) ? this.#json.get(keyOf(line)) : undefined;
    return json === undefined ? undefined : `${JSON.stringify(JSON.parse(json), undefined, 2)}\n`;
  }
}

/** A terminal keeps neither colours nor tabs. */
function keyOf(line: string): string {
  return line
    .replace(/\x1b\[[\d;:]*m/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
