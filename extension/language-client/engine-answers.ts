// What the language server may know of the engine, from the live model. An engine on this machine is followed
// while the server asks; one elsewhere only while somebody watches it: a question opens no connection over a
// network. What is not known is `null`.

import type { BuiltImage, ImageFacts } from "../../language-server/protocol.ts";
import type { Connection } from "../connections/connection.ts";
import type { Engine } from "../engine/engine.ts";
import { KnownImages } from "../engine/model/image-facts.ts";
import { published } from "../wording/container-fields.ts";
import { stateWords } from "../wording/container-words.ts";
import type { EngineAnswers } from "./client.ts";
import { listenersOf } from "./listeners.ts";

/** The references that builds of a Dockerfile give, by its address: the likeliest first. */
type TagsOf = (dockerfile: string) => AsyncIterable<string> | Iterable<string>;

type Answer = (engine: Engine, name: string, tagsOf: TagsOf) => unknown;

/** For how long (ms) the engine is followed after a question. */
const interest = 5 * 60_000;

/** The server asks anew after each news: there is at most one in this time (ms), and the first comes at once. */
const betweenNews = 250;

const known = new WeakMap<Engine, KnownImages>();

function knownImages(engine: Engine): KnownImages {
  const images = known.get(engine) ?? new KnownImages(engine);
  known.set(engine, images);
  return images;
}

const answers: Partial<Record<string, Answer>> = {
  images: ({ model }) => [...model.images.values()].flatMap(({ tags }) => tags),
  // As the server reads it, whatever the engine's layer calls it.
  imageFacts: (engine, name): Promise<ImageFacts | undefined> =>
    knownImages(engine).facts(engine.model.images, name),
  async builtImage(engine, dockerfile, tagsOf): Promise<BuiltImage | undefined> {
    for await (const reference of tagsOf(dockerfile)) {
      const layers = await knownImages(engine).layers(engine.model.images, reference);
      if (layers) return { reference, layers };
    }
    return undefined;
  },
  networks: ({ model }) => [...model.networks.values()].map(({ name }) => name),
  volumes: ({ model }) => [...model.volumes.values()].map(({ name }) => name),
  usedPorts: ({ model }) =>
    [...model.containers.values()].flatMap(({ name, project, ports }) =>
      published(ports).map(({ host, protocol }) => ({
        port: host,
        protocol,
        container: name,
        ...(project && { project }),
      })),
    ),
  listeners: ({ endpoint }, ports) =>
    endpoint.local ? listenersOf(new Set(ports.split(" "))) : undefined,
  serviceStates: ({ model }, project) =>
    Object.fromEntries(
      [...model.containers.values()]
        .filter((container) => container.project === project && container.service)
        .map((container) => [container.service, stateWords(container)]),
    ),
};

type Watched = Pick<Connection, "current" | "engine" | "watch" | "onDidChange">;

/** Answers about the engine in use. */
export function engineAnswers(
  connection: Watched,
  tagsOf: TagsOf = () => [],
): EngineAnswers & { dispose(): void } {
  const attention = new Attention(connection);
  return {
    async answer({ about, name = "" }) {
      void attention.renew();
      const engine = connection.current;
      if (!engine?.model.live) return null;
      return (await answers[about]?.(engine, name, tagsOf)) ?? null;
    },
    onDidChange(listener) {
      const news = new News(listener);
      const source = connection.onDidChange(() => news.tell());
      return {
        dispose() {
          source.dispose();
          news.dispose();
        },
      };
    },
    dispose: () => attention.dispose(),
  };
}

/** Hands on that something has changed: at once, and what changes soon after that in one. */
class News {
  readonly #listener: () => void;
  #pause: NodeJS.Timeout | undefined;
  #more = false;

  constructor(listener: () => void) {
    this.#listener = listener;
  }

  tell(): void {
    this.#more = this.#pause !== undefined;
    if (this.#more) return;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      if (this.#more) this.tell();
    }, betweenNews);
    this.#listener();
  }

  dispose(): void {
    clearTimeout(this.#pause);
  }
}

/** Keeps the engine's model alive from one question to the next. */
class Attention {
  readonly #connection: Watched;
  #watch: { dispose(): void } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(connection: Watched) {
    this.#connection = connection;
  }

  async renew(): Promise<void> {
    const engine = await this.#connection.engine().catch(() => undefined);
    if (!engine?.endpoint.local || this.#disposed) return this.#rest();
    this.#watch ??= this.#connection.watch();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), interest).unref();
  }

  dispose(): void {
    this.#disposed = true;
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#watch?.dispose();
    this.#watch = undefined;
  }
}
