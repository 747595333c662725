// What a bad engine may answer: each gives a clear error in bounded time, and never an unhandled rejection.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { HttpClient, path } from "../../../extension/engine/connection/http.ts";
import type { EngineError, EngineErrorKind } from "../../../extension/engine/errors.ts";
import { events } from "../../../extension/engine/model/events.ts";

/** A client of an "engine" that answers every request with these bytes, cut where the list is cut. */
async function engineThatAnswers(context: TestContext, answer: (socket: Socket) => void) {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-http-"));
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  const at = join(folder, "e.sock");
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const client = new HttpClient(async () => at);
  context.after(async () => {
    client.dispose();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
  return client;
}

const reply = (status: string, body: string, headers = "") =>
  `HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;

const cases: [name: string, answer: string, kind: EngineErrorKind, says: RegExp][] = [
  ["no JSON", reply("200 OK", "<html>hello</html>"), "badAnswer", /not JSON/],
  ["no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "badAnswer", /not a Docker engine/],
  [
    "a failure",
    reply("500 Internal Server Error", '{"message":"disk\\u001b[31m on fire"}'),
    "failed",
    /disk \[31m on fire/,
  ],
  [
    "nothing there",
    reply("404 Not Found", '{"message":"No such container: x"}'),
    "notFound",
    /No such container: x/,
  ],
  [
    "in use",
    reply("409 Conflict", '{"message":"volume is in use - [abc]"}'),
    "conflict",
    /Remove the containers/,
  ],
  [
    "a taken name, on Podman",
    reply(
      "500 Internal Server Error",
      '{"message":"creating container storage: the container name \\"web\\" is already in use by 12ab"}',
    ),
    "conflict",
    /another name/,
  ],
  [
    "a taken port",
    reply(
      "500 Internal Server Error",
      '{"message":"listen tcp :80: bind: address already in use"}',
    ),
    "failed",
    /another host port/,
  ],
  [
    "a way that is not there",
    reply("404 Not Found", '{"message":"page not found"}'),
    "unsupported",
    /does not support/,
  ],
  [
    "a redirection",
    reply("301 Moved Permanently", "", "Location: //images/x\r\n"),
    "invalid",
    /not followed/,
  ],
  [
    "TLS wanted",
    reply("400 Bad Request", "Client sent an HTTP request to an HTTPS server.\n"),
    "wrongTls",
    /DOCKER_TLS_VERIFY/,
  ],
];

for (const [name, answer, kind, says] of cases)
  test(`an engine that answers with ${name}: ${kind}`, async (context) => {
    const client = await engineThatAnswers(context, (socket) => socket.end(answer));
    await assert.rejects(client.request({ path: "/x" }), (error: EngineError) => {
      assert.equal(error.kind, kind);
      assert.match(error.message, says);
      assert.doesNotMatch(error.message, /[\u0000-\u001f]/);
      return true;
    });
  });

test("a cut answer is an error, not half an object", async (context) => {
  const cut = `${reply("200 OK", '{"Id":"a"}').slice(0, -4)}`;
  const client = await engineThatAnswers(context, (socket) => socket.end(cut));
  await assert.rejects(client.request({ path: "/x" }), { name: "EngineError" });
});

test("an engine that hangs is given up after the limit", async (context) => {
  const client = await engineThatAnswers(context, () => {});
  await assert.rejects(client.request({ path: "/x", timeout: 50 }), { kind: "timeout" });
});

test("an engine that hangs amid its answer is given up, too", async (context) => {
  const client = await engineThatAnswers(context, (socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a"'),
  );
  await assert.rejects(client.request({ path: "/x", timeout: 50 }), { kind: "timeout" });
});

test("an answer that trickles on for ever is given up, too", async (context) => {
  const client = await engineThatAnswers(context, (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    const drip = setInterval(() => socket.write(" "), 5);
    socket.on("close", () => clearInterval(drip));
  });
  await assert.rejects(client.request({ path: "/x", timeout: 50 }), { kind: "timeout" });
});

test("an answer without end is given up at a size, as a whole and as a line", async (context) => {
  const client = await engineThatAnswers(context, (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    const part = Buffer.alloc(1 << 20, "x");
    const pour = () => {
      while (!socket.destroyed && socket.write(part));
      socket.once("drain", pour);
    };
    pour();
  });
  await assert.rejects(client.request({ path: "/x" }), { kind: "badAnswer", message: /longer/ });
  const read = async () => {
    for await (const _ of events(client)) assert.fail("an event");
  };
  await assert.rejects(read(), { kind: "badAnswer", message: /longer/ });
});

test("an aborted request says that it was cancelled", async (context) => {
  const stop = new AbortController();
  const client = await engineThatAnswers(context, () => stop.abort());
  await assert.rejects(client.request({ path: "/x", signal: stop.signal }), { kind: "cancelled" });
  await assert.rejects(client.request({ path: "/x", signal: stop.signal }), { kind: "cancelled" });
});

test("“already so” is success", async (context) => {
  const client = await engineThatAnswers(context, (socket) =>
    socket.end("HTTP/1.1 304 Not Modified\r\n\r\n"),
  );
  assert.equal(await client.request({ method: "POST", path: "/containers/a/start" }), undefined);
});

test("a hijack that is refused gives the engine's words", async (context) => {
  const client = await engineThatAnswers(context, (socket) =>
    socket.end(reply("409 Conflict", '{"message":"Container a is not running"}')),
  );
  await assert.rejects(client.hijack({ path: "/exec/a/start" }), {
    kind: "conflict",
    remedy: "Start the container first.",
  });
});

test("bytes that come with the upgrade are not lost", async (context) => {
  const client = await engineThatAnswers(context, (socket) =>
    socket.end("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nhello"),
  );
  const connection = await client.hijack({ path: "/containers/a/attach" });
  const chunks: Buffer[] = [];
  for await (const chunk of connection) chunks.push(chunk);
  assert.equal(Buffer.concat(chunks).toString(), "hello");
});

test("no socket, no engine: unreachable, with what to do", async () => {
  const client = new HttpClient(async () => "/nonexistent/dockwright.sock");
  await assert.rejects(client.request({ path: "/x" }), {
    kind: "unreachable",
    remedy: /Start Docker/,
  });
  client.dispose();
});

test("what is asked for stands before every path, the version not before the ping's", async (context) => {
  const seen: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), "dockwright-http-"));
  const server = createHttpServer((request, answer) => {
    seen.push(request.url ?? "");
    answer.end("{}");
  });
  const at = join(folder, "e.sock");
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const client = new HttpClient(async () => at, { basePath: "/one", apiVersion: "1.41" });
  context.after(() => {
    client.dispose();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await client.request({ path: "/_ping" });
  await client.request({ path: "/containers/json", query: { all: true } });
  for await (const _ of await client.gulps({ path: "/containers/a/logs" }));
  assert.deepEqual(seen, [
    "/one/_ping",
    "/one/v1.41/containers/json?all=true",
    "/one/v1.41/containers/a/logs",
  ]);
});

test("names are encoded into paths", () => {
  assert.equal(path`/containers/${"../images/x y"}/json`, "/containers/..%2Fimages%2Fx%20y/json");
});

test("a request that is under way when connections are forgotten is answered, and keeps none", async (context) => {
  let closed = () => {};
  const end = new Promise<void>((resolve) => {
    closed = resolve;
  });
  let asked: (socket: Socket) => void = () => {};
  const underWay = new Promise<Socket>((resolve) => {
    asked = resolve;
  });
  const client = await engineThatAnswers(context, (socket) => {
    socket.once("close", closed);
    asked(socket);
  });
  const answer = client.request({ path: "/info" });
  const socket = await underWay;
  client.forgetConnections();
  socket.write(reply("200 OK", '{"ID":"x"}'));
  assert.deepEqual(await answer, { ID: "x" });
  await end;
});
