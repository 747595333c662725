// Finds the `<<EOF` words that open heredocs in a logical line.
import { isReadable } from "./expand.ts";

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
const ARROWS = /^\d*<<$/;

/** The openers of a line, in their order. BuildKit wants them as whole words; behind `<<` may be a blank. */
export function openers(line: string): readonly Opener[] {
  const found: Opener[] = [];
  if (!isReadable(line)) return found;
  const words = shellWords(line);
  for (let index = 0; index < words.length; index++) {
    const { start, end } = words[index] as Piece;
    const text = line.slice(start, end);
    const next = ARROWS.test(text) ? words[++index] : undefined;
    const opener = next
      ? opened(start, next.start, line.slice(next.start, next.end), false)
      : attached(start, text);
    if (opener) found.push(opener);
  }
  return found;
}

/** `<<EOF`, `<<-EOF`; `<<-` alone is none. */
function attached(start: number, text: string): Opener | undefined {
  const [, arrows = "", quoted = ""] = OPENER.exec(text) ?? [];
  if (quoted === "" || quoted === "-") return undefined;
  return opened(start, start + arrows.length, quoted, arrows.endsWith("-"));
}

function opened(start: number, at: number, quoted: string, chomps: boolean): Opener | undefined {
  const delimiter = quoted.replace(/\\(.)|["']/gs, "$1");
  if (delimiter === "" || quoted.includes("<")) return undefined;
  return {
    start,
    end: at + quoted.length,
    delimiter,
    delimiterStart: at + (/^["']/.test(quoted) ? 1 : 0),
    expands: delimiter === quoted,
    chomps,
  };
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

const WORD = /(?:[^\s"'\\]+|\\[\s\S]|\\$|"[^"\\]*(?:\\[\s\S][^"\\]*)*"|'[^']*')+/y;
const BLANKS = /\s*/y;

/** Words at blanks outside quotes, quotes kept; none at all when a quote is never closed. */
function shellWords(line: string): readonly Piece[] {
  const words: Piece[] = [];
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
