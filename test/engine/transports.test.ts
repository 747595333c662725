// Every transport leads to the same engine: tcp, TLS with certificates made here, ssh with a stand-in for ssh.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import type { Endpoint } from "../../extension/engine/endpoint.ts";
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

const openssl = (...args: string[]) =>
  execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });

function makeCertificates() {
  const days = ["-days", "2"];
  const newKey = ["-newkey", "rsa:2048", "-nodes"];
  for (const ca of ["ca", "other"])
    openssl(
      "req",
      "-x509",
      ...newKey,
      ...days,
      "-keyout",
      `${ca}-key.pem`,
      "-out",
      `${ca}.pem`,
      "-subj",
      `/CN=${ca}`,
    );
  writeFileSync(join(folder, "names"), "subjectAltName=DNS:localhost,IP:127.0.0.1");
  for (const name of ["server", "client"]) {
    openssl(
      "req",
      ...newKey,
      "-keyout",
      `${name}-key.pem`,
      "-out",
      `${name}.csr`,
      "-subj",
      `/CN=${name}`,
    );
    openssl(
      "x509",
      "-req",
      ...days,
      "-in",
      `${name}.csr`,
      "-CA",
      "ca.pem",
      "-CAkey",
      "ca-key.pem",
      "-CAcreateserial",
      "-extfile",
      "names",
      "-out",
      `${name}.pem`,
    );
  }
}

test("tcp", async () => {
  const port = await listen(createServer(relay));
  await modelOf({ host: `tcp://127.0.0.1:${port}`, transport: "tcp" });
});

const noOpenssl = spawnSync("openssl", ["version"]).error ? "openssl is not installed" : false;

test("TLS: the right authority works, a wrong one is told", { skip: noOpenssl }, async () => {
  makeCertificates();
  const at = (name: string) => join(folder, `${name}.pem`);
  const read = (name: string) => readFileSync(at(name));
  const server = createTlsServer(
    {
      cert: read("server"),
      key: read("server-key"),
      ca: read("ca"),
      requestCert: true,
      rejectUnauthorized: true,
    },
    relay,
  );
  server.on("tlsClientError", () => {});
  const host = `tcp://127.0.0.1:${await listen(server)}`;
  const client = { cert: at("client"), key: at("client-key"), verify: true };
  await modelOf({ host, transport: "tls", tls: { ca: at("ca"), ...client } });
  const engine = new Engine({
    host,
    transport: "tls",
    tls: { ca: at("other"), ...client },
    origin: "setting",
    name: "test",
    local: false,
  });
  await assert.rejects(engine.connect(), { kind: "wrongTls", remedy: /ca\.pem/ });
  assert.equal(engine.state.status, "wrongTls");
  engine.dispose();
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
