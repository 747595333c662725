// Writes small YAML values: as block lines behind a dash or below a key, or in braces.
import type { Node } from "../yaml/tree.ts";

export type Value = string | number | boolean | Pairs;
export interface Pairs {
  readonly [key: string]: Value | undefined;
}

/** Whether a list's item stands behind a dash of its own. */
export function isBlockItem({ source, start }: Node): boolean {
  return /(?:^|\n)[ \t]*- +$/.test(source.text.slice(0, start));
}

/** The column of an offset, as blanks. */
export function columnOf({ source }: Node, offset: number): string {
  return " ".repeat(offset - source.lines.line(source.lines.lineAt(offset)).start);
}

/** A mapping as lines, all but the first with the indentation. */
export function blockText(pairs: Pairs, indent: string): string {
  return Object.entries(pairs)
    .flatMap(([key, value]) => {
      if (value === undefined) return [];
      return typeof value === "object"
        ? [`${key}:\n${indent}  ${blockText(value, `${indent}  `)}`]
        : [`${key}: ${scalarText(value)}`];
    })
    .join(`\n${indent}`);
}

export function flowText(pairs: Pairs): string {
  const parts = Object.entries(pairs).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [`${key}: ${typeof value === "object" ? flowText(value) : scalarText(value)}`],
  );
  return `{ ${parts.join(", ")} }`;
}

export function scalarText(value: string | number | boolean): string {
  return typeof value !== "string" || /^[./~A-Za-z][\w./~-]*$/.test(value)
    ? String(value)
    : JSON.stringify(value);
}
