// What can be given back, and a list of listeners; the shapes of VS Code, without VS Code.

export interface Disposable {
  dispose(): void;
}

/** Listeners of one happening. A listener that throws harms neither the others nor the one who fires. */
export class Emitter<T> {
  #listeners = new Set<(value: T) => void>();

  /** Adds a listener; dispose of the result to remove it. */
  readonly event = (listener: (value: T) => void): Disposable => {
    const own = (value: T) => listener(value);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => this.onError(error));
      }
    }
  }

  /** Where a listener's failure goes; the extension points it to its log. */
  onError: (error: unknown) => void = () => {};

  clear(): void {
    this.#listeners.clear();
  }
}
