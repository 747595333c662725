// Which engine the extension speaks to now. Resolves the endpoint at first need and again when a
// setting, the CLI's configuration or the trust in the workspace changes.
import { isDeepStrictEqual } from "node:util";
import { workspace } from "vscode";
import { watchContexts } from "../engine/connection/contexts.ts";
import { type Endpoint, resolveEndpoint } from "../engine/connection/endpoint.ts";
import { Emitter } from "../engine/disposable.ts";
import { Engine, type EngineState, type EngineStatus, stateOfError } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { onDidChangeSetting, setting } from "../settings.ts";
import { requireTrust } from "../trust.ts";

/** The engine's state, or that this workspace may use none. */
export interface ConnectionState extends Omit<EngineState, "status"> {
  readonly status: EngineStatus | "untrusted";
}

export class Connection {
  readonly #changed = new Emitter<Engine | undefined>();
  /** Another engine is in use now, or its state changed. */
  readonly onDidChange = this.#changed.event;
  readonly #settings = onDidChangeSetting("endpoint", () => void this.resolve());
  readonly #trust = workspace.onDidGrantWorkspaceTrust(() => void this.resolve());
  readonly #contexts = watchContexts(process.env, () => {
    if (this.#asked) void this.resolve().then(() => this.#changed.fire(this.current));
  });
  #engine: Engine | undefined;
  #failure: ConnectionState | undefined;
  #resolving: Promise<Engine> | undefined;
  #asked = false;
  #turn = 0;
  #watch: { dispose(): void } | undefined;
  #watchers = 0;

  /** The engine in use, if its endpoint is known already, and still is. */
  get current(): Engine | undefined {
    return this.#failure ? undefined : this.#engine;
  }

  get state(): ConnectionState {
    return (
      this.#failure ?? this.#engine?.state ?? { status: "connecting", message: "", remedy: "" }
    );
  }

  /** The engine in use. Rejects when its endpoint cannot be resolved. */
  engine(): Promise<Engine> {
    this.#resolving ??= this.#resolve();
    return this.#resolving;
  }

  /** Looks again which endpoint is to be used, and changes to it when it is another one. */
  async resolve(): Promise<void> {
    this.#resolving = this.#resolve();
    await this.#resolving.catch(() => {});
  }

  /** Keeps the model alive on whatever engine is in use, until disposed of. */
  watch(): { dispose(): void } {
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

  dispose(): void {
    this.#settings.dispose();
    this.#trust.dispose();
    this.#contexts.dispose();
    this.#watch?.dispose();
    this.#engine?.dispose();
    this.#changed.clear();
  }

  async #resolve(): Promise<Engine> {
    this.#asked = true;
    const turn = ++this.#turn;
    try {
      requireTrust(t("Trust it first: then containers, images and the rest appear."));
      const endpoint = await resolveEndpoint({
        setting: setting("endpoint", ""),
        env: process.env,
      });
      // Asked anew meanwhile: the later answer counts.
      if (turn !== this.#turn && this.#resolving) return this.#resolving;
      this.#failure = undefined;
      if (this.#engine && sameEndpoint(this.#engine.endpoint, endpoint)) return this.#engine;
      return this.#use(new Engine(endpoint));
    } catch (error) {
      if (turn !== this.#turn) throw error;
      const before = this.#failure;
      const state = stateOfError(error);
      this.#failure = workspace.isTrusted ? state : { ...state, status: "untrusted" };
      this.#resolving = undefined;
      // Whoever is told may ask again at once.
      if (!isDeepStrictEqual(before, this.#failure)) this.#changed.fire(undefined);
      throw error;
    }
  }

  #use(engine: Engine): Engine {
    this.#watch?.dispose();
    this.#engine?.dispose();
    this.#engine = engine;
    const changed = () => this.#changed.fire(this.current);
    engine.onDidChangeState(changed);
    engine.model.onDidChangeLive(changed);
    engine.model.onDidChange(changed);
    this.#watch = this.#watchers > 0 ? engine.model.watch() : undefined;
    this.#changed.fire(engine);
    return engine;
  }
}

/** The name by which people know the engine. */
export function engineName({ endpoint }: Engine): string {
  return endpoint.name === "default" ? endpoint.host : endpoint.name;
}

/** A title, with the name of the engine where that is not the one in use. */
export function titleOn(engine: Engine, title: string): string {
  return engine.endpoint.origin === "unfolded" ? `${title} (${engineName(engine)})` : title;
}

function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return JSON.stringify({ ...a, description: "" }) === JSON.stringify({ ...b, description: "" });
}
