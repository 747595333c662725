// A logical line joined from physical ones, with the way back: which source offset each of its
// characters came from.
import type { Span } from "../../text.ts";

/** Text without continuation characters, line ends and inner comments, mapped to the source. */
export class Cooked {
  readonly text: string;
  /** Cooked start and source start of each piece, alternating. */
  readonly #map: readonly number[];
  /** What the source starts in the map have to be moved by. */
  readonly #by: number;

  private constructor(text: string, map: readonly number[], by = 0) {
    this.text = text;
    this.#map = map;
    this.#by = by;
  }

  /** A stretch of one line. */
  static one(text: string, start: number): Cooked {
    return new Cooked(text, [0, start]);
  }

  /** Several stretches and where each starts. */
  static of(texts: readonly string[], starts: readonly number[]): Cooked {
    const map: number[] = [];
    let length = 0;
    texts.forEach((text, index) => {
      map.push(length, starts[index] ?? 0);
      length += text.length;
    });
    return new Cooked(texts.join(""), map);
  }

  /** The same text elsewhere in the source. */
  moved(by: number): Cooked {
    return new Cooked(this.text, this.#map, this.#by + by);
  }

  /** Whether it stands on one line in the source. */
  get single(): boolean {
    return this.#map.length === 2;
  }

  /** The source offset of a character; for the place behind the last one, that place. */
  at(offset: number): number {
    const piece = this.#piece(offset);
    return (this.#map[piece + 1] ?? 0) + this.#by + offset - (this.#map[piece] ?? 0);
  }

  /** The source stretch of a cooked one; it ends where its last character ends. */
  span(start: number, end: number): Span {
    if (end <= start) {
      const place = this.at(start);
      return { start: place, end: place };
    }
    return { start: this.at(start), end: this.at(end - 1) + 1 };
  }

  /** The cooked offset of a source offset; what stands between pieces goes to the next piece. */
  from(source: number): number {
    for (let piece = this.#map.length - 2; piece >= 0; piece -= 2) {
      const start = (this.#map[piece + 1] ?? 0) + this.#by;
      if (source < start) continue;
      const next = this.#map[piece + 2] ?? this.text.length;
      return Math.min((this.#map[piece] ?? 0) + source - start, next);
    }
    return 0;
  }

  #piece(offset: number): number {
    let low = 0;
    let high = this.#map.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#map[middle * 2] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low * 2;
  }
}
