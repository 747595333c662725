// Rows of texts as a table of aligned columns. Pure.
import { plain } from "../wording/format.ts";

/** The table as text: a line of heads, then one per row, columns two blanks apart. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map((cell) => plain(cell, 1000)));
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => width(line[column] ?? ""))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)))
        .join("  ")
        .trimEnd(),
    )
    .concat("")
    .join("\n");
}

/** Columns that the text takes: Korean and other wide signs take two. */
function width(text: string): number {
  let columns = 0;
  for (const sign of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(sign)
      ? 2
      : 1;
  return columns;
}
