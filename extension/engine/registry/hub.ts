// The repositories of a login on Docker Hub, which has no catalog: its own API tells them.
// https://docs.docker.com/reference/api/hub/latest/
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import type { AuthConfig } from "./auth-header.ts";
import type { Page } from "./browse.ts";
import type { RegistryClient } from "./registry-client.ts";
import { jsonOf } from "./registry-errors.ts";

const api = "https://hub.docker.com";
const pageSize = 100;

interface Listed {
  readonly next?: string | null;
  readonly results?: readonly {
    readonly name?: string;
    readonly namespace?: string;
    readonly orgname?: string;
  }[];
}

/**
 * The repositories of the user and of the user's organizations. @throws EngineError `unsupported` when the
 * login is not one by name and password (or token), which is all that this API takes
 */
export async function hubRepositories(
  client: RegistryClient,
  auth: AuthConfig | undefined,
  signal?: AbortSignal,
): Promise<Page> {
  const { username, password } = auth ?? {};
  if (!username || !password)
    throw new EngineError("unsupported", t("Docker Hub lists repositories after a login."), {
      remedy: t("Add the repositories that you use."),
    });
  const { body } = await client.ask(`${api}/v2/auth/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ identifier: username, secret: password }),
    signal,
  });
  const { access_token: token } = jsonOf(client.host, body) as { access_token?: string };
  const headers = { Authorization: `Bearer ${token}` };
  const list = async (at: string, now?: AbortSignal) =>
    jsonOf(
      client.host,
      (await client.ask(new URL(at, api), { headers, signal: now })).body,
    ) as Listed;
  // A token may be for the user's own repositories only.
  const organizations = await list(`/v2/user/orgs/?page_size=${pageSize}`, signal).catch(
    (): Listed => ({}),
  );
  const names = (organizations.results ?? []).map(({ orgname }) => orgname ?? "").filter(Boolean);
  return pageOf(list, [username, ...names].map(firstOf), signal);
}

const firstOf = (namespace: string) =>
  `/v2/namespaces/${encodeURIComponent(namespace)}/repositories?page_size=${pageSize}`;

/** The first of the lists that are still to be read; the others are what is more. */
async function pageOf(
  list: (at: string, signal?: AbortSignal) => Promise<Listed>,
  [at = "", ...others]: readonly string[],
  signal?: AbortSignal,
): Promise<Page> {
  const { results = [], next } = await list(at, signal);
  const items = results.map(({ namespace, name }) => `${namespace}/${name}`);
  const left = next && new URL(next, api).origin === api ? [next, ...others] : others;
  if (left.length === 0) return { items };
  // Somebody without repositories of their own is to see the organizations' at once.
  if (items.length === 0) return pageOf(list, left, signal);
  return { items, more: (later) => pageOf(list, left, later) };
}
