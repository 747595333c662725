// What a registry holds: repositories, tags, what is behind a tag; and taking that away.
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import { nextPage } from "./challenge.ts";
import { pathOf } from "./places.ts";
import type { RegistryAnswer, RegistryAsk, RegistryClient } from "./registry-client.ts";
import { jsonOf } from "./registry-errors.ts";

/** A part of a long list, and how to get the next one; without `more` it is the last. */
export interface Page {
  readonly items: readonly string[];
  readonly more?: (signal?: AbortSignal) => Promise<Page>;
}

/** The repositories of a registry, so many at once. @throws EngineError `unsupported` when it keeps that to itself */
export async function repositories(
  client: RegistryClient,
  count: number,
  signal?: AbortSignal,
): Promise<Page> {
  const first = await client.tryTo(`/v2/_catalog?n=${count}`, { signal });
  if (first.status < 300) return page(client, first, "repositories");
  if (![401, 403, 404, 405, 501].includes(first.status)) throw client.refusal(first);
  // A wrong password is another thing than a catalog for administrators only.
  await client.ask("/v2/", { signal });
  throw new EngineError("unsupported", t("{0} does not list its repositories.", client.host), {
    status: first.status,
    remedy: t("Add the repositories that you use."),
  });
}

/** The tags of a repository, so many at once; old registries give all. */
export async function tags(
  client: RegistryClient,
  repository: string,
  count: number,
  signal?: AbortSignal,
): Promise<Page> {
  const at = `/v2/${pathOf(client.host, repository)}/tags/list?n=${count}`;
  return page(client, await client.ask(at, { signal }), "tags");
}

function page(client: RegistryClient, { body, headers, url }: RegistryAnswer, field: string): Page {
  const { [field]: items } = jsonOf(client.host, body) as Record<string, unknown>;
  const next = nextPage(headers.link as string | undefined, url);
  return {
    items: Array.isArray(items) ? items.filter((one) => typeof one === "string") : [],
    ...(next && {
      more: async (signal) => page(client, await client.ask(next, { signal }), field),
    }),
  };
}

const manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
].join(", ");

interface Descriptor {
  readonly digest?: string;
  readonly size?: number;
  readonly platform?: Platform;
}

interface Platform {
  readonly os?: string;
  readonly architecture?: string;
  readonly variant?: string;
}

/** A manifest, or an index of manifests for several platforms. */
export interface Manifest {
  readonly manifests?: readonly Descriptor[];
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
}

/** What stands behind a tag or digest, and its own digest. */
export async function manifestOf(
  client: RegistryClient,
  repository: string,
  reference: string,
  signal?: AbortSignal,
): Promise<{ digest: string; manifest: Manifest }> {
  const answer = await client.ask(...manifestAsk(client, repository, reference, { signal }));
  return { digest: digestIn(answer), manifest: jsonOf(client.host, answer.body) };
}

/** The digest that a tag stands for; undefined when the tag is gone. */
export async function digestOf(
  client: RegistryClient,
  repository: string,
  tag: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const answer = await client.tryTo(
    ...manifestAsk(client, repository, tag, { method: "HEAD", signal }),
  );
  if (answer.status === 404) return undefined;
  if (answer.status >= 300) throw client.refusal(answer);
  return digestIn(answer);
}

/** Takes away what stands behind a digest, and with it all its tags. */
export async function remove(
  client: RegistryClient,
  repository: string,
  digest: string,
): Promise<void> {
  await client.ask(...manifestAsk(client, repository, digest, { method: "DELETE" }));
}

function manifestAsk(
  { host }: RegistryClient,
  repository: string,
  reference: string,
  ask: RegistryAsk,
): [string, RegistryAsk] {
  const at = `/v2/${pathOf(host, repository)}/manifests/${encodeURIComponent(reference)}`;
  return [at, { ...ask, headers: { Accept: manifestTypes } }];
}

const digestIn = ({ headers }: RegistryAnswer) => String(headers["docker-content-digest"] ?? "");

/** What people want to know of a tag. */
export interface TagFacts {
  readonly digest: string;
  readonly platforms: readonly string[];
  /** Bytes to be pulled, for one platform; when the image was made, in milliseconds since 1970. */
  readonly size: number;
  readonly created: number | undefined;
}

/** Looks at what stands behind a tag; of several platforms, size and age are told of the wanted one, else the first. */
export async function factsOf(
  client: RegistryClient,
  repository: string,
  tag: string,
  wanted: string,
  signal?: AbortSignal,
): Promise<TagFacts> {
  const { digest, manifest } = await manifestOf(client, repository, tag, signal);
  const choices = (manifest.manifests ?? []).filter(
    // What builders attest of an image has no platform.
    ({ platform }) => platform?.os && platform.os !== "unknown",
  );
  const chosen = choices.find(({ platform }) => nameOf(platform) === wanted) ?? choices[0];
  const image = chosen?.digest
    ? (await manifestOf(client, repository, chosen.digest, signal)).manifest
    : manifest;
  const config = await configOf(client, repository, image, signal);
  const size = [image.config, ...(image.layers ?? [])].reduce(
    (sum, one) => sum + (one?.size ?? 0),
    0,
  );
  const created = Date.parse(config.created ?? "");
  const platforms =
    choices.length > 0 ? choices.map(({ platform }) => nameOf(platform)) : [nameOf(config)];
  return {
    digest,
    platforms: [...new Set(platforms)].filter(Boolean),
    size,
    created: Number.isNaN(created) ? undefined : created,
  };
}

const nameOf = ({ os, architecture, variant }: Platform = {}) =>
  [os, architecture, variant].filter(Boolean).join("/");

/** What the image says of itself; empty for what is no image (a chart, a signature). */
async function configOf(
  client: RegistryClient,
  repository: string,
  { config }: Manifest,
  signal?: AbortSignal,
): Promise<Platform & { readonly created?: string }> {
  if (!config?.digest) return {};
  const at = `/v2/${pathOf(client.host, repository)}/blobs/${encodeURIComponent(config.digest)}`;
  const { body } = await client.ask(at, { signal });
  try {
    return JSON.parse(body) as Platform;
  } catch {
    return {};
  }
}
