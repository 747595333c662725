// How a registry is asked, and told who asks: small servers on this machine see it.
import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { AuthConfig } from "../../../extension/engine/registry/auth-header.ts";
import {
  digestOf,
  factsOf,
  repositories,
  tags,
} from "../../../extension/engine/registry/browse.ts";
import { hubRepositories } from "../../../extension/engine/registry/hub.ts";
import { RegistryClient } from "../../../extension/engine/registry/registry-client.ts";
import { makeCertificate } from "../../engine/certificates.ts";

interface Asked {
  readonly host: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

type Answer = (request: IncomingMessage, reply: ServerResponse) => unknown;

/** Runs servers on this machine as long as the work takes, and keeps what they were asked. */
async function withServers(
  answers: readonly Answer[],
  work: (hosts: readonly string[], asked: readonly Asked[]) => Promise<void>,
): Promise<void> {
  const asked: Asked[] = [];
  const servers: Server[] = [];
  try {
    for (const answer of answers) {
      const server = createServer((request, reply) => {
        const { host = "", authorization } = request.headers;
        asked.push({ host, url: request.url ?? "", authorization });
        answer(request, reply);
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    }
    const hosts = servers.map((server) => `127.0.0.1:${(server.address() as AddressInfo).port}`);
    await work(hosts, asked);
  } finally {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  }
}

const clientOf = (host: string, auth?: AuthConfig) =>
  new RegistryClient(host, { auth: async () => auth, insecure: true });

const someone = { username: "me", password: "word" };
const json = (reply: ServerResponse, body: unknown, status = 200, headers = {}) =>
  reply
    .writeHead(status, { "Content-Type": "application/json", ...headers })
    .end(JSON.stringify(body));

test("a token is fetched from where the registry says, and the password goes there only", async () => {
  let realm = "";
  const registry: Answer = ({ headers, url }, reply) =>
    headers.authorization === "Bearer good"
      ? json(reply, { tags: ["1", "2"] })
      : json(reply, {}, 401, {
          "WWW-Authenticate": `Bearer realm="http://${realm}/token",service="s",scope="${url}"`,
        });
  const tokens: Answer = (_, reply) => json(reply, { token: "good" });
  await withServers([registry, tokens], async ([host = "", other = ""], asked) => {
    realm = other;
    const client = clientOf(host, someone);
    assert.deepEqual((await tags(client, "a/b", 100)).items, ["1", "2"]);
    assert.deepEqual((await tags(client, "a/b", 100)).items, ["1", "2"]);
    const basic = `Basic ${Buffer.from("me:word").toString("base64")}`;
    const told = asked.filter(({ authorization }) => authorization === basic);
    assert.deepEqual(
      told.map((one) => one.host),
      [other],
    );
    assert.match(told[0]?.url ?? "", /^\/token\?service=s&scope=/);
    // The second list needs no other token.
    assert.equal(asked.filter((one) => one.host === host && one.url.includes("tags")).length, 3);
  });
});

test("TLS may be unchecked at the registry itself, not where it sends people for a token", async () => {
  const { key, cert } = makeCertificate({ name: "nobody knows", hosts: ["127.0.0.1"] });
  const seen: string[] = [];
  let realm = "";
  const server = createTlsServer({ key, cert }, ({ url = "", headers }, reply) => {
    seen.push(url);
    if (headers.authorization) return json(reply, { tags: ["1"] });
    const challenge = realm ? `Bearer realm="${realm}"` : 'Basic realm="r"';
    return json(reply, {}, 401, { "WWW-Authenticate": challenge });
  });
  const tokens: Answer = (_, reply) => json(reply, { token: "good" });
  await withServers([tokens], async ([plain = ""], asked) => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      assert.deepEqual((await tags(clientOf(host, someone), "a", 100)).items, ["1"]);
      // No token from a place without TLS, when the registry has it …
      realm = `http://${plain}/token`;
      await assert.rejects(tags(clientOf(host, someone), "a", 100), { kind: "badAnswer" });
      assert.deepEqual(asked, []);
      // … nor from one whose certificate nobody knows, when it is another than the registry.
      const leads: Answer = (_, reply) =>
        json(reply, {}, 401, { "WWW-Authenticate": `Bearer realm="https://${host}/token"` });
      await withServers([leads], async ([other = ""]) => {
        await assert.rejects(tags(clientOf(other, someone), "a", 100), { kind: "wrongTls" });
      });
      assert.ok(!seen.some((url) => url.startsWith("/token")));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

test("who is redirected to cannot ask for the password", async () => {
  let store = "";
  const registry: Answer = (_, reply) =>
    reply.writeHead(307, { Location: `http://${store}/file` }).end();
  const curious: Answer = (_, reply) =>
    json(reply, {}, 401, { "WWW-Authenticate": `Bearer realm="http://${store}/token"` });
  await withServers([registry, curious], async ([host = "", other = ""], asked) => {
    store = other;
    await assert.rejects(tags(clientOf(host, someone), "a", 100), { kind: "unauthorized" });
    assert.ok(asked.every(({ authorization }) => authorization === undefined));
    assert.ok(asked.every(({ url }) => !url.startsWith("/token")));
  });
});

test("an identity token is exchanged, and never sent as a password", async () => {
  const bodies: string[] = [];
  let realm = "";
  const registry: Answer = ({ headers }, reply) =>
    headers.authorization === "Bearer good"
      ? json(reply, { tags: [] })
      : json(reply, {}, 401, { "WWW-Authenticate": `Bearer realm="http://${realm}/token"` });
  const tokens: Answer = (request, reply) => {
    request.setEncoding("utf8").on("data", (text: string) => bodies.push(text));
    request.on("end", () => json(reply, { access_token: "good" }));
  };
  await withServers([registry, tokens], async ([host = "", other = ""], asked) => {
    realm = other;
    await tags(clientOf(host, { identitytoken: "secret" }), "a", 100);
    assert.match(bodies.join(), /grant_type=refresh_token&refresh_token=secret/);
    assert.ok(asked.every(({ authorization = "" }) => !authorization.startsWith("Basic")));
  });
});

test("a store of files that the registry redirects to does not learn who asks", async () => {
  let files = "";
  const registry: Answer = ({ headers, url = "" }, reply) => {
    if (!headers.authorization)
      return json(reply, {}, 401, { "WWW-Authenticate": 'Basic realm="r"' });
    if (url.includes("/blobs/"))
      return reply.writeHead(307, { Location: `http://${files}/blob` }).end();
    const manifest = {
      config: { digest: "sha256:c", size: 10 },
      layers: [{ size: 5 }, { size: 7 }],
    };
    return json(reply, manifest, 200, { "Docker-Content-Digest": "sha256:m" });
  };
  const store: Answer = (_, reply) =>
    json(reply, {
      os: "linux",
      architecture: "arm64",
      variant: "v8",
      created: "2026-01-02T03:04:05Z",
    });
  await withServers([registry, store], async ([host = "", other = ""], asked) => {
    files = other;
    const facts = await factsOf(clientOf(host, someone), "a", "1", "linux/amd64");
    assert.deepEqual(facts, {
      digest: "sha256:m",
      platforms: ["linux/arm64/v8"],
      size: 22,
      created: Date.parse("2026-01-02T03:04:05Z"),
    });
    assert.deepEqual(
      asked.filter((one) => one.host === other).map(({ authorization }) => authorization),
      [undefined],
    );
  });
});

test("of an image for several platforms, the wanted one is measured, and attestations are left out", async () => {
  const platform = (os: string, architecture: string) => ({ os, architecture });
  const registry: Answer = ({ url = "" }, reply) => {
    if (url.endsWith("sha256%3Aarm")) return json(reply, { layers: [{ size: 3 }] });
    if (url.endsWith("sha256%3Aamd")) return json(reply, { layers: [{ size: 4 }] });
    return json(reply, {
      manifests: [
        { digest: "sha256:amd", platform: platform("linux", "amd64") },
        { digest: "sha256:arm", platform: platform("linux", "arm64") },
        { digest: "sha256:att", platform: platform("unknown", "unknown") },
      ],
    });
  };
  await withServers([registry], async ([host = ""]) => {
    const facts = await factsOf(clientOf(host), "a", "1", "linux/arm64");
    assert.deepEqual([facts.platforms, facts.size], [["linux/amd64", "linux/arm64"], 3]);
  });
});

test("a catalog for administrators is told from a wrong password", async () => {
  const forbids: Answer = ({ url = "" }, reply) => json(reply, {}, url === "/v2/" ? 200 : 404);
  const refuses: Answer = (_, reply) =>
    json(reply, {}, 401, { "WWW-Authenticate": 'Basic realm="r"' });
  await withServers([forbids, refuses], async ([quiet = "", closed = ""]) => {
    await assert.rejects(repositories(clientOf(quiet), 100), {
      kind: "unsupported",
      remedy: /Add/,
    });
    await assert.rejects(repositories(clientOf(closed), 100), {
      kind: "unauthorized",
      said: /requires a login/,
    });
    await assert.rejects(repositories(clientOf(closed, someone), 100), {
      kind: "unauthorized",
      said: /refused/,
    });
  });
});

test("what is no registry, too much of an answer, and what is gone are told apart", async () => {
  const page: Answer = (_, reply) => reply.end("<html>");
  const flood: Answer = (_, reply) => {
    const more = () => {
      while (!reply.destroyed && reply.write(Buffer.alloc(1 << 20)));
      if (!reply.destroyed) reply.once("drain", more);
    };
    more();
  };
  const gone: Answer = (_, reply) => json(reply, {}, 404);
  const noToken: Answer = ({ url = "", headers }, reply) =>
    url.startsWith("/token")
      ? reply.end("<html>")
      : json(reply, {}, 401, { "WWW-Authenticate": `Bearer realm="http://${headers.host}/token"` });
  await withServers([page, flood, gone, noToken], async (hosts) => {
    const [html = "", endless = "", empty = "", odd = ""] = hosts;
    await assert.rejects(tags(clientOf(odd), "a", 100), { kind: "badAnswer" });
    await assert.rejects(tags(clientOf(html), "a", 100), { kind: "badAnswer" });
    await assert.rejects(tags(clientOf(endless), "a", 100), {
      kind: "unreachable",
      said: /too long/,
    });
    assert.equal(await digestOf(clientOf(empty), "a", "1"), undefined);
  });
});

test("the repositories of Docker Hub are the user's and the organizations', page by page", async () => {
  const answers: Record<string, unknown> = {
    "/v2/auth/token": { access_token: "t" },
    "/v2/user/orgs/?page_size=100": { results: [{ orgname: "team" }] },
    "/v2/namespaces/me/repositories?page_size=100": { results: [] },
    "/v2/namespaces/team/repositories?page_size=100": {
      results: [{ namespace: "team", name: "a" }],
      next: "https://hub.docker.com/v2/namespaces/team/repositories?page=2",
    },
    "/v2/namespaces/team/repositories?page=2": { results: [{ namespace: "team", name: "b" }] },
  };
  const client = {
    ask: async (at: string | URL) => {
      const { host, pathname, search } = new URL(at);
      assert.equal(host, "hub.docker.com");
      return { body: JSON.stringify(answers[pathname + search]) };
    },
  } as unknown as RegistryClient;
  const first = await hubRepositories(client, someone);
  assert.deepEqual(first.items, ["team/a"]);
  const second = await first.more?.();
  assert.deepEqual([second?.items, second?.more], [["team/b"], undefined]);
  await assert.rejects(hubRepositories(client, undefined), { kind: "unsupported" });
});
