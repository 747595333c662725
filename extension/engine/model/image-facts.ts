// What an image brings along into a container: found by its name in the model, asked for once per image. Pulls nothing.
import { type Client, path } from "../connection/http.ts";
import { type Raw, record, text, texts } from "../raw.ts";
import { familiar, parseReference } from "../references.ts";
import type { Image } from "./objects.ts";

export interface ImageFacts {
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  /** `80/tcp` */
  readonly exposed: readonly string[];
  readonly entrypoint: readonly string[] | null;
  readonly command: readonly string[] | null;
  /** The digest by which its registry knows it. */
  readonly digest: string | undefined;
  /** Bytes. */
  readonly size: number;
}

/** One step of an image's history, the oldest first. */
export interface LayerFact {
  /** What made it, as its builder describes it. */
  readonly instruction: string;
  /** Bytes. */
  readonly size: number;
}

type Images = ReadonlyMap<string, Image>;

/** The image that a reference means now, if the engine has it. */
export function imageOf(images: Images, reference: string): Image | undefined {
  const { tag = "latest", digest } = parseReference(reference) ?? {};
  const name = `${nameOf(reference)}${digest ? `@${digest}` : `:${tag}`}`;
  const names = (image: Image) => (digest ? image.digests.map(familiar) : image.tags);
  return images.get(reference) ?? [...images.values()].find((one) => names(one).includes(name));
}

/** Registry and repository, as Docker shows them. */
function nameOf(reference: string): string {
  const { registry = "", repository = "" } = parseReference(reference) ?? {};
  return registry === "docker.io" ? repository : `${registry}/${repository}`;
}

const most = 200;

/** The facts of one engine's images; an image never changes, so each is asked for once. */
export class KnownImages {
  readonly #client: Client;
  readonly #configs = new Map<string, Promise<Raw>>();
  readonly #layers = new Map<string, Promise<readonly LayerFact[]>>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** What the image of this name brings along; undefined when the engine does not have it. */
  async facts(images: Images, reference: string): Promise<ImageFacts | undefined> {
    const image = imageOf(images, reference);
    if (!image) return undefined;
    return toFacts(image, reference, await this.#config(image.id));
  }

  /** What the image of this name consists of; undefined when the engine does not have it. */
  async layers(images: Images, reference: string): Promise<readonly LayerFact[] | undefined> {
    const image = imageOf(images, reference);
    if (!image) return undefined;
    return once(this.#layers, image.id, async () => {
      const answer = await this.#ask<unknown[]>(path`/images/${image.id}/history`);
      return answer.map(record).map(toLayer).reverse();
    });
  }

  #config(id: string): Promise<Raw> {
    return once(this.#configs, id, async () =>
      record(record(await this.#ask<Raw>(path`/images/${id}/json`)).Config),
    );
  }

  #ask<Answer>(path: string): Promise<Answer> {
    return this.#client.request<Answer>({ path, timeout: 5000 });
  }
}

/** What is known of an image, or is being asked for; what has failed is asked for again. */
function once<Fact>(
  known: Map<string, Promise<Fact>>,
  id: string,
  ask: () => Promise<Fact>,
): Promise<Fact> {
  const found = known.get(id);
  if (found) return found;
  if (known.size >= most) known.clear();
  const asked = ask();
  known.set(id, asked);
  asked.catch(() => known.delete(id));
  return asked;
}

function toLayer({ CreatedBy, Size }: Raw): LayerFact {
  return { instruction: text(CreatedBy), size: typeof Size === "number" ? Size : 0 };
}

function toFacts(image: Image, reference: string, config: Raw): ImageFacts {
  const from = `${nameOf(reference)}@`;
  const digest = image.digests.map(familiar).find((one) => one.startsWith(from));
  return {
    env: Object.fromEntries(texts(config.Env).map(pair)),
    user: text(config.User),
    workdir: text(config.WorkingDir),
    exposed: Object.keys(record(config.ExposedPorts)),
    entrypoint: Array.isArray(config.Entrypoint) ? texts(config.Entrypoint) : null,
    command: Array.isArray(config.Cmd) ? texts(config.Cmd) : null,
    digest: digest?.slice(from.length),
    size: image.size,
  };
}

function pair(line: string): [string, string] {
  const at = line.indexOf("=");
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
}
