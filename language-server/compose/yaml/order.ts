// Puts the entries of a mapping, or the items of a list, into another order: each with the
// comments above it, as whole lines. Where that is not certain to keep the meaning, there is no fix.
import { t } from "../../l10n.ts";
import type { Fix } from "../../lint/rule.ts";
import type { Source } from "./source.ts";

interface Part {
  /** Where its key or its dash stands. */
  readonly start: number;
  readonly end: number;
}

/** The first of the parts that stands behind one that belongs after it; undefined: all is in order. */
export function firstMisplaced<One>(
  parts: readonly One[],
  compare: (a: One, b: One) => number,
): number | undefined {
  for (let index = 1; index < parts.length; index++) {
    const [before, here] = [parts[index - 1], parts[index]];
    if (before !== undefined && here !== undefined && compare(before, here) > 0) return index;
  }
  return undefined;
}

/** Sorts parts that stand in the order of the text. */
export function sortFix<One extends Part>(
  source: Source,
  parts: readonly One[],
  compare: (a: One, b: One) => number,
  title: string,
): readonly Fix[] {
  const blocks = blocksOf(source, parts);
  if (!blocks) return [];
  const order = parts
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [parts[a], parts[b]];
      return one && other ? compare(one, other) || a - b : 0;
    });
  const whole = blocks.map(({ text }) => (text.endsWith("\n") ? text : `${text}\n`));
  const start = blocks[0]?.start ?? 0;
  const end = blocks.at(-1)?.end ?? start;
  let newText = order.map((index) => whole[index] ?? "").join("");
  if (!source.text.slice(start, end).endsWith("\n")) newText = newText.replace(/\n$/, "");
  return [{ title, edits: [{ start, end, newText }], safe: true }];
}

/** Each part with its lines; undefined where parts share lines, or anchors make the order matter. */
function blocksOf({ text, lines }: Source, parts: readonly Part[]) {
  const starts: number[] = [];
  for (const { start } of parts) {
    let number = lines.lineAt(start);
    if (!/^[ \t]*(?:- )?$/.test(text.slice(lines.line(number).start, start))) return undefined;
    while (number > 0 && isComment(text, lines.line(number - 1))) number--;
    starts.push(lines.line(number).start);
  }
  const last = lines.lineAt(Math.max((parts.at(-1)?.end ?? 1) - 1, 0));
  const end = last + 1 < lines.count ? lines.line(last + 1).start : text.length;
  const blocks = starts.map((start, index) => {
    const stop = starts[index + 1] ?? end;
    return { start, end: stop, text: text.slice(start, stop) };
  });
  const inOrder = blocks.every(({ start, end: stop }) => start < stop);
  const anchored = /(?:^|[\s[,])[&*]\w|<<:/.test(text.slice(blocks[0]?.start ?? 0, end));
  return inOrder && !anchored ? blocks : undefined;
}

function isComment(text: string, { start, end }: { start: number; end: number }): boolean {
  return text.slice(start, end).trimStart().startsWith("#");
}

export function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The title of the fixes that sort. */
export function sortTitle(): string {
  return t("Put them in order");
}
