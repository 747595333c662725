// What is being done to objects just now: a stop may take ten seconds, and its row says so. Knows no view.
import { Emitter } from "../engine/disposable.ts";

/** What is done by then (ms) is told by its result alone: VS Code would hold back a second change of the row. */
const noticed = 300;

export class Ongoing {
  readonly #words = new Map<string, string>();
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;

  /** What is being done to the object with this id, in words. */
  words(id: string): string | undefined {
    return this.#words.get(id);
  }

  /** Does the work; when it takes a while, the rows of these objects say `words` until it has ended. */
  async during<T>(ids: readonly string[], words: string, work: () => Promise<T>): Promise<T> {
    let told = false;
    const timer = setTimeout(() => {
      told = true;
      for (const id of ids) this.#words.set(id, words);
      this.#changed.fire();
    }, noticed);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      for (const id of ids) if (this.#words.get(id) === words) this.#words.delete(id);
      if (told) this.#changed.fire();
    }
  }
}
