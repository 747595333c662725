// When the views are drawn after a change of the model. Knows no view.
import type { Container } from "../engine/model/objects.ts";

/** Changes come in bursts; all that come within this time (ms) are drawn once. */
const burst = 10;

/**
 * VS Code draws a first change at once and holds back what comes within 200 ms of it. A container
 * that has ended is often removed a moment later (`--rm`, `docker rm -f`): so its end waits for that.
 */
const farewell = 150;

type Containers = ReadonlyMap<string, Container>;

export class Pace {
  readonly #draw: () => void;
  #timer: NodeJS.Timeout | undefined;
  #due = Number.POSITIVE_INFINITY;
  #containers: Containers = new Map();
  /** The containers that were up when the views were drawn last. */
  #up: ReadonlySet<string> = new Set();

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** Something has changed; these are the containers now. */
  changed(containers: Containers = new Map()): void {
    this.#containers = containers;
    const ended = [...this.#up].some((id) => isDown(containers.get(id)));
    const due = performance.now() + (ended ? farewell : burst);
    if (due >= this.#due) return;
    this.#due = due;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#now(), due - performance.now());
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #now(): void {
    this.#due = Number.POSITIVE_INFINITY;
    const ids = [...this.#containers.keys()];
    this.#up = new Set(ids.filter((id) => !isDown(this.#containers.get(id))));
    this.#draw();
  }
}

/** Whether it is there, and does not run. */
const isDown = (container: Container | undefined) =>
  container !== undefined && /^(exited|dead|removing)$/.test(container.state);
