// Places in a text. Inside the server a place is an offset in UTF-16 units and a stretch is a
// Span; lines and columns exist only at the edge, where LSP wants them.
import type { Position, Range } from "vscode-languageserver-types";

/** A stretch of text, from `start` up to but not including `end`, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function spanLength({ start, end }: Span): number {
  return end - start;
}

/** Whether an offset is in the span or at one of its ends. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Where the lines of a text begin; made in one pass, asked in O(log n). `\n`, `\r\n` and `\r` end a line, as LSP says. */
export class Lines {
  readonly text: string;
  readonly #starts: number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10))
        starts.push(offset + 1);
    }
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The number of the line, from 0, that holds an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where a line begins. */
  start(number: number): number {
    return this.#starts[number] ?? this.text.length;
  }

  /** The line without its end. */
  line(number: number): Span {
    const start = this.#starts[number] ?? this.text.length;
    let end = this.#starts[number + 1] ?? this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? "")) end--;
    return { start, end };
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - (this.#starts[line] ?? 0) };
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The offset of a position; one past the end of its line is taken back to it. */
  offset({ line, character }: Position): number {
    if (line >= this.#starts.length) return this.text.length;
    const { start, end } = this.line(line);
    return Math.min(start + Math.max(character, 0), end);
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }
}
