// What an engine tells nothing of, Podman 4 its networks, is listed again when something makes a change likely:
// a request of ours, containers that have gone (Compose removes networks after them), somebody who looks.
import { changesUnseen, type EngineInfo } from "./dialect.ts";
import type { Disposable } from "./disposable.ts";
import type { Model } from "./model/model.ts";

/** Milliseconds from the last container that has gone. */
const after = 1000;

export class Unseen implements Disposable {
  readonly #model: Pick<Model, "lookAgain" | "onDidChange">;
  readonly #info: () => EngineInfo | undefined;
  readonly #heard: Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(model: Pick<Model, "lookAgain" | "onDidChange">, info: () => EngineInfo | undefined) {
    this.#model = model;
    this.#info = info;
    this.#heard = model.onDidChange(({ kind, removed }) => {
      if (kind !== "container" || removed.length === 0 || !this.exists) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.look(), after).unref();
    });
  }

  /** Whether there is anything that the engine does not tell of. */
  get exists(): boolean {
    return this.#info()?.tellsNetworks === false;
  }

  /** Lists it again, if there is such a thing; somebody may be looking. */
  look(): void {
    if (this.exists) this.#model.lookAgain("network");
  }

  /** A request was answered. */
  afterRequest(ask: { method?: string; path: string }): void {
    if (changesUnseen(this.#info(), ask)) this.#model.lookAgain("network");
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#heard.dispose();
  }
}
