// How a container that ends is looked at, and what need not be looked at around its life. dockerd says `die` while it still cleans up, and its list
// knows of the end only afterwards, while an inspect waits for that: one inspect takes the place of
// several lists. Knows neither the model nor how it is asked.
import type { EngineEvent } from "./events.ts";
import { type Container, ended, type Raw } from "./objects.ts";

export interface EndsHooks {
  /** The container as the model has it. */
  known(id: string): Container | undefined;
  inspect(id: string): Promise<Raw>;
  /** A container as it is after its end. */
  tell(container: Container): Promise<unknown>;
  /** The event is to be looked at as any other. */
  otherwise(event: EngineEvent): void;
}

/** When more end at once, one list for all of them costs less. */
const most = 50;
/** How long after its end (ms) a container leaves its networks. */
const farewell = 10_000;

interface End {
  readonly time: number;
  /** The networks that it has not left yet: dockerd tells each, and none of it is news. */
  readonly networks: Set<string>;
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
    const { type, action, id, attributes, time } = event;
    if (type === "network" && action === "connect") return this.#joins(attributes);
    if (type === "network") return action === "disconnect" && this.#leaves(attributes, id, time);
    if (type !== "container") return false;
    if (action === "die") return this.#dies(event);
    if (action === "start" || action === "destroy") {
      this.#asking.delete(id);
      this.#leaving.delete(id);
    }
    // Told when `die` and all that follows is over.
    return action === "stop" && this.#leaving.has(id);
  }

  /** Whether an inspect that waits for the end is under way. */
  isAsking(id: string): boolean {
    return this.#asking.has(id);
  }

  #dies(event: EngineEvent): boolean {
    const container = this.#hooks.known(event.id);
    if (!container || this.#asking.size >= most) return false;
    const networks = new Set(container.networks.map(({ networkId }) => networkId));
    const end = { time: event.time, networks };
    this.#asking.set(event.id, end);
    this.#leaving.set(event.id, end);
    void this.#ask(event, end);
    return true;
  }

  async #ask(event: EngineEvent, end: End): Promise<void> {
    const { id } = event;
    const answer = await this.#hooks.inspect(id).catch(() => undefined);
    // It has been started again, or removed: that is looked at for itself.
    if (this.#asking.get(id) !== end) return;
    this.#asking.delete(id);
    const container = this.#hooks.known(id);
    const now = container && answer && ended(container, answer);
    if (now) await this.#hooks.tell(now);
    else this.#hooks.otherwise(event);
  }

  /** Whether it joins a network that it has anyway: it is being started, which is told next. */
  #joins({ container: id = "", name }: EngineEvent["attributes"]): boolean {
    const container = this.#hooks.known(id);
    if (!container || !/^(created|exited)$/.test(container.state)) return false;
    return container.networks.some((network) => network.name === name);
  }

  #leaves(attributes: EngineEvent["attributes"], network: string, time: number): boolean {
    const end = this.#leaving.get(attributes.container ?? "");
    return end !== undefined && time - end.time < farewell && end.networks.delete(network);
  }
}
