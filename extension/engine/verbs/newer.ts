// Whether a registry has another image under a tag than the engine. The engine asks: it knows proxies
// and mirrors, and the credentials go no other way than for a pull.
import { type Client, path } from "../connection/http.ts";
import type { Image } from "../model/objects.ts";
import { parseReference } from "../references.ts";
import { type AuthConfig, authHeader } from "../registry/auth-header.ts";

/** The tags of an image that came from a registry, or went there: of others no registry knows. */
export function tagsOfRegistry({ tags, digests }: Image): string[] {
  const known = new Set(digests.map(placeOf));
  return tags.filter((tag) => known.has(placeOf(tag)));
}

/** Whether the registry has another image under this tag by now. */
export async function isOutdated(
  client: Client,
  { digests }: Image,
  tag: string,
  { auth, signal }: { auth?: AuthConfig | undefined; signal?: AbortSignal | undefined } = {},
): Promise<boolean> {
  const { Descriptor } = await client.request<{ Descriptor: { digest: string } }>({
    path: path`/distribution/${tag}/json`,
    headers: authHeader(auth),
    signal,
    timeout: 30_000,
  });
  const place = placeOf(tag);
  return !digests.some((one) => placeOf(one) === place && one.endsWith(`@${Descriptor.digest}`));
}

/** Registry and repository of a reference. */
function placeOf(reference: string): string {
  const { registry, repository } = parseReference(reference) ?? { registry: "", repository: "" };
  return `${registry}/${repository}`;
}
