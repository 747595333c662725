// Long answers read in gulps: whole however they are cut, an error where they are broken, nothing left open.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Chunks } from "../../../extension/engine/connection/gulps.ts";
import { HttpClient } from "../../../extension/engine/connection/http.ts";

async function engineThatAnswers(context: TestContext, answer: (socket: Socket) => void) {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-gulps-"));
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.once("data", () => answer(socket));
  });
  const at = join(folder, "e.sock");
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const client = new HttpClient(async () => at);
  context.after(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
  return { client, sockets };
}

async function whole(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

const chunked = (...parts: string[]) =>
  `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${parts
    .map((part) => `${Buffer.byteLength(part).toString(16)}\r\n${part}\r\n`)
    .join("")}`;
const end = "0\r\n\r\n";

test("chunks may be cut anywhere", () => {
  const bytes = Buffer.from(`5;name=x\r\nhello\r\nC\r\n 한국어!\n\r\n${end}`);
  for (let size = 1; size <= bytes.length; size++) {
    const chunks = new Chunks();
    const parts: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size)
      parts.push(chunks.take(bytes.subarray(at, at + size)));
    assert.equal(Buffer.concat(parts).toString(), "hello 한국어!\n");
    assert.ok(chunks.ended);
  }
});

const good: [name: string, answer: string, body: string][] = [
  ["in chunks", `${chunked("one\n", "two\n")}${end}`, "one\ntwo\n"],
  ["with a length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more", "hello"],
  ["until the connection ends", "HTTP/1.0 200 OK\r\n\r\nhello", "hello"],
  ["that is empty", `${chunked()}${end}`, ""],
];

for (const [name, answer, body] of good)
  test(`an answer ${name}`, async (context) => {
    const { client, sockets } = await engineThatAnswers(context, (socket) => socket.end(answer));
    assert.equal(await whole(await client.gulps({ path: "/x" })), body);
    while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
  });

const bad: [name: string, answer: string, kind: string][] = [
  ["is cut amid its chunks", chunked("one", "two"), "unreachable"],
  ["is shorter than it says", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", "unreachable"],
  ["is no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "badAnswer"],
  ["ends before it began", "", "badAnswer"],
  ["has a head without end", `HTTP/1.1 200 OK\r\n${"x".repeat(100_000)}`, "badAnswer"],
  [
    "has chunks of no size",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
    "badAnswer",
  ],
  ["is a refusal", 'HTTP/1.1 404 Not Found\r\n\r\n{"message":"No such container: x"}', "notFound"],
];

for (const [name, answer, kind] of bad)
  test(`an answer that ${name}: ${kind}`, async (context) => {
    const { client } = await engineThatAnswers(context, (socket) => socket.end(answer));
    const reading = client.gulps({ path: "/x" }).then(whole);
    await assert.rejects(reading, (error: { name: string; kind?: string; code?: string }) => {
      assert.ok(error.kind === kind || error.code === "ECONNRESET", String(error));
      return true;
    });
  });

test("nobody there, and a wish that is taken back, at any time", async (context) => {
  const nobody = new HttpClient(async () => "/nonexistent/dockwright.sock");
  await assert.rejects(nobody.gulps({ path: "/x" }), { kind: "unreachable" });
  const { client, sockets } = await engineThatAnswers(context, (socket) =>
    socket.write(chunked("one")),
  );
  const before = AbortSignal.abort();
  await assert.rejects(client.gulps({ path: "/x", signal: before }), { kind: "cancelled" });
  const stop = new AbortController();
  const body = await client.gulps({ path: "/x", signal: stop.signal });
  const reading = (async () => {
    for await (const _ of body) stop.abort();
  })();
  await assert.rejects(reading);
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
});
