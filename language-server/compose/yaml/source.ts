// The text that the places of nodes, problems and names speak of. Nodes that are taken over from version
// to version keep theirs, so that none of them need be touched that stand where they stood; it then
// holds the newest text. Two nodes stand in one file if they have the same.
import type { Lines } from "../../text.ts";

export class Source {
  #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  get lines(): Lines {
    return this.#lines;
  }

  get text(): string {
    return this.#lines.text;
  }

  /** Goes on to the next version of its text. */
  follow(lines: Lines): void {
    this.#lines = lines;
  }
}
