// The live model of one engine: listed once somebody watches, then kept by events, object by object. Knows no screen.
import { setTimeout as delay } from "node:timers/promises";
import { type Client, path } from "../connection/http.ts";
import { watchSleep } from "../connection/wake.ts";
import { type Disposable, Emitter } from "../disposable.ts";
import { toEngineError } from "../errors.ts";
import { Collection, type Difference } from "./collection.ts";
import { Ends } from "./ends.ts";
import { events, isBorneOut, type Touch, touches } from "./events.ts";
import type { ModelChange, ModelHooks } from "./hooks.ts";
import { listAll, listSome } from "./lists.ts";
import { Looks, type Touched } from "./looks.ts";
import type { Container, EngineObject, Image, Kind, Network, Volume } from "./objects.ts";

const manyDirty = 200;
// Stands for all objects of a kind.
const wholeKind = "";
const firstPause = 100;
// A connection that broke earlier than this counts as a failed attempt.
const steady = 2000;
const awake = Symbol("the machine has slept");
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
  // What containers name and was looked for already; an image that was removed by force is nowhere.
  readonly #sought = new Set<string>();
  #watchers = 0;
  #life: AbortController | undefined;
  #retry: AbortController | undefined;
  #live = false;
  #looks: Looks | undefined;

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
    const life = this.#life;
    if (this.#live && life) await this.#looks?.alone(() => this.#reconcile(life.signal));
  }

  /** Lists one kind again soon: something was changed that the engine has no event for. */
  lookAgain(kind: Kind): void {
    this.#looks?.mark({ kind, id: wholeKind, gone: false });
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
    this.#setLive(false);
  }

  // Connects, and connects again for ever; each time the pause grows, until a connection has held for a while.
  async #follow(life: AbortSignal): Promise<void> {
    let pause = firstPause;
    while (!life.aborted) {
      let since = Number.POSITIVE_INFINITY;
      try {
        await this.#session(life, () => {
          since = Date.now();
        });
      } catch (error) {
        if (!life.aborted) this.#hooks.onLost(error);
      }
      if (life.aborted) return;
      this.#setLive(false);
      if (Date.now() - since > steady) pause = firstPause;
      await this.#rest(pause, life);
      pause = Math.min(pause * 2, this.#hooks.longestPause);
    }
  }

  // Subscribes first and lists then, so that nothing falls between; ends when the stream ends.
  async #session(life: AbortSignal, onLive: () => void): Promise<void> {
    const session = new AbortController();
    const signal = AbortSignal.any([life, session.signal]);
    const connected = this.#hooks.connect(signal);
    if (!this.#hooks.isNear) await connected;
    this.#sought.clear();
    const looks: Looks = new Looks(
      (kind, touched) => this.#look(kind, touched, signal),
      (error) => session.abort(error),
      (touch) => ends.isAsking(touch.id) || this.#bearsOut(touch),
    );
    const ends = this.#endsIn(looks, signal);
    const sleep = watchSleep(() => session.abort(awake));
    try {
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const reading = this.#read(signal, looks, ends, open);
      const listing = Promise.all([connected, opened]).then(async () => {
        await this.#reconcile(signal);
        if (signal.aborted) return;
        this.#looks = looks;
        onLive();
        this.#setLive(true);
        looks.open();
      });
      await Promise.race([reading, Promise.all([reading, listing])]);
    } catch (error) {
      if (session.signal.reason !== awake)
        throw session.signal.aborted ? session.signal.reason : await whyOf(connected, error);
      this.#hooks.onAwake();
    } finally {
      this.#looks = undefined;
      looks.close();
      sleep.dispose();
      session.abort();
    }
  }

  #endsIn(looks: Looks, signal: AbortSignal): Ends {
    return new Ends({
      known: (id) =>
        this.#live && this.#hooks.inspectAwaitsEnd() ? this.containers.get(id) : undefined,
      inspect: (id) => this.#client.request({ path: path`/containers/${id}/json`, signal }),
      // A list that was asked for before may still say otherwise.
      tell: (container) =>
        looks.alone(async () => this.#tell("container", (all) => all.update([container], []))),
      otherwise: (event) => looks.mark(...touches(event)),
    });
  }

  async #read(signal: AbortSignal, looks: Looks, ends: Ends, onOpen: () => void): Promise<void> {
    const filters = { type: [...kinds] };
    for await (const event of events(this.#client, { filters, signal, onOpen }))
      if (!ends.takes(event)) looks.mark(...touches(event));
  }

  async #reconcile(signal: AbortSignal): Promise<void> {
    // Each kind as soon as it is there. Images come after the containers, which people look at first:
    // to list and to draw hundreds of them would take the engine and the window just then.
    const containers = this.#list("container", signal);
    await Promise.all([
      containers,
      containers.then(() => this.#list("image", signal)),
      this.#list("volume", signal),
      this.#list("network", signal),
    ]);
  }

  async #list(kind: Kind, signal: AbortSignal): Promise<void> {
    const fresh = await listAll(this.#client, kind, signal);
    if (!signal.aborted) this.#tell(kind, (collection) => collection.replace(fresh));
  }

  async #rest(pause: number, life: AbortSignal): Promise<void> {
    this.#retry = new AbortController();
    const signal = AbortSignal.any([life, this.#retry.signal]);
    await delay(pause * (0.8 + Math.random() * 0.4), undefined, { signal }).catch(() => {});
  }

  // Gives back what the answer does not bear out yet.
  async #look(kind: Kind, touched: Touched, signal: AbortSignal): Promise<Touch[]> {
    const all = [...touched.values()];
    // An image's tags move from one image to another without a word: only the whole list is right.
    if (kind === "image" || all.length > manyDirty || touched.has(wholeKind)) {
      await this.#list(kind, signal);
    } else {
      const wanted = all.filter(({ gone }) => !gone).map(({ id }) => id);
      const fresh = wanted.length > 0 ? await listSome(this.#client, kind, wanted, signal) : [];
      const found = new Set(fresh.map(({ id }) => id));
      const absent = all.map(({ id }) => id).filter((id) => !found.has(id));
      if (!signal.aborted) this.#tell(kind, (collection) => collection.update(fresh, absent));
      this.#seek(fresh);
    }
    return all.filter((touch) => !this.#bearsOut(touch));
  }

  #bearsOut(touch: Touch): boolean {
    return isBorneOut(touch, this.#collections[touch.kind].byId.get(touch.id));
  }

  // Older engines say nothing of an image that BuildKit has made, Podman nothing of a new network: the first
  // container there tells.
  #seek(objects: readonly EngineObject[]): void {
    for (const object of objects) {
      if (object.kind !== "container") continue;
      if (!this.images.has(object.imageId)) this.#seekOne("image", object.imageId);
      for (const { networkId } of object.networks)
        if (networkId && !this.networks.has(networkId)) this.#seekOne("network", networkId);
    }
  }

  #seekOne(kind: "image" | "network", id: string): void {
    if (this.#sought.has(id)) return;
    this.#sought.add(id);
    this.lookAgain(kind);
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

/** Why there is no connection: what it says itself, else what happened to those who did not wait for it. */
const whyOf = (connected: Promise<void>, error: unknown): Promise<unknown> =>
  connected.then(
    () => error,
    (reason: unknown) => reason,
  );
