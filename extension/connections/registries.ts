// The registries of the panel: where there is a login, which ones were added by hand, and what they
// were seen to hold. A registry is asked only for what somebody unfolds.
import { isDeepStrictEqual } from "node:util";
import { workspace } from "vscode";
import { watchContexts } from "../engine/connection/contexts.ts";
import { Emitter } from "../engine/disposable.ts";
import type { Engine } from "../engine/engine.ts";
import { type EngineError, toEngineError } from "../engine/errors.ts";
import type { Page, TagFacts } from "../engine/registry/browse.ts";
import { credentialsOf, knownRegistries } from "../engine/registry/credentials.ts";
import {
  hostOfKey,
  hub,
  isInsecure,
  keyOfHost,
  placeOf,
  type RegistryConfig,
} from "../engine/registry/places.ts";
import type { RegistryClient } from "../engine/registry/registry-client.ts";
import { change, onDidChangeSetting, setting } from "../settings.ts";

/** A registry as the view lists it. */
export interface RegistryEntry {
  readonly host: string;
  readonly loggedIn: boolean;
  /** Whether it, or a repository of it, was added by hand. */
  readonly added: boolean;
  /** The repositories that were added by hand. */
  readonly repositories: readonly string[];
}

/** What has been read of a long list so far. */
export interface Listing {
  readonly items: readonly string[];
  readonly more: Page["more"];
  /** Why there is no list. */
  readonly trouble: EngineError | undefined;
}

/** Of how many tags of a repository at most one command takes care. */
const mostTags = 2000;

const addedSetting = "registries.added";

export class Registries {
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #engine: () => Engine | undefined;
  readonly #clients = new Map<string, Promise<RegistryClient>>();
  readonly #listings = new Map<string, Promise<Listing>>();
  readonly #settings = onDidChangeSetting(addedSetting, () => void this.#lookAgain());
  readonly #pageSize: number;
  #entries: Promise<readonly RegistryEntry[]> | undefined;
  #watch: { dispose(): void } | undefined;

  /** `engine` is the one in use: it knows which registries may do without TLS. */
  constructor(engine: () => Engine | undefined, pageSize = 100) {
    this.#pageSize = pageSize;
    this.#engine = engine;
  }

  /** The registries, by name; none in a workspace that is not trusted, since helper programs tell the logins. */
  entries(): Promise<readonly RegistryEntry[]> {
    if (!workspace.isTrusted) return Promise.resolve([]);
    this.#watch ??= watchContexts(process.env, () => void this.#lookAgain());
    this.#entries ??= readEntries();
    return this.#entries;
  }

  /** The repositories of a registry, or the tags of a repository. Never rejects. */
  listing(host: string, repository?: string): Promise<Listing> {
    const key = keyOf(host, repository);
    const known = this.#listings.get(key) ?? this.#list(host, repository);
    this.#listings.set(key, known);
    return known;
  }

  /** Reads the next part of a long list. */
  async more(host: string, repository?: string, signal?: AbortSignal): Promise<void> {
    const before = await this.listing(host, repository);
    const { items, more } = (await before.more?.(signal)) ?? { items: [], more: undefined };
    const listing = { items: [...before.items, ...items], more, trouble: undefined };
    this.#listings.set(keyOf(host, repository), Promise.resolve(listing));
    this.#changed.fire();
  }

  /** Speaks to a registry, with the login that there is. */
  client(host: string): Promise<RegistryClient> {
    const client = this.#clients.get(host) ?? this.#connect(host);
    this.#clients.set(host, client);
    return client;
  }

  /** The tags of a repository, to the last one, but no more than this. */
  async allTags(host: string, repository: string, signal?: AbortSignal): Promise<string[]> {
    const { tags } = await import("../engine/registry/browse.ts");
    let page = await tags(await this.client(host), repository, mostTags, signal);
    const all = [...page.items];
    while (page.more && all.length < mostTags) {
      page = await page.more(signal);
      all.push(...page.items);
    }
    return all;
  }

