// TLS to a real dockerd: the right certificates lead in, and each wrong one is told with what to do about it.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createServer as createTlsServer } from "node:tls";
import type { TlsFiles } from "../../extension/engine/connection/contexts.ts";
import type { Endpoint } from "../../extension/engine/connection/endpoint.ts";
import { Engine } from "../../extension/engine/engine.ts";
import { isDebianRoot } from "../../scripts/debian.ts";
import type { TestEngine } from "../../scripts/engine.ts";
import { type Certificate, makeCertificate } from "./certificates.ts";
import { isPodman, ownEngine, until } from "./engine.ts";

const folder = mkdtempSync(join(tmpdir(), "dockwright-tls-"));
const way = join(folder, "way.sock");
const skip = (!isDebianRoot() || isPodman) && "no dockerd of our own can be had here";
const opened: (Server | Socket)[] = [];
let own: TestEngine | undefined;
let guide: ChildProcess | undefined;

const ca = makeCertificate({ name: "our authority" });
const stranger = makeCertificate({ name: "another authority" });
const hosts = ["localhost", "127.0.0.1"];
const authority = files("ca", ca).cert;
const mine = files("client", makeCertificate({ name: "me", issuer: ca }));
const good: TlsFiles = { ca: authority, ...mine, verify: true };

function files(name: string, { cert, key }: Certificate): { cert: string; key: string } {
  const paths = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}-key.pem`) };
  writeFileSync(paths.cert, cert);
  writeFileSync(paths.key, key);
  return paths;
}

// dockerd has a network of its own; a program in there leads out of it by a socket.
before(async () => {
  if (skip) return;
  const server = files("server", makeCertificate({ name: "engine", issuer: ca, hosts }));
  own = await ownEngine("tls", [
    "--host=tcp://127.0.0.1:2376",
    "--tlsverify",
    `--tlscacert=${authority}`,
    `--tlscert=${server.cert}`,
    `--tlskey=${server.key}`,
  ]);
  const program = `const { connect, createServer } = require("node:net");
createServer({ allowHalfOpen: true }, (near) => {
  const far = connect({ host: "127.0.0.1", port: 2376, allowHalfOpen: true });
  for (const one of [near, far]) one.on("error", () => { near.destroy(); far.destroy(); });
  near.pipe(far).pipe(near);
}).listen(${JSON.stringify(way)});`;
  const enter = ["-t", String(own.pid), "-n", process.execPath, "-e", program];
  guide = spawn("nsenter", enter, { stdio: "inherit" });
  await until("the way to dockerd", () => existsSync(way));
});

after(async () => {
  for (const one of opened) "destroy" in one ? one.destroy() : one.close();
  guide?.kill();
  await own?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const toDockerd = () => serve(createServer((near) => lead(near)));

function lead(near: Socket): void {
  const far = connect(way);
  opened.push(near, far);
  for (const one of [near, far]) one.on("error", () => {});
  near.pipe(far).pipe(near);
}

async function serve(server: Server): Promise<string> {
  opened.push(server);
  server.on("connection", (socket: Socket) => {
    opened.push(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that shows this certificate; the client finds out before anything else is said. */
const showing = ({ cert, key }: Certificate) => serve(createTlsServer({ cert, key }));

async function engineAt(host: string, tls?: TlsFiles): Promise<Engine> {
  const transport: Endpoint["transport"] = tls ? "tls" : "tcp";
  const common = { host, transport, origin: "setting", name: "test", local: false } as const;
  return new Engine(tls ? { ...common, tls } : common);
}

test("the right certificates lead to the engine, its streams too", { skip }, async () => {
  const engine = await engineAt(await toDockerd(), good);
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(60_000));
    assert.ok(engine.model.images.size > 0);
  } finally {
    watching.dispose();
    engine.dispose();
  }
});

interface Case {
  readonly name: string;
  readonly host: () => Promise<string>;
  readonly tls?: TlsFiles;
  readonly says: RegExp;
  readonly remedy: RegExp;
}

const other = files("other", makeCertificate({ name: "x", issuer: stranger }));
const old = files("old", makeCertificate({ name: "old me", issuer: ca, expired: true }));
const cases: Case[] = [
  {
    name: "an authority that did not sign the engine's certificate",
    host: toDockerd,
    tls: { ...good, ca: files("stranger", stranger).cert },
    says: /authority that this context does not trust/,
    remedy: /ca\.pem/,
  },
  {
    name: "no client certificate",
    host: toDockerd,
    tls: { ca: authority, verify: true },
    says: /refused the client certificate/,
    remedy: /cert\.pem and key\.pem/,
  },
  {
    name: "a client certificate of another authority",
    host: toDockerd,
    tls: { ...good, ...other },
    says: /refused the client certificate/,
    remedy: /cert\.pem and key\.pem/,
  },
  {
    name: "a client certificate that has expired",
    host: toDockerd,
    tls: { ...good, ...old },
    says: /refused the client certificate/,
    remedy: /cert\.pem and key\.pem/,
  },
  {
    name: "a key that is not the certificate's",
    host: toDockerd,
    tls: { ...good, key: other.key },
    says: /cannot be used/,
    remedy: /belong together/,
  },
  {
    name: "a file that is no certificate",
    host: toDockerd,
    tls: { ...good, cert: import.meta.filename },
    says: /cannot be used/,
    remedy: /PEM/,
  },
  {
    name: "an engine's certificate for another name",
    host: () => showing(makeCertificate({ name: "e", issuer: ca, hosts: ["elsewhere.example"] })),
    tls: good,
    says: /another host name/,
    remedy: /name in the certificate/,
  },
  {
    name: "an engine's certificate that has expired",
    host: () => showing(makeCertificate({ name: "e", issuer: ca, hosts, expired: true })),
    tls: good,
    says: /not valid now/,
    remedy: /clock/,
  },
  {
    name: "a port that speaks no TLS",
    host: () => serve(createServer((near) => near.end("HTTP/1.1 400 Bad Request\r\n\r\n"))),
    tls: good,
    says: /TLS with the engine failed/,
    remedy: /2375/,
  },
  {
    name: "no TLS at a port that speaks it",
    host: toDockerd,
    says: /expects TLS/,
    remedy: /DOCKER_TLS_VERIFY/,
  },
];

for (const { name, host, tls, says, remedy } of cases)
  test(`TLS: ${name}`, { skip }, async () => {
    const engine = await engineAt(await host(), tls);
    try {
      await assert.rejects(engine.connect(), { kind: "wrongTls", said: says, remedy });
      assert.equal(engine.state.status, "wrongTls");
    } finally {
      engine.dispose();
    }
  });

test("without verification any certificate of the engine will do", { skip }, async () => {
  const engine = await engineAt(await toDockerd(), { ...mine, verify: false });
  await engine.connect();
  assert.equal(engine.state.status, "connected");
  engine.dispose();
});
