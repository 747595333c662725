// tcp and ssh lead to the same engine; ssh is a stand-in here, the real one is in ssh.test.ts.
import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import type { Endpoint } from "../../extension/engine/connection/endpoint.ts";
import { Engine } from "../../extension/engine/engine.ts";
import { socket } from "./engine.ts";

const folder = mkdtempSync(join(tmpdir(), "dockwright-transports-"));
const servers: Server[] = [];
const sockets = new Set<Socket>();
after(() => {
  for (const one of sockets) one.destroy();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

function relay(near: Socket) {
  const far = connect(socket);
  for (const one of [near, far]) {
    sockets.add(one);
    one.on("error", () => {});
  }
  near.pipe(far).pipe(near);
}

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

async function modelOf(endpoint: Partial<Endpoint> & Pick<Endpoint, "host" | "transport">) {
  const engine = new Engine({ origin: "setting", name: "test", local: false, ...endpoint });
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(60_000));
    assert.equal(engine.state.status, "connected");
    assert.ok(engine.model.images.size > 0);
  } finally {
    watching.dispose();
    engine.dispose();
  }
}

test("tcp", async () => {
  const port = await listen(createServer(relay));
  await modelOf({ host: `tcp://127.0.0.1:${port}`, transport: "tcp" });
});

test("ssh: its streams are used, and its complaint is the message", async () => {
  const script = join(folder, "ssh");
  const before = process.env.PATH;
  process.env.PATH = `${folder}${delimiter}${before}`;
  const fake = (body: string) => {
    writeFileSync(script, `#!${process.execPath}\n${body}\n`);
    chmodSync(script, 0o755);
  };
  try {
    fake(
      `const s = require("net").connect(${JSON.stringify(socket)}); process.stdin.pipe(s).pipe(process.stdout);`,
    );
    await modelOf({ host: "ssh://me@host", transport: "ssh" });
    fake(
      'process.stderr.write("me@host: Permission denied (publickey).\\n"); process.exitCode = 255;',
    );
    const engine = new Engine({
      host: "ssh://me@host",
      transport: "ssh",
      origin: "setting",
      name: "x",
      local: false,
    });
    await assert.rejects(engine.connect(), {
      kind: "denied",
      message: /Permission denied.*authorized keys/,
    });
    engine.dispose();
  } finally {
    process.env.PATH = before;
  }
});
