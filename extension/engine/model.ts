// The live model of one engine: listed once somebody watches, then kept by events, object by object. Knows no screen.
import { setTimeout as delay } from "node:timers/promises";
import { Collection, type Difference } from "./collection.ts";
import { type Disposable, Emitter } from "./disposable.ts";
import { toEngineError } from "./errors.ts";
import { events, type Touch, touches } from "./events.ts";
import type { Client } from "./http.ts";
import { listAll, listSome } from "./lists.ts";
import type { Container, EngineObject, Image, Kind, Network, ObjectOf, Volume } from "./objects.ts";

/** A real difference in one kind of object. */
export interface ModelChange {
  readonly kind: Kind;
  readonly added: readonly EngineObject[];
  readonly changed: readonly EngineObject[];
  /** As they last were. */
  readonly removed: readonly EngineObject[];
}

/** What the model tells of its connection. */
export interface ModelHooks {
  /** Before every attempt: the engine's facts are asked anew. */
  connect(signal: AbortSignal): Promise<void>;
  onLost(error: unknown): void;
}

const coalesce = 40;
const manyDirty = 200;
const firstPause = 100;
const longestPause = 5000;
const kinds: readonly Kind[] = ["container", "image", "volume", "network"];

export class Model {
  readonly #client: Client;
  readonly #hooks: ModelHooks;
  readonly #collections = {
    container: new Collection<Container>(),
    image: new Collection<Image>(),
    volume: new Collection<Volume>(),
    network: new Collection<Network>(),
  };
  readonly #changes = new Emitter<ModelChange>();
  readonly #liveness = new Emitter<boolean>();
  #watchers = 0;
  #life: AbortController | undefined;
  #retry: AbortController | undefined;
  #live = false;
  // What events have touched since the last look, per kind: id → whether it is gone.
  #dirty = new Map<Kind, Map<string, boolean>>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;

  constructor(client: Client, hooks: ModelHooks) {
    this.#client = client;
    this.#hooks = hooks;
  }

  get containers(): ReadonlyMap<string, Container> {
    return this.#collections.container.byId;
  }
  get images(): ReadonlyMap<string, Image> {
    return this.#collections.image.byId;
  }
  get volumes(): ReadonlyMap<string, Volume> {
    return this.#collections.volume.byId;
  }
  get networks(): ReadonlyMap<string, Network> {
    return this.#collections.network.byId;
  }

  /** Told of real differences only. */
  get onDidChange() {
    return this.#changes.event;
  }

  /** Told when the model begins or ceases to be up to date. */
  get onDidChangeLive() {
    return this.#liveness.event;
  }

  /** Whether the objects are up to date: listed, and followed by events. */
  get live(): boolean {
    return this.#live;
  }

  /** Keeps the model alive until the result is disposed of; while nobody watches, nothing is asked. */
  watch(): Disposable {
    if (this.#watchers++ === 0) this.#start();
    let released = false;
    return {
      dispose: () => {
        if (released) return;
        released = true;
        if (--this.#watchers === 0) this.#stop();
      },
    };
  }

  /** Resolves when the model is up to date, at once if it is; needs a watcher. Rejects when aborted. */
  whenLive(signal?: AbortSignal): Promise<void> {
    if (this.#live) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const heard = this.#liveness.event((live) => {
        if (live) settle(resolve);
      });
      const aborted = () => settle(() => reject(toEngineError(signal?.reason)));
      const settle = (how: () => void) => {
        heard.dispose();
        signal?.removeEventListener("abort", aborted);
        how();
      };
      if (signal?.aborted) aborted();
      else signal?.addEventListener("abort", aborted);
    });
  }

  /** Lists everything again, or tries at once to connect when the engine is lost. */
  async refresh(): Promise<void> {
    this.#retry?.abort();
    if (!this.#live) return;
    for (const kind of kinds) this.#replace(kind, await listAll(this.#client, kind));
  }

  dispose(): void {
    this.#watchers = 0;
    this.#stop();
    this.#changes.clear();
    this.#liveness.clear();
  }

  #start(): void {
    const life = new AbortController();
    this.#life = life;
    void this.#follow(life.signal);
  }

  #stop(): void {
    this.#life?.abort();
    this.#life = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirty.clear();
    this.#setLive(false);
  }

  // Connects, and connects again for ever; each time the pause grows, until a full list has succeeded.
  async #follow(life: AbortSignal): Promise<void> {
    let pause = firstPause;
    while (!life.aborted) {
      try {
        await this.#session(life, () => {
          pause = firstPause;
        });
      } catch (error) {
        if (!life.aborted) this.#hooks.onLost(error);
      }
      if (life.aborted) return;
      this.#setLive(false);
      await this.#rest(pause, life);
      pause = Math.min(pause * 2, longestPause);
    }
  }

  // Subscribes first and lists then, so that nothing falls between; ends when the stream ends.
  async #session(life: AbortSignal, onLive: () => void): Promise<void> {
    await this.#hooks.connect(life);
    const session = new AbortController();
    const signal = AbortSignal.any([life, session.signal]);
    try {
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const reading = this.#read(signal, open);
      const listing = opened.then(async () => {
        await this.#reconcile(signal);
        if (signal.aborted) return;
        onLive();
        this.#setLive(true);
        this.#schedule();
      });
      await Promise.race([reading, Promise.all([reading, listing])]);
    } finally {
      session.abort();
    }
  }

  async #read(signal: AbortSignal, onOpen: () => void): Promise<void> {
    const filters = { type: [...kinds] };
    for await (const event of events(this.#client, { filters, signal, onOpen }))
      for (const touch of touches(event)) this.#mark(touch);
  }

  async #reconcile(signal: AbortSignal): Promise<void> {
    const lists = await Promise.all(
      kinds.map(async (kind) => ({ kind, fresh: await listAll(this.#client, kind, signal) })),
    );
    if (signal.aborted) return;
    for (const { kind, fresh } of lists) this.#replace(kind, fresh);
  }

  async #rest(pause: number, life: AbortSignal): Promise<void> {
    this.#retry = new AbortController();
    const signal = AbortSignal.any([life, this.#retry.signal]);
    await delay(pause * (0.8 + Math.random() * 0.4), undefined, { signal }).catch(() => {});
  }

  #mark({ kind, id, gone }: Touch): void {
    const ids = this.#dirty.get(kind) ?? new Map<string, boolean>();
    this.#dirty.set(kind, ids.set(id, gone));
    this.#schedule();
  }

  #schedule(): void {
    if (!this.#live || this.#timer || this.#flushing || this.#dirty.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#flushing = this.#flush().finally(() => {
        this.#flushing = undefined;
        this.#schedule();
      });
    }, coalesce);
  }

  // A failed look is no tragedy: if the engine is gone the stream breaks, and a full list follows.
  async #flush(): Promise<void> {
    const dirty = this.#dirty;
    const life = this.#life?.signal;
    this.#dirty = new Map();
    await Promise.all(
      [...dirty].map(async ([kind, ids]) => {
        try {
          await this.#look(kind, ids, life);
        } catch (error) {
          if (!life?.aborted && toEngineError(error).kind !== "unreachable")
            for (const [id, gone] of ids) this.#remark(kind, id, gone);
        }
      }),
    );
  }

  #remark(kind: Kind, id: string, gone: boolean): void {
    const ids = this.#dirty.get(kind) ?? new Map<string, boolean>();
    if (!ids.has(id)) ids.set(id, gone);
    this.#dirty.set(kind, ids);
  }

  async #look(kind: Kind, ids: Map<string, boolean>, life: AbortSignal | undefined): Promise<void> {
    // An image's tags move from one image to another without a word: only the whole list is right.
    if (kind === "image" || ids.size > manyDirty) {
      const fresh = await listAll(this.#client, kind, life);
      if (!life?.aborted) this.#replace(kind, fresh);
      return;
    }
    const wanted = [...ids].filter(([, gone]) => !gone).map(([id]) => id);
    const fresh = wanted.length > 0 ? await listSome(this.#client, kind, wanted, life) : [];
    if (life?.aborted) return;
    const later = this.#dirty.get(kind);
    const present = fresh.filter(({ id }) => later?.get(id) !== true);
    const found = new Set(present.map(({ id }) => id));
    this.#tell(kind, (collection) =>
      collection.update(
        present,
        [...ids.keys()].filter((id) => !found.has(id)),
      ),
    );
  }

  #replace<K extends Kind>(kind: K, fresh: ObjectOf[K][]): void {
    this.#tell(kind, (collection) => collection.replace(fresh));
  }

  #tell<K extends Kind>(
    kind: K,
    update: (collection: Collection<EngineObject>) => Difference<EngineObject>,
  ): void {
    const difference = update(this.#collections[kind] as unknown as Collection<EngineObject>);
    const { added, changed, removed } = difference;
    if (added.length + changed.length + removed.length > 0)
      this.#changes.fire({ kind, ...difference });
  }

  #setLive(live: boolean): void {
    if (this.#live === live) return;
    this.#live = live;
    this.#liveness.fire(live);
  }
}
