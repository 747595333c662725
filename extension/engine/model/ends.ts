// How a container that ends is looked at, and what need not be looked at around its life. dockerd tells of the
// end while it still cleans up (older ones `die` first, newer ones that it leaves its networks), and its list
// knows of it only afterwards, while an inspect waits for that: one inspect takes the place of several lists.
// Knows neither the model nor how it is asked.

import type { Raw } from "../raw.ts";
import type { EngineEvent } from "./events.ts";
import { ended, separated } from "./inspected.ts";
import type { Container } from "./objects.ts";

export interface EndsHooks {
  /** The container as the model has it. */
  known(id: string): Container | undefined;
  inspect(id: string): Promise<Raw>;
  /** A container as it is after its end, or after it has left a network. */
  tell(container: Container): Promise<unknown>;
  /** The event is to be looked at as any other. */
  otherwise(event: EngineEvent): void;
}

/** When more end at once, one list for all of them costs less. */
const most = 50;
/** How long after the first word of its end (ms) a container leaves its networks, and its death is told. */
const farewell = 10_000;

interface End {
  /** What was told first. */
  readonly event: EngineEvent;
  /** The networks that it has not left yet: dockerd tells each, and none of it is news. */
  readonly networks: Set<string>;
  /** What was taken for a part of the end before that is sure. */
  readonly held: EngineEvent[];
  /** Whether the event of its death is still to come. */
  foretold: boolean;
}

export class Ends {
  readonly #hooks: EndsHooks;
  readonly #asking = new Map<string, End>();
  readonly #leaving = new Map<string, End>();

  constructor(hooks: EndsHooks) {
    this.#hooks = hooks;
  }

  /** Whether the event needs no other look. */
  takes(event: EngineEvent): boolean {
    const { type, action, id, attributes } = event;
    if (type === "network" && action === "connect") return this.#joins(attributes);
    if (type === "network") return action === "disconnect" && this.#leaves(event);
    if (type !== "container") return false;
    if (action === "die") return this.#isForetold(event) || this.#begins(id, event, false);
    if (action === "start" || action === "destroy") {
      this.#asking.delete(id);
      this.#leaving.delete(id);
    }
    // Told around `die`, which brings all that there is to know.
    return action === "stop" && this.#holds(id, event);
  }

  /** Whether an inspect that waits for the end is under way. */
  isAsking(id: string): boolean {
    return this.#asking.has(id);
  }

  /** Takes the event for the first word of an end, and asks. */
  #begins(id: string, event: EngineEvent, foretold: boolean): boolean {
    const container = this.#hooks.known(id);
    if (!container || this.#asking.size >= most) return false;
    const networks = new Set(container.networks.map(({ networkId }) => networkId));
    const end: End = { event, networks, held: [], foretold };
    this.#asking.set(id, end);
    this.#leaving.set(id, end);
    void this.#ask(id, end);
    return true;
  }

  async #ask(id: string, end: End): Promise<void> {
    const answer = await this.#hooks.inspect(id).catch(() => undefined);
    // It has been started again, or removed: that is looked at for itself.
    if (this.#asking.get(id) !== end) return;
    this.#asking.delete(id);
    const container = this.#hooks.known(id);
    const now = container && answer && ended(container, answer);
    if (now) return void (await this.#hooks.tell(now));
    const [death] = [end.event, ...end.held].filter(({ action }) => action === "die");
    if (death) return this.#hooks.otherwise(death);
    this.#leaving.delete(id);
    const lives = container && answer && separated(container, answer);
    if (lives) await this.#hooks.tell(lives);
    for (const event of lives ? end.held : [end.event, ...end.held]) this.#hooks.otherwise(event);
  }

  /** Whether it joins a network that it has anyway: it is being started, which is told next. */
  #joins({ container: id = "", name }: EngineEvent["attributes"]): boolean {
    const container = this.#hooks.known(id);
    if (!container || !/^(created|exited)$/.test(container.state)) return false;
    return container.networks.some((network) => network.name === name);
  }

  // Of one that runs it may be the first word of its end.
  #leaves(event: EngineEvent): boolean {
    const { container: id = "" } = event.attributes;
    const end = this.#recent(id, event);
    if (end) return end.networks.delete(event.id) && this.#holds(id, event);
    const { state, networks = [] } = this.#hooks.known(id) ?? {};
    const isIn = networks.some(({ networkId }) => networkId === event.id);
    if (state !== "running" || !isIn || !this.#begins(id, event, true)) return false;
    this.#leaving.get(id)?.networks.delete(event.id);
    return true;
  }

  #isForetold(event: EngineEvent): boolean {
    const end = this.#recent(event.id, event);
    if (!end?.foretold) return false;
    end.foretold = false;
    return this.#holds(event.id, event);
  }

  /** Whether the container is known to end; what turns out to be something else is looked at then. */
  #holds(id: string, event: EngineEvent): boolean {
    if (this.#asking.has(id)) this.#asking.get(id)?.held.push(event);
    return this.#leaving.has(id);
  }

  #recent(id: string, { time }: EngineEvent): End | undefined {
    const end = this.#leaving.get(id);
    return end && time - end.event.time < farewell ? end : undefined;
  }
}
