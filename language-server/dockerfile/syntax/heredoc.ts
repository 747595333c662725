// Finds the `<<EOF` words that open heredocs in a logical line.

/** A word that opens a heredoc; offsets are in the logical line. */
export interface Opener {
  readonly start: number;
  readonly end: number;
  readonly delimiter: string;
  readonly delimiterStart: number;
  readonly expands: boolean;
  readonly chomps: boolean;
}

const OPENER = /^(\d*<<-?)([^<]+)$/;

/** The openers of a line, in their order. BuildKit wants them as whole words. */
export function openers(line: string): readonly Opener[] {
  const found: Opener[] = [];
  for (const { start, end } of shellWords(line)) {
    const match = OPENER.exec(line.slice(start, end));
    if (!match) continue;
    const [, arrows = "", quoted = ""] = match;
    const delimiter = quoted.replace(/\\(.)|["']/gs, "$1");
    found.push({
      start,
      end,
      delimiter,
      delimiterStart: start + arrows.length + (/^["']/.test(quoted) ? 1 : 0),
      expands: delimiter === quoted,
      chomps: arrows.endsWith("-"),
    });
  }
  return found;
}

const WORD = /(?:[^\s"'\\]+|\\[\s\S]|\\$|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^']*')+/y;
const BLANKS = /\s*/y;

/** Words at blanks outside quotes, quotes kept; none at all when a quote is never closed. */
function shellWords(line: string): readonly { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  let offset = 0;
  while (offset < line.length) {
    BLANKS.lastIndex = offset;
    offset += BLANKS.exec(line)?.[0].length ?? 0;
    if (offset >= line.length) break;
    WORD.lastIndex = offset;
    const length = WORD.exec(line)?.[0].length ?? 0;
    const end = offset + length;
    if (length === 0 || /["']/.test(line[end] ?? "")) return [];
    words.push({ start: offset, end });
    offset = end;
  }
  return words;
}
