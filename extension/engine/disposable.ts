// What can be given back, and a list of listeners; the shapes of VS Code, without VS Code.

export interface Disposable {
  dispose(): void;
}

let tellFailure: (error: unknown) => void = () => {};

/** Where the failures of listeners go: the extension's log. */
export function useFailureLog(tell: (error: unknown) => void): void {
  tellFailure = tell;
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
        tellFailure(error);
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
