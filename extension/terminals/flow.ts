// How fast text goes to a window. A program like `yes` writes more than any window draws, and what
// waits there would come before the answer to every key. While we wait, the engine and the program do, too.

/** Characters in a millisecond. */
const PACE = 4096;
/** Milliseconds of the pace that may go at once. */
const AHEAD = 50;

export class Flow {
  /** When all that has gone would be drawn. */
  #drawn = 0;

  /** How long to wait, in milliseconds, after so many characters have gone. */
  pauseAfter(length: number, now: number = performance.now()): number {
    this.#drawn = Math.max(this.#drawn, now) + length / PACE;
    return Math.max(0, this.#drawn - now - AHEAD);
  }
}
