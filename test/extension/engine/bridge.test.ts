// The private socket that makes an engine elsewhere look like a local one: it lasts as long as somebody
// needs it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { dirname } from "node:path";
import { type TestContext, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { Bridge, closeBridges } from "../../../extension/engine/connection/bridge.ts";

const skip = process.platform === "win32" && "a pipe of Windows is no file";
const day = 24 * 60 * 60_000;

/** A bridge to a server that says back what it is told; the test moves the clock. */
async function bridgeOf(context: TestContext) {
  const server = createServer((socket) => socket.on("error", () => {}).pipe(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { port } = server.address() as AddressInfo;
  const bridge = new Bridge({
    host: `tcp://127.0.0.1:${port}`,
    transport: "tcp",
    origin: "setting",
    name: "test",
    local: false,
  });
  context.after(() => {
    bridge.dispose();
    server.close();
  });
  return bridge;
}

async function echoed(near: Socket): Promise<string> {
  near.write("hello");
  const [answer] = (await once(near, "data")) as [Buffer];
  return answer.toString();
}

test("it stays while somebody is connected, goes a while after, and comes back", {
  skip,
}, async (context) => {
  const bridge = await bridgeOf(context);
  const path = await bridge.socketPath();
  const near = connect(path);
  assert.equal(await echoed(near), "hello");
  context.mock.timers.tick(day);
  assert.ok(existsSync(path));
  assert.equal(await echoed(near), "hello");

  near.destroy();
  while (existsSync(dirname(path))) {
    context.mock.timers.tick(day);
    await setImmediate();
  }
  const again = connect(await bridge.socketPath());
  assert.equal(await echoed(again), "hello");
  again.destroy();
});

test("all go when the window closes, with what goes through them", { skip }, async (context) => {
  const bridge = await bridgeOf(context);
  const path = await bridge.socketPath();
  const near = connect(path).on("error", () => {});
  assert.equal(await echoed(near), "hello");
  const ended = once(near, "close");
  closeBridges();
  await ended;
  while (existsSync(dirname(path))) await setImmediate();
});

test("what could not be made is tried again when it is wanted next", { skip }, async (context) => {
  const bridge = await bridgeOf(context);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = "/no/such/folder";
  try {
    await assert.rejects(bridge.socketPath(), { code: "ENOENT" });
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  const near = connect(await bridge.socketPath());
  assert.equal(await echoed(near), "hello");
  near.destroy();
});
