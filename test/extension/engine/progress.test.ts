// Works whose answer is a stream of reports: what goes wrong inside it, or on this side, is one clear error.
import assert from "node:assert/strict";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { toEngineError } from "../../../extension/engine/errors.ts";
import { load, pull, push } from "../../../extension/engine/verbs/images.ts";
import { until } from "../../../scripts/engine-api.ts";
import { bedWith, good } from "./engine-bed.ts";

const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const report = (line: object) => chunk(`${JSON.stringify(line)}\n`);
const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const end = "0\r\n\r\n";

/** An engine that answers works on images so, and the last connection over which one was asked for. */
async function engineThat(context: TestContext, tells: (socket: Socket) => void) {
  const asked: { socket?: Socket } = {};
  const { engine } = await bedWith(context, (path, socket) => {
    // The model's list is none.
    if (!path.startsWith("/images/") || path.startsWith("/images/json")) return good(path, socket);
    asked.socket = socket;
    tells(socket);
  });
  return { engine, asked };
}

test("an error amid the reports is the work's error, in the engine's words", async (context) => {
  const { engine, asked } = await engineThat(context, (socket) => {
    socket.write(`${head}${report({ status: "Pulling", id: "a" })}`);
    socket.write(report({ errorDetail: { message: "denied:\u001b[31mno" }, error: "denied" }));
  });
  const seen: string[] = [];
  const onProgress = ({ id, status }: { id: string | undefined; status: string }) =>
    seen.push(`${id} ${status}`);
  await assert.rejects(pull(engine, "a:1", { onProgress }), {
    kind: "unauthorized",
    said: "denied: [31mno",
    remedy: /Log in/,
  });
  assert.deepEqual(seen, ["a Pulling"]);
  // Nobody reads the rest.
  await until("the end of the connection", () => asked.socket?.destroyed);
});

test("a work that is given up is cancelled for the engine too, and says nothing else", async (context) => {
  const { engine, asked } = await engineThat(context, (socket) =>
    socket.write(`${head}${report({ status: "Pulling" })}`),
  );
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const pulling = pull(engine, "a:1", { signal: stop.signal, onProgress });
  await assert.rejects(pulling, { kind: "cancelled" });
  // Begun only now: while nobody waits for it, its end would be a failure of this test.
  const pushing = push(engine, "a:1", { signal: AbortSignal.timeout(300) });
  await assert.rejects(pushing, { kind: "cancelled" });
  await until("the end of the connection", () => asked.socket?.destroyed);
});

test("reports that are cut, or are no reports, are an error", async (context) => {
  const endings: [string, RegExp][] = [
    ["", /cut/],
    [chunk("what?\n"), /not JSON/],
  ];
  for (const [ending, said] of endings) {
    const { engine } = await engineThat(context, (socket) =>
      socket.end(`${head}${report({ status: "Pulling" })}${ending}`),
    );
    await assert.rejects(pull(engine, "a:1"), { name: "EngineError", said });
  }
});

test("a file that cannot be read is told as that, and not as an engine that is not there", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-progress-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const { engine } = await engineThat(context, (socket) => socket.end(head + end));
  const missing = join(folder, "missing.tar");
  await assert.rejects(load(engine, createReadStream(missing)), {
    kind: "failed",
    message: `${missing} does not exist.`,
  });
  await assert.rejects(load(engine, createReadStream(folder)), { kind: "failed", said: /EISDIR/ });
  const refused = { code: "EACCES", syscall: "open", path: "/a" };
  assert.equal(toEngineError(Object.assign(new Error("no"), refused)).kind, "failed");
  const noProgram = { code: "ENOENT", syscall: "spawn docker", path: "docker" };
  assert.match(toEngineError(Object.assign(new Error("no"), noProgram)).said, /program docker/);
  const nobody = { code: "ENOENT", syscall: "connect", address: "/a.sock" };
  assert.equal(toEngineError(Object.assign(new Error("no"), nobody)).kind, "unreachable");
});
