// When the views are drawn after a change of the model. Knows no view.
import type { Container } from "../engine/model/objects.ts";

/** Changes come in bursts; all that come within this time (ms) are drawn once. */
const burst = 10;

/**
 * VS Code asks for rows at once after a first change, and not again for 200 ms. A container that
 * has ended is often removed a moment later (`--rm`, `docker rm -f`): so its end is drawn when it
 * has gone, or after this time (ms), when that is not to be expected any more.
 */
const farewell = 100;

type Containers = ReadonlyMap<string, Container>;

export class Pace {
  readonly #draw: () => void;
  #burst: NodeJS.Timeout | undefined;
  #farewell: NodeJS.Timeout | undefined;
  #containers: Containers = new Map();
  /** Whether there were any at the last change: the map is the model's own, and changes with it. */
  #any = false;
  /** The containers that were up when somebody last looked here. */
  #up: readonly string[] = [];
  /** Those that have ended since the views were drawn, and may be removed any moment. */
  #leaving: readonly string[] = [];

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** Something has changed; these are the containers now. The first list of them is drawn at once. */
  changed(containers: Containers = new Map()): void {
    const isFirst = !this.#any && containers.size > 0;
    this.#any = containers.size > 0;
    this.#containers = containers;
    if (isFirst) this.#look();
    else this.#burst ??= setTimeout(() => this.#look(), burst);
  }

  dispose(): void {
    clearTimeout(this.#burst);
    clearTimeout(this.#farewell);
  }

  #look(): void {
    clearTimeout(this.#burst);
    this.#burst = undefined;
    const ended = this.#up.filter((id) => isDown(this.#containers.get(id)));
    this.#up = [...this.#containers.keys()].filter((id) => !isDown(this.#containers.get(id)));
    this.#leaving = [...this.#leaving, ...ended];
    if (this.#leaving.some((id) => this.#containers.has(id)))
      this.#farewell ??= setTimeout(() => this.#now(), farewell);
    else this.#now();
  }

  #now(): void {
    clearTimeout(this.#farewell);
    this.#farewell = undefined;
    this.#leaving = [];
    this.#draw();
  }
}

/** Whether it is there, and does not run. */
const isDown = (container: Container | undefined) =>
  container !== undefined && /^(exited|dead|removing)$/.test(container.state);
