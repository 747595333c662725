// One engine that is sought: at an address, by a Docker context's name, or where the docker CLI would find
// it. Its endpoint is resolved at first need, and again when told to. Knows nobody who uses it.
import { isDeepStrictEqual } from "node:util";
import { workspace } from "vscode";
import { type Endpoint, type Origin, resolveEndpoint } from "../engine/connection/endpoint.ts";
import { Emitter } from "../engine/disposable.ts";
import { Engine, type EngineState, type EngineStatus, stateOfError } from "../engine/engine.ts";
import { EngineError } from "../engine/errors.ts";
import { t } from "../engine/text.ts";
import { requireTrust } from "../trust.ts";

/** The engine's state, or that this workspace may use none. */
export interface ConnectionState extends Omit<EngineState, "status"> {
  readonly status: EngineStatus | "untrusted";
}

export const connecting: ConnectionState = { status: "connecting", message: "", remedy: "" };

interface Disposable {
  dispose(): void;
}

export class SoughtEngine {
  readonly #place: () => string;
  readonly #origin: Origin | undefined;
  readonly #changed = new Emitter<Engine | undefined>();
  /** There is another engine now, or none; or what it holds has changed, or its state. */
  readonly onDidChange = this.#changed.event;
  #engine: Engine | undefined;
  #listeners: readonly Disposable[] = [];
  #failure: ConnectionState | undefined;
  #seeking: Promise<Engine> | undefined;
  /** Raised with each look for the endpoint: the last counts. */
  #turn = 0;
  #watch: Disposable | undefined;
  #watchers = 0;
  #isDisposed = false;

  /**
   * `place`: an address, or a Docker context's name; empty for what the docker CLI would use. `origin`
   * stands for where that came from.
   */
  constructor(place: () => string, origin?: Origin) {
    this.#place = place;
    this.#origin = origin;
  }

  /** The engine, if its endpoint is known already, and still is. */
  get current(): Engine | undefined {
    return this.#failure ? undefined : this.#engine;
  }

  get state(): ConnectionState {
    return this.#failure ?? this.#engine?.state ?? connecting;
  }

  /** Whether anybody has asked for it yet. */
  get isSought(): boolean {
    return this.#turn > 0;
  }

  /** The engine. Rejects when its endpoint cannot be resolved. */
  engine(): Promise<Engine> {
    this.#seeking ??= this.#seek();
    return this.#seeking;
  }

  /** Looks again where it is, and changes to what is there. Never rejects. */
  async seek(): Promise<void> {
    this.#seeking = this.#seek();
    await this.#seeking.catch(() => {});
  }

  /** Keeps the model alive on whatever engine is found, until disposed of. */
  watch(): Disposable {
    this.#watchers++;
    this.#watch ??= this.#engine?.model.watch();
    if (!this.#engine) this.engine().catch(() => {});
    return {
      dispose: () => {
        if (--this.#watchers > 0) return;
        this.#watch?.dispose();
        this.#watch = undefined;
      },
    };
  }

  /** Tells whoever listens that there may be something else now. */
  tell(): void {
    this.#changed.fire(this.current);
  }

  /** Ends following it. Who still speaks to the engine goes on. */
  dispose(): void {
    this.#isDisposed = true;
    this.#changed.clear();
    this.#leave();
  }

  async #seek(): Promise<Engine> {
    const turn = ++this.#turn;
    try {
      requireTrust(t("Trust it first: then containers, images and the rest appear."));
      const endpoint = await resolveEndpoint({ setting: this.#place(), env: process.env });
      if (this.#isDisposed) throw new EngineError("cancelled", t("Cancelled."));
      // Asked anew meanwhile: the later answer counts.
      if (turn !== this.#turn) return this.engine();
      return this.#use(this.#origin ? { ...endpoint, origin: this.#origin } : endpoint);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
      throw error;
    }
  }

  #fail(error: unknown): void {
    const before = this.#failure;
    const state = stateOfError(error);
    this.#failure = workspace.isTrusted ? state : { ...state, status: "untrusted" };
    this.#seeking = undefined;
    // Whoever is told may ask again at once.
    if (!isDeepStrictEqual(before, this.#failure)) this.tell();
  }

  /** The engine at this endpoint: the one there was, if it is there. */
  #use(endpoint: Endpoint): Engine {
    const isFoundAgain = this.#failure !== undefined;
    this.#failure = undefined;
    if (this.#engine && sameEndpoint(this.#engine.endpoint, endpoint)) {
      if (isFoundAgain) this.tell();
      return this.#engine;
    }
    this.#leave();
    const engine = new Engine(endpoint);
    const changed = () => this.tell();
    this.#engine = engine;
    this.#listeners = [
      engine.onDidChangeState(changed),
      engine.model.onDidChangeLive(changed),
      engine.model.onDidChange(changed),
    ];
    if (this.#watchers > 0) this.#watch = engine.model.watch();
    this.tell();
    return engine;
  }

  #leave(): void {
    for (const one of this.#listeners) one.dispose();
    this.#watch?.dispose();
    this.#watch = undefined;
    this.#engine?.rest();
    this.#engine = undefined;
  }
}

function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return JSON.stringify({ ...a, description: "" }) === JSON.stringify({ ...b, description: "" });
}
