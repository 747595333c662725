// Which services have drifted, asked of the engine as little as possible: one container stands for
// all that Compose made from the same configuration and image, and is asked once in its life.

import { path } from "../../engine/connection/http.ts";
import type { Engine } from "../../engine/engine.ts";
import { imageOf } from "../../engine/model/image-facts.ts";
import type { Container } from "../../engine/model/objects.ts";
import type { Definition, Raw, ServiceDefinition } from "../definition.ts";
import { mapOf } from "../definition.ts";
import type { Member, ServiceState } from "../overview.ts";
import { type Difference, driftOf } from "./drift.ts";
import type { DriftFacts } from "./facts.ts";

/** Known differences of a definition, by what the container was made from. */
type Known = Map<string, readonly Difference[]>;

export class DriftWatcher {
  readonly #onKnown: () => void;
  /** Forgotten with the definition: files that were read again are compared again. */
  readonly #known = new WeakMap<ServiceDefinition, Known>();
  readonly #asked = new Set<string>();
  readonly #images = new Map<string, Promise<Raw>>();
  readonly #containers = new Map<string, Promise<Raw>>();
  #engine: Engine | undefined;

  /** `onKnown` is called when an answer has come. */
  constructor(onKnown: () => void) {
    this.#onKnown = onKnown;
  }

  /** The differences as far as they are known; what is not yet known is asked for. */
  differences(
    engine: Engine,
    service: ServiceState,
    definition: Definition,
  ): readonly Difference[] {
    if (engine !== this.#engine) this.#forget(engine);
    const own = service.definition;
    if (!own?.enabled) return [];
    const imageNow = imageIdOf(engine, own.image);
    for (const member of groups(service)) {
      const made = madeFrom(member);
      const key = `${made} ${imageNow} ${isBeingMade(member.container)}`;
      const known = this.#knownOf(own).get(key);
      if (known && known.length > 0) return known;
      if (!known) void this.#ask(engine, own, definition, member, key);
    }
    return [];
  }

  /** Everything that the comparison of one container needs, asked now. */
  async facts(
    engine: Engine,
    service: ServiceDefinition,
    definition: Definition,
    id: string,
  ): Promise<DriftFacts> {
    if (engine !== this.#engine) this.#forget(engine);
    const container = await this.#container(engine, id);
    const imageConfig = await this.#image(engine, String(container.Image ?? ""));
    return {
      service,
      definition,
      container,
      imageConfig,
      imageNow: imageIdOf(engine, service.image),
    };
  }

  async #ask(
    engine: Engine,
    service: ServiceDefinition,
    definition: Definition,
    { container }: Member,
    key: string,
  ): Promise<void> {
    const asked = `${container.id} ${key}`;
    if (this.#asked.has(asked)) return;
    this.#asked.add(asked);
    try {
      const facts = await this.facts(engine, service, definition, container.id);
      this.#knownOf(service).set(key, driftOf(facts));
      if (engine === this.#engine) this.#onKnown();
    } catch {
      // It is gone, or the engine is; the next change of the model asks again.
      this.#containers.delete(container.id);
    } finally {
      this.#asked.delete(asked);
    }
  }

  #knownOf(service: ServiceDefinition): Known {
    const known = this.#known.get(service) ?? new Map();
    this.#known.set(service, known);
    return known;
  }

  #container(engine: Engine, id: string): Promise<Raw> {
    for (const known of this.#containers.keys())
      if (!engine.model.containers.has(known)) this.#containers.delete(known);
    const ask = () => engine.request<Raw>({ path: path`/containers/${id}/json` });
    const container = engine.model.containers.get(id);
    return container && isBeingMade(container) ? ask() : once(this.#containers, id, ask);
  }

  async #image(engine: Engine, id: string): Promise<Raw> {
    const image = await once(this.#images, id, () =>
      // An image that was removed by force: nothing is known of it then.
      engine.request<Raw>({ path: path`/images/${id}/json` }).catch(() => ({})),
    );
    return mapOf(image.Config);
  }

  #forget(engine: Engine): void {
    this.#engine = engine;
    this.#containers.clear();
    this.#images.clear();
  }
}

function once(known: Map<string, Promise<Raw>>, id: string, ask: () => Promise<Raw>): Promise<Raw> {
  const answer = known.get(id) ?? ask();
  known.set(id, answer);
  answer.catch(() => known.delete(id));
  return answer;
}

/** Compose still connects networks to it, or has not given it its name yet. */
const isBeingMade = ({ state }: Container) => state === "created";

/** Replicas of one hash and image were made from the same. */
const madeFrom = ({ labels, container }: Member) =>
  labels.configHash ? `${labels.configHash} ${container.imageId}` : container.id;

/** One replica for each configuration and image. */
function groups({ members }: ServiceState): Member[] {
  const replicas = members.filter(({ labels }) => !labels.oneOff);
  return [...new Map(replicas.map((member) => [madeFrom(member), member])).values()];
}

/** The id that a reference has now; empty when the engine has no such image. */
const imageIdOf = ({ model }: Engine, reference: string): string =>
  imageOf(model.images, reference)?.id ?? "";
