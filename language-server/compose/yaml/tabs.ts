// Tabs in front of nothing or of a comment, and behind the dash of an item. The package `yaml` lets them
// pass; Compose's reader refuses them like any other tab in the indentation, save in brackets, in quotes
// and in the text of a block.
import type { Lines, Span } from "../../text.ts";
import type { Reading } from "./tree.ts";

const bare = /^( *)\t[ \t]*(?:#.*)?$/;
const key = /^ *(?:- |[\w.-]+:)/;
const behindDash = /^( *(?:- +)*- *)(\t[ \t]*)/;

/** The blanks with the first tab that Compose refuses. */
export function bareTab(lines: Lines, readings: readonly (readonly Reading[])[]): Span | undefined {
  const { text } = lines;
  if (!text.includes("\t")) return undefined;
  let above = "";
  for (let number = 0; number < lines.count; number++) {
    const { start, end } = lines.line(number);
    const line = text.slice(start, end);
    const [, dash = "", tab = ""] = behindDash.exec(line) ?? [];
    const at = start + dash.length;
    if (tab && !isInside(at, text, readings)) return { start: at, end: at + tab.length };
    const [, spaces] = bare.exec(line) ?? [];
    const refused = spaces !== undefined && isTooFarLeft(spaces.length, above);
    if (refused && !isInside(start, text, readings))
      return { start, end: start + (/^[ \t]*/.exec(line)?.[0].length ?? 0) };
    if (spaces === undefined && /^ *[^ #]/.test(line)) above = line;
  }
  return undefined;
}

/** Further right it may go on with the text above. */
function isTooFarLeft(column: number, above: string): boolean {
  return column === 0 || (key.test(above) && column <= above.search(/\S/));
}

function isInside(
  offset: number,
  text: string,
  readings: readonly (readonly Reading[])[],
): boolean {
  return readings.flat().some(({ parts }) =>
    parts.some((part) => {
      if ("keySpan" in part || part.start >= offset || part.end <= offset) return false;
      return part.kind === "scalar" ? part.style !== "plain" : /[[{]/.test(text[part.start] ?? "");
    }),
  );
}
