// A logical line joined from physical ones, with the way back: which source offset each of its
// characters came from.
import type { Span } from "../../text.ts";

/** Text without continuation characters, line ends and inner comments, mapped to the source. */
export class Cooked {
  readonly text: string;
  /** Cooked start and source start of each piece, alternating. */
  readonly #map: readonly number[];

  private constructor(text: string, map: readonly number[]) {
    this.text = text;
    this.#map = map;
  }

  /** A stretch of one line. */
  static one(source: string, start: number, end: number): Cooked {
    return new Cooked(source.slice(start, end), [0, start]);
  }

  /** Several stretches: start and end of each, alternating. */
  static of(source: string, pieces: readonly number[]): Cooked {
    const map: number[] = [];
    const texts: string[] = [];
    let length = 0;
    for (let index = 0; index < pieces.length; index += 2) {
      const start = pieces[index] ?? 0;
      const end = pieces[index + 1] ?? start;
      map.push(length, start);
      texts.push(source.slice(start, end));
      length += end - start;
    }
    return new Cooked(texts.join(""), map);
  }

  /** Whether it stands on one line in the source. */
  get single(): boolean {
    return this.#map.length === 2;
  }

  /** The source offset of a character; for the place behind the last one, that place. */
  at(offset: number): number {
    const piece = this.#piece(offset);
    return (this.#map[piece + 1] ?? 0) + offset - (this.#map[piece] ?? 0);
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
      const start = this.#map[piece + 1] ?? 0;
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
