// Verbs by dockerode on bad engines: a clear error in bounded time, as from our own client.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { LateDocker } from "../../../extension/engine/connection/late-docker.ts";
import { toEngineError } from "../../../extension/engine/errors.ts";
import { kill, rename, start, stop } from "../../../extension/engine/verbs/containers.ts";

/** An "engine" that answers every request so; `asked` are the heads of the requests. */
async function engineThatAnswers(
  context: TestContext,
  answer: (socket: Socket) => void,
  prefix = "",
) {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-docker-"));
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", (data) => {
      asked.push(String(data));
      answer(socket);
    });
  });
  const at = join(folder, "e.sock");
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const agent = new Agent({ keepAlive: true });
  const engine = new LateDocker(async () => at, {
    prefix,
    agent: () => agent,
    info: () => undefined,
    toError: toEngineError,
  });
  context.after(async () => {
    agent.destroy();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
  return { engine, asked };
}

const reply = (status: string, body: string) =>
  `HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test("what is asked stands in the query alone, and nothing in an id leads elsewhere", async (context) => {
  const { engine, asked } = await engineThatAnswers(context, (socket) =>
    socket.write("HTTP/1.1 204 No Content\r\n\r\n"),
  );
  await start(engine, "../images/x");
  await stop(engine, "a", 0);
  assert.match(asked[0] ?? "", /^POST \/containers\/\.\.%2Fimages%2Fx\/start /);
  assert.match(asked[1] ?? "", /^POST \/containers\/a\/stop\?t=0 /);
  for (const head of asked) assert.match(head, /\r\n\r\n$/, "no body");
});

test("the engine of the person's environment is another one, whatever it says", async (context) => {
  const good = (socket: Socket) => socket.write("HTTP/1.1 204 No Content\r\n\r\n");
  const names = ["DOCKER_HOST", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"];
  const before = names.map((name) => [name, process.env[name]] as const);
  context.after(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });
  for (const host of ["tcp://127.0.0.1:1", "no address", ""]) {
    Object.assign(process.env, { DOCKER_HOST: host, DOCKER_TLS_VERIFY: "1" });
    process.env.DOCKER_CERT_PATH = "/nowhere";
    const { engine, asked } = await engineThatAnswers(context, good);
    await start(engine, "a");
    assert.match(asked[0] ?? "", /^POST \/containers\/a\/start /);
    assert.equal(process.env.DOCKER_HOST, host);
  }
});

test("what stands before each path stands before dockerode's, too", async (context) => {
  const good = (socket: Socket) => socket.write("HTTP/1.1 204 No Content\r\n\r\n");
  const { engine, asked } = await engineThatAnswers(context, good, "/engines/one/v1.41");
  await start(engine, "a");
  assert.match(asked[0] ?? "", /^POST \/engines\/one\/v1\.41\/containers\/a\/start /);
});

test("“already so” is success; a refusal has the engine's words and what helps", async (context) => {
  let answer = "HTTP/1.1 304 Not Modified\r\n\r\n";
  const { engine } = await engineThatAnswers(context, (socket) => socket.write(answer));
  await start(engine, "a");
  answer = reply("409 Conflict", '{"message":"container a is not running\\u001b[31m"}');
  await assert.rejects(kill(engine, "a"), {
    name: "EngineError",
    kind: "conflict",
    said: "container a is not running [31m",
    remedy: "Start the container first.",
  });
  answer = reply("404 Not Found", "Not Found");
  await assert.rejects(rename(engine, "a", "b"), { kind: "unsupported" });
  answer = reply("500 Internal Server Error", "");
  await assert.rejects(kill(engine, "a"), { kind: "failed", said: /status 500/ });
});

/** What a bad engine does, and what is told of it; only what is about time runs out of it. */
const bad: [name: string, answer: (socket: Socket) => void, kind: string, timeout: number][] = [
  ["hangs", () => {}, "timeout", 500],
  ["cuts its answer", (s) => s.end(reply("500 X", "{}{}").slice(0, -3)), "timeout", 500],
  ["hangs up", (s) => s.destroy(), "unreachable", 60_000],
  ["speaks no HTTP", (s) => s.end("SSH-2.0-OpenSSH\r\n\r\n"), "badAnswer", 60_000],
];

for (const [name, answer, kind, timeout] of bad)
  test(`an engine that ${name} is told in bounded time`, async (context) => {
    const { engine } = await engineThatAnswers(context, answer);
    const deed = engine.docker(
      (docker, abortSignal) => docker.getContainer("a").pause({ abortSignal }),
      { timeout },
    );
    await assert.rejects(deed, { name: "EngineError", kind });
  });

test("a verb that is cancelled says so", async (context) => {
  const stopping = new AbortController();
  const { engine } = await engineThatAnswers(context, () => stopping.abort());
  await assert.rejects(stop(engine, "a", 10, stopping.signal), { kind: "cancelled" });
});
