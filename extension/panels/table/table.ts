// What a table panel shows, how its rows are ordered and found, and what host and page say to each
// other. Pure; used on both sides.

export interface Column {
  readonly title: string;
  /** Right-aligned, and largest first at the first click. */
  readonly number?: boolean;
  /**
   * Draws beside each number how it came about: "shared" measures all rows by the greatest number of the
   * column, so that they compare, "own" each by its own.
   */
  readonly trend?: "shared" | "own";
}

/** A text, with the value that it is sorted by where that is not the text. */
export type Cell = string | { readonly text: string; readonly value: number };

export interface Row {
  /** The same for the same thing in every update. */
  readonly id: string;
  readonly cells: readonly Cell[];
}

export interface Sort {
  readonly column: number;
  readonly descending: boolean;
}

/** The page's own texts, in the reader's language. */
export interface PageTexts {
  readonly filter: string;
  readonly asText: string;
  readonly nothing: string;
}

export type ToPage =
  | {
      readonly type: "table";
      readonly columns: readonly Column[];
      readonly sort: Sort | undefined;
      readonly texts: PageTexts;
    }
  | { readonly type: "rows"; readonly rows: readonly Row[]; readonly note: string };

export type FromPage =
  | { readonly type: "ready" }
  | { readonly type: "asText"; readonly ids: readonly string[] };

export const textOf = (cell: Cell | undefined): string =>
  typeof cell === "object" ? cell.text : (cell ?? "");

/** The rows in order; equal ones, and all without a sort, stay as they came. */
export function ordered(rows: readonly Row[], sort: Sort | undefined): readonly Row[] {
  if (!sort) return rows;
  const { column, descending } = sort;
  const way = descending ? -1 : 1;
  return [...rows].sort((a, b) => way * compare(a.cells[column], b.cells[column]));
}

function compare(a: Cell | undefined, b: Cell | undefined): number {
  if (typeof a === "object" && typeof b === "object") return a.value - b.value;
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(textOf(a), textOf(b));
}

// Made at its first use: it would cost milliseconds of what the extension may take to load.
let collator: Intl.Collator | undefined;

/** The rows that hold every word of the filter, in any cell and case. */
export function found(rows: readonly Row[], filter: string): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ cells }) => {
    const text = cells.map(textOf).join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
