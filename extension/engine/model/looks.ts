// Turns what events touch into looks at the engine: coalesced, one at a time, and again where the list lags behind the event.
import { following, type Touch } from "./events.ts";
import type { Kind } from "./objects.ts";

/** What was touched of one kind: by id, the last word on it. */
export type Touched = ReadonlyMap<string, Touch>;

/** Looks at the engine; gives the touches that its answer does not bear out yet. */
export type Look = (kind: Kind, touched: Touched) => Promise<readonly Touch[]>;

// A first change is looked at soon; when they come in a row they wait for each other.
const coalesce = { first: 15, further: 30 };
const quiet = 250;
// Until dockerd's list knows of an end: usually one of the first; a busy machine may need seconds.
const lags = [50, 100, 200, 400, 800, 1600, 3200, 6400];

export class Looks {
  readonly #look: Look;
  readonly #onFailure: (error: unknown) => void;
  readonly #isSettled: (touch: Touch) => boolean;
  #dirty = new Map<Kind, Map<string, Touch>>();
  #timer: NodeJS.Timeout | undefined;
  #busy: Promise<void> | undefined;
  #open = false;
  #last = 0;
  readonly #lagging = new Map<string, { touch: Touch; attempt: number; timer: NodeJS.Timeout }>();

  /** `isSettled`: what the list was behind with has become known in another way. */
  constructor(
    look: Look,
    onFailure: (error: unknown) => void,
    isSettled: (touch: Touch) => boolean = () => false,
  ) {
    this.#look = look;
    this.#onFailure = onFailure;
    this.#isSettled = isSettled;
  }

  /** Notes that something is to be looked at; it is, once the gate is open. */
  mark(...touches: readonly Touch[]): void {
    for (const touch of touches) this.#mark(touch);
  }

  /** Begins to look: the first full list is there. */
  open(): void {
    this.#open = true;
    this.#schedule();
  }

  /** Ends looking; what is noted, or still lags, is forgotten: a full list will follow. */
  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirty.clear();
    for (const id of [...this.#lagging.keys()]) this.#forget(id);
  }

  /** Does `work` when no look is under way, and holds looks back meanwhile. */
  async alone(work: () => Promise<void>): Promise<void> {
    while (this.#busy) await this.#busy;
    await this.#run(work);
  }

  #mark(touch: Touch): void {
    const before = this.#dirty.get(touch.kind)?.get(touch.id) ?? this.#lagging.get(touch.id)?.touch;
    this.#forget(touch.id);
    this.#note(following(before, touch));
  }

  #note(touch: Touch): void {
    const ids = this.#dirty.get(touch.kind) ?? new Map<string, Touch>();
    this.#dirty.set(touch.kind, ids.set(touch.id, touch));
    this.#schedule();
  }

  #schedule(): void {
    if (!this.#open || this.#timer || this.#busy || this.#dirty.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // Work that began meanwhile schedules anew when it is done.
      if (this.#busy) return;
      this.#run(() => this.#flush()).catch((error: unknown) => this.#onFailure(error));
    }, this.#pause());
  }

  #pause(): number {
    return Date.now() - this.#last > quiet ? coalesce.first : coalesce.further;
  }

  #run(work: () => Promise<void>): Promise<void> {
    const done = work();
    const settled = done
      .catch(() => {})
      .then(() => {
        this.#busy = undefined;
        this.#last = Date.now();
        this.#schedule();
      });
    this.#busy = settled;
    return done;
  }

  async #flush(): Promise<void> {
    const dirty = this.#dirty;
    this.#dirty = new Map();
    const late = await Promise.all([...dirty].map(([kind, touched]) => this.#look(kind, touched)));
    const lagging = new Set(late.flat());
    for (const touched of dirty.values())
      for (const touch of touched.values())
        if (lagging.has(touch) && this.#open) this.#later(touch);
        else this.#forget(touch.id);
  }

  #later(touch: Touch): void {
    const attempt = this.#lagging.get(touch.id)?.attempt ?? 0;
    const pause = lags[attempt];
    this.#forget(touch.id);
    // Touched again meanwhile: the next look, which comes soon anyway, takes this expectation over.
    const newer = this.#dirty.get(touch.kind)?.get(touch.id);
    if (newer) this.mark(following(touch, newer));
    if (newer || pause === undefined) return;
    const again = () => (this.#isSettled(touch) ? this.#forget(touch.id) : this.#note(touch));
    const timer = setTimeout(again, pause);
    this.#lagging.set(touch.id, { touch, attempt: attempt + 1, timer });
  }

  #forget(id: string): void {
    clearTimeout(this.#lagging.get(id)?.timer);
    this.#lagging.delete(id);
  }
}
