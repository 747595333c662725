// The engines that somebody has unfolded beside the one in use. Each is connected to then, and not
// before; it is followed while it can be seen, and let go a while after that. Knows no view.
import { workspace } from "vscode";
import { Emitter } from "../engine/disposable.ts";
import type { Engine } from "../engine/engine.ts";
import { type ConnectionState, connecting, SoughtEngine } from "./sought-engine.ts";

/** For how long (ms) an engine is still followed that nobody sees any more. */
const farewell = 30_000;

/** One that is unfolded, or was. */
interface Unfolded {
  /** An address, or the name of a Docker context. */
  readonly place: string;
  isFolded: boolean;
  /** While it is followed. */
  sought?: SoughtEngine | undefined;
  timer?: NodeJS.Timeout | undefined;
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
  readonly #farewell: number;
  readonly #trust = workspace.onDidGrantWorkspaceTrust(() => this.show(this.#isSeen));
  #isSeen = true;

  constructor(patience = farewell) {
    this.#farewell = patience;
  }

  /** What is known of a row's engine; undefined while it is not followed. */
  of(id: string): Followed | undefined {
    const one = this.#known.get(id);
    if (one?.sought) return { engine: one.sought.current, state: one.sought.state };
    return one && !one.isFolded ? { engine: undefined, state: connecting } : undefined;
  }

  /** Those that are followed, as far as they are found. */
  get engines(): readonly Engine[] {
    return [...this.#known.values()].flatMap(({ sought }) => sought?.current ?? []);
  }

  /** Connects to the engine of a row and follows it. `place`: an address, or a Docker context's name. */
  unfold(id: string, place: string): void {
    const one = this.#known.get(id) ?? { place, isFolded: false };
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
      leave(one);
    }
  }

  /** Looks again where they are and what they hold, or tries at once to connect. */
  async refresh(): Promise<void> {
    const seen = [...this.#known.values()].filter((one) => this.#isWanted(one));
    await Promise.all(
      seen.map(async ({ sought }) => {
        await sought?.seek();
        await sought?.current?.model.refresh();
      }),
    );
  }

  dispose(): void {
    this.#trust.dispose();
    this.keep(new Set());
    this.#changed.clear();
  }

  #isWanted(one: Unfolded): boolean {
    return this.#isSeen && !one.isFolded;
  }

  #look(one: Unfolded): void {
    if (this.#isWanted(one)) {
      clearTimeout(one.timer);
      one.timer = undefined;
      if (!one.sought) this.#follow(one);
      else if (!one.sought.current) void one.sought.seek();
    } else if (one.sought?.current) {
      one.timer ??= setTimeout(() => {
        leave(one);
        this.#changed.fire();
      }, this.#farewell).unref();
    } else {
      leave(one);
    }
  }

  #follow(one: Unfolded): void {
    one.sought = new SoughtEngine(() => one.place, "unfolded");
    one.sought.onDidChange(() => this.#changed.fire());
    one.sought.watch();
  }
}

/** Ends following it. Who still speaks to it goes on. */
function leave(one: Unfolded): void {
  clearTimeout(one.timer);
  one.timer = undefined;
  one.sought?.dispose();
  one.sought = undefined;
}