  /** The names of all images that the engine in use has. */
  namesOnEngine(): ReadonlySet<string> {
    const images = [...(this.#engine()?.model.images.values() ?? [])];
    return new Set(images.flatMap(({ tags }) => tags));
  }

  async factsOf(host: string, repository: string, tag: string): Promise<TagFacts> {
    const { factsOf } = await import("../engine/registry/browse.ts");
    const architecture = process.arch === "x64" ? "amd64" : process.arch;
    return factsOf(await this.client(host), repository, tag, `linux/${architecture}`);
  }

  /** Keeps a registry (`ghcr.io`) or a repository (`ghcr.io/owner/app`) in the view. */
  async add(text: string): Promise<void> {
    const added = setting<readonly string[]>(addedSetting, []);
    if (!added.includes(text)) await change(addedSetting, [...added, text]);
    this.forget();
  }

  /** Takes a registry with all its repositories, or one repository, out of what was added. */
  async leaveOut(host: string, repository?: string): Promise<void> {
    const added = setting<readonly string[]>(addedSetting, []);
    const left = added.filter((text) => {
      const place = placeOf(text);
      return place?.host !== host || (repository !== undefined && place.repository !== repository);
    });
    await change(addedSetting, left);
    this.forget();
  }

  /** Drops what was read: it is read again when somebody looks. */
  forget(): void {
    this.#entries = undefined;
    this.#clients.clear();
    this.#listings.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#settings.dispose();
    this.#watch?.dispose();
    this.#changed.clear();
  }

  async #lookAgain(): Promise<void> {
    const before = this.#entries;
    if (!before) return;
    const now = readEntries();
    if (!isDeepStrictEqual(await before, await now)) this.forget();
  }

  async #list(host: string, repository?: string): Promise<Listing> {
    try {
      const page = await this.#firstPage(host, repository);
      return { items: page.items, more: page.more, trouble: undefined };
    } catch (error) {
      return { items: [], more: undefined, trouble: toEngineError(error) };
    }
  }

  async #firstPage(host: string, repository?: string): Promise<Page> {
    const browse = await import("../engine/registry/browse.ts");
    const client = await this.client(host);
    if (repository !== undefined) return browse.tags(client, repository, this.#pageSize);
    if (host !== hub) return browse.repositories(client, this.#pageSize);
    const { hubRepositories } = await import("../engine/registry/hub.ts");
    return hubRepositories(client, await credentialsOf(process.env, keyOfHost(hub)));
  }

  async #connect(host: string): Promise<RegistryClient> {
    const { RegistryClient } = await import("../engine/registry/registry-client.ts");
    const { certificatesOf } = await import("../engine/registry/certificates.ts");
    return new RegistryClient(host, {
      certificates: await certificatesOf(host),
      auth: () => credentialsOf(process.env, keyOfHost(host)),
      insecure: isInsecure(host) || isInsecure(host, await this.#configOfEngine()),
    });
  }

  async #configOfEngine(): Promise<RegistryConfig> {
    const ask = { path: "/info", timeout: 5000 };
    const info = await this.#engine()
      ?.request<{ RegistryConfig?: RegistryConfig }>(ask)
      .catch(() => undefined);
    return info?.RegistryConfig ?? {};
  }
}

const keyOf = (host: string, repository = "") => `${host}/${repository}`;

async function readEntries(): Promise<readonly RegistryEntry[]> {
  const logins = (await knownRegistries(process.env).catch(() => [])).map(hostOfKey);
  const added = setting<readonly string[]>(addedSetting, []).flatMap((text) => placeOf(text) ?? []);
  const hosts = [...new Set([...logins, ...added.map(({ host }) => host)])].sort();
  return hosts.map((host) => {
    const own = added.filter((place) => place.host === host);
    return {
      host,
      loggedIn: logins.includes(host),
      added: own.length > 0,
      repositories: own.flatMap(({ repository }) => repository ?? []),
    };
  });
}
