// When the views are drawn after a change of the model. Knows no view.
import type { Container } from "../engine/model/objects.ts";

/** Changes come in bursts; all that come within this time (ms) are drawn once. */
const burst = 10;

/**
 * VS Code asks for rows at once after a first change, and not again for 200 ms. A container that
 * has ended is often removed a moment later (`--rm`, `docker rm -f`): so what is asked then is
 * answered when it has gone, or when that is not to be expected any more.
 */
const farewell = 100;

type Containers = ReadonlyMap<string, Container>;

export class Pace {
  readonly #draw: (settled: Promise<void> | undefined) => void;
  #timer: NodeJS.Timeout | undefined;
  #containers: Containers = new Map();
  /** The containers that were up when the views were drawn last. */
  #up: readonly string[] = [];
  /** Those that have ended since, and may be removed any moment. */
  #leaving: readonly string[] = [];
  #settled: Promise<void> | undefined;
  #settle: () => void = () => {};

  /** `settled`: rows should not be told before it has resolved. */
  constructor(draw: (settled: Promise<void> | undefined) => void) {
    this.#draw = draw;
  }

  /** Something has changed; these are the containers now. */
  changed(containers: Containers = new Map()): void {
    this.#containers = containers;
    if (this.#settled && !this.#leaving.some((id) => containers.has(id))) this.#settle();
    this.#timer ??= setTimeout(() => this.#now(), burst);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#settle();
  }

  #now(): void {
    this.#timer = undefined;
    const ended = this.#up.filter((id) => isDown(this.#containers.get(id)));
    const ids = [...this.#containers.keys()];
    this.#up = ids.filter((id) => !isDown(this.#containers.get(id)));
    if (ended.length > 0) this.#waitFor(ended);
    this.#draw(this.#settled);
  }

  #waitFor(ended: readonly string[]): void {
    this.#leaving = [...this.#leaving, ...ended];
    this.#settled ??= new Promise((done) => {
      const timer = setTimeout(() => this.#settle(), farewell);
      this.#settle = () => {
        clearTimeout(timer);
        this.#settle = () => {};
        this.#settled = undefined;
        this.#leaving = [];
        done();
      };
    });
  }
}

/** Whether it is there, and does not run. */
const isDown = (container: Container | undefined) =>
  container !== undefined && /^(exited|dead|removing)$/.test(container.state);
