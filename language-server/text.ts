// Places in a text. Inside the server a place is an offset in UTF-16 units and a stretch is a
// Span; lines and columns exist only at the edge, where LSP wants them.
import type { Position, Range } from "vscode-languageserver-types";

/** A stretch of text, from `start` up to but not including `end`, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset is in the span or at one of its ends. */
export function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The same place in a text in which it stands elsewhere. */
export function moved<Place extends Span>(place: Place, by: number): Place {
  return { ...place, start: place.start + by, end: place.end + by };
}

/** A part of a text that does not keep the whole text alive. */
export function cut(text: string, start: number, end: number): string {
  // What is joined is a text of its own; a slice only points into the other.
  return end - start < 2
    ? text.slice(start, end)
    : [text.slice(start, start + 1), text.slice(start + 1, end)].join("");
}

/** Where lines begin behind the line ends that stand in a stretch. */
function startsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let offset = from; offset < Math.min(to, text.length); offset++) {
    const unit = text.charCodeAt(offset);
    if (unit === 10 || (unit === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

/** Where the lines of a text begin; made in one pass, asked in O(log n). `\n`, `\r\n` and `\r` end a line, as LSP says. */
export class Lines {
  readonly text: string;
  /** Copied at each edit: numbers side by side are copied as one. */
  readonly #starts: Int32Array;

  constructor(
    text: string,
    starts: Int32Array = Int32Array.from([0, ...startsIn(text, 0, text.length)]),
  ) {
    this.text = text;
    this.#starts = starts;
  }

  /** The lines after an edit. */
  edited({ start, end }: Span, newText: string): Lines {
    const text = this.text.slice(0, start) + newText + this.text.slice(end);
    const by = newText.length - (end - start);
    // Whether a \r ends a line, the character behind it decides: one more on each side is looked at.
    const kept = this.lineAt(Math.max(start - 1, 0)) + 1;
    const fresh = startsIn(text, this.start(kept - 1), start + newText.length + 1);
    const rest = this.#starts.subarray(this.lineAt(end + 1) + 1);
    const starts = new Int32Array(kept + fresh.length + rest.length);
    starts.set(this.#starts.subarray(0, kept));
    starts.set(fresh, kept);
    starts.set(rest, kept + fresh.length);
    if (by !== 0)
      for (let line = kept + fresh.length; line < starts.length; line++)
        starts[line] = (starts[line] ?? 0) + by;
    return new Lines(text, starts);
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
