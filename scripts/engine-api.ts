// The little of the engine's API that scripts and tests need, without a library: a request over
// the socket, readiness, and the removal of what tests have made.
import { request } from "node:http";
import type { Readable } from "node:stream";

/** Everything that tests make bears this label, and nothing else is ever removed. */
export const testLabel = "dockwright.test";

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** One request. Rejects when nobody answers; a refusal (status ≥400) is an ordinary reply. */
export function api(
  socketPath: string,
  method: string,
  path: string,
  body?: object | Readable,
  more: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const stream = body !== undefined && "pipe" in body;
    const type = stream ? "application/x-tar" : "application/json";
    const headers = body === undefined ? more : { "Content-Type": type, ...more };
    const sent = request({ socketPath, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (data: string) => {
        text += data;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on("error", reject);
    });
    sent.setTimeout(120_000, () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
    sent.on("error", reject);
    if (stream) (body as Readable).pipe(sent);
    else sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

export async function answers(socket: string): Promise<boolean> {
  try {
    return (await api(socket, "GET", "/_ping")).status === 200;
  } catch {
    return false;
  }
}

/** Asks again and again until `condition` gives something. Throws after `limit` ms. */
export async function until<T>(
  what: string,
  condition: () => Promise<T | undefined | false> | T | undefined | false,
  limit = 60_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what}: not so after ${limit / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Removes every container of an engine that is ours alone. */
export async function removeAll(socket: string): Promise<void> {
  const all = JSON.parse((await api(socket, "GET", "/containers/json?all=1")).body) as {
    Id: string;
  }[];
  for (const { Id } of all) await api(socket, "DELETE", `/containers/${Id}?force=1`);
}

/**
 * Removes every container, network, volume and image that bears the test label, and looks again:
 * an engine may be just busy with one of them, and what uses another goes first.
 */
export async function removeLabelled(socket: string): Promise<void> {
  const end = async () => (await removeOnce(socket)) === 0;
  await until("the end of all that tests made", end, 20_000).catch((error) =>
    console.log(error.message),
  );
}

/** Gives how many there were. */
async function removeOnce(socket: string): Promise<number> {
  const filters = encodeURIComponent(JSON.stringify({ label: [testLabel] }));
  const list = async <T>(path: string): Promise<T> =>
    JSON.parse((await api(socket, "GET", path)).body) as T;
  type Named = { Id: string; Name: string };
  const paths: string[] = [];
  const remove = async (path: string) => {
    paths.push(path);
    await api(socket, "DELETE", path);
  };
  for (const { Id } of await list<Named[]>(`/containers/json?all=1&filters=${filters}`))
    await remove(`/containers/${Id}?force=1&v=1`);
  for (const { Id } of await list<Named[]>(`/networks?filters=${filters}`))
    await remove(`/networks/${Id}`);
  const volumes = await list<{ Volumes: Named[] | null }>(`/volumes?filters=${filters}`);
  for (const { Name } of volumes.Volumes ?? []) await remove(`/volumes/${Name}?force=1`);
  for (const { Id } of await list<Named[]>(`/images/json?filters=${filters}`))
    await remove(`/images/${Id}?force=1`);
  return paths.length;
}
