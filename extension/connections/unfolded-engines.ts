// The engines that somebody has unfolded beside the one in use. Each is connected to then, and not
// before; it is followed while it can be seen, and let go a while after that. Knows no view.
import { isDeepStrictEqual } from "node:util";
import { workspace } from "vscode";
import { type Endpoint, resolveEndpoint } from "../engine/connection/endpoint.ts";
import { Emitter } from "../engine/disposable.ts";
import { Engine, stateOfError } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { requireTrust } from "../trust.ts";
import type { ConnectionState } from "./connection.ts";

/** For how long (ms) an engine is still followed that nobody sees any more. */
const farewell = 30_000;

const connecting: ConnectionState = { status: "connecting", message: "", remedy: "" };

/** One that is unfolded, or was. */
interface Unfolded {
  /** An address, or the name of a Docker context. */
  readonly place: string;
  isFolded: boolean;
  engine?: Engine;
  failure?: ConnectionState | undefined;
  watch?: { dispose(): void } | undefined;
  timer?: NodeJS.Timeout | undefined;
  /** Raised with each look for the endpoint: the last counts. */
  turn: number;
}

/** What is known of an engine while it is followed. */
export interface Followed {
  readonly engine: Engine | undefined;
  readonly state: ConnectionState;
}

export class UnfoldedEngines {
  readonly #changed = new Emitter<void>();
  /** What one of them holds has changed, or its state. */
  readonly onDidChange = this.#changed.event;
  readonly #known = new Map<string, Unfolded>();
  /** All that were ever made: a terminal may still speak to one that is folded or gone from the list. */
  readonly #engines: Engine[] = [];
  readonly #farewell: number;
  readonly #trust = workspace.onDidGrantWorkspaceTrust(() => this.show(this.#isSeen));
  #isSeen = true;

  constructor(patience = farewell) {
    this.#farewell = patience;
  }

  /** What is known of a row's engine; undefined while it is not followed. */
  of(id: string): Followed | undefined {
    const one = this.#known.get(id);
    if (!one || (one.isFolded && !one.watch)) return undefined;
    if (one.failure) return { engine: undefined, state: one.failure };
    return {
      engine: one.engine,
      state: one.watch ? (one.engine?.state ?? connecting) : connecting,
    };
  }

  /** Connects to the engine of a row and follows it. `place`: an address, or a Docker context's name. */
  unfold(id: string, place: string): void {
    const one = this.#known.get(id) ?? { place, isFolded: false, turn: 0 };
    this.#known.set(id, one);
    one.isFolded = false;
    this.#look(one);
  }

  fold(id: string): void {
    const one = this.#known.get(id);
    if (!one) return;
    one.isFolded = true;
    this.#look(one);
  }

  /** Says whether the view is seen, with all that is unfolded in it. */
  show(isSeen: boolean): void {
    this.#isSeen = isSeen;
    for (const one of this.#known.values()) this.#look(one);
  }

  /** Forgets those whose rows are gone. */
  keep(ids: ReadonlySet<string>): void {
    for (const [id, one] of this.#known) {
      if (ids.has(id)) continue;
      this.#known.delete(id);
      this.#leave(one);
    }
  }

  /** Looks again where they are and what they hold, or tries at once to connect. */
  async refresh(): Promise<void> {
    const seen = [...this.#known.values()].filter((one) => this.#isWanted(one));
    await Promise.all(
      seen.map(async (one) => {
        await this.#follow(one);
        await one.engine?.model.refresh();
      }),
    );
  }

  dispose(): void {
    this.#trust.dispose();
    this.keep(new Set());
    for (const engine of this.#engines) engine.dispose();
    this.#changed.clear();
  }

  #isWanted(one: Unfolded): boolean {
    return this.#isSeen && !one.isFolded;
  }

  #look(one: Unfolded): void {
    if (this.#isWanted(one)) {
      clearTimeout(one.timer);
      one.timer = undefined;
      if (!one.watch) void this.#follow(one);
    } else if (one.watch) {
      one.timer ??= setTimeout(() => {
        this.#leave(one);
        this.#changed.fire();
      }, this.#farewell).unref();
    } else {
      this.#leave(one);
    }
  }

  async #follow(one: Unfolded): Promise<void> {
    const turn = ++one.turn;
    try {
      requireTrust(t("Trust it first: then containers, images and the rest appear."));
      const endpoint = await resolveEndpoint({ setting: one.place, env: process.env });
      if (turn !== one.turn) return;
      one.failure = undefined;
      this.#use(one, { ...endpoint, origin: "unfolded" });
    } catch (error) {
      if (turn !== one.turn) return;
      const state = stateOfError(error);
      one.failure = workspace.isTrusted ? state : { ...state, status: "untrusted" };
    }
    this.#changed.fire();
  }

  /** Follows the engine at this endpoint: the one there was, if it is there. */
  #use(one: Unfolded, endpoint: Endpoint): void {
    if (!isDeepStrictEqual(one.engine?.endpoint, endpoint)) {
      one.watch?.dispose();
      one.watch = undefined;
      one.engine = this.#make(endpoint);
    }
    one.watch ??= one.engine?.model.watch();
  }

  #make(endpoint: Endpoint): Engine {
    const engine = new Engine(endpoint);
    this.#engines.push(engine);
    const changed = () => this.#changed.fire();
    engine.onDidChangeState(changed);
    engine.model.onDidChangeLive(changed);
    engine.model.onDidChange(changed);
    return engine;
  }

  /** Ends following it. Who still speaks to it goes on. */
  #leave(one: Unfolded): void {
    one.turn++;
    clearTimeout(one.timer);
    one.timer = undefined;
    one.watch?.dispose();
    one.watch = undefined;
    one.engine?.rest();
  }
}
