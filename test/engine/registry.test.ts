// A private registry of our own: log in, push, pull, wrong passwords, and credentials kept by a helper program.
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { HttpClient } from "../../extension/engine/connection/http.ts";
import {
  credentialsFor,
  knownRegistries,
  login,
  logout,
} from "../../extension/engine/registry/credentials.ts";
import * as images from "../../extension/engine/verbs/images.ts";
import { isDebianRoot, ownSuite, unpackOnce } from "../../scripts/debian.ts";
import { busybox, isPodman, socket, until } from "./engine.ts";

// The registry must stand where the engine is, which may have a network of its own.
const enginePid = join(dirname(socket), "pid");
const skip =
  (!isDebianRoot() || isPodman || !existsSync(enginePid)) && "no engine of our own, or Podman";
const folder = mkdtempSync(join(tmpdir(), "dockwright-registry-"));
const at = (name: string) => join(folder, name);
const path = process.env.PATH;
const client = new HttpClient(async () => socket);
const username = "tester";
const password = "right password";
// bcrypt, which is all that the registry takes
const hash = "$2b$05$abcdefghijklmnopqrstuuChQd15jl6x5/jaJ9KDukc2t1X7oMLPa";
let registry = "";
let server: ChildProcess | undefined;

before(async () => {
  if (skip) return;
  const port = await freePort();
  registry = `127.0.0.1:${port}`;
  writeFileSync(at("htpasswd"), `${username}:${hash}\n`);
  writeFileSync(
    at("config.yml"),
    `version: 0.1
storage: { filesystem: { rootdirectory: ${at("data")} } }
http: { addr: "${registry}" }
auth: { htpasswd: { realm: test, path: ${at("htpasswd")} } }
`,
  );
  const program = join(unpackOnce(ownSuite(), ["docker-registry"]), "usr/bin/docker-registry");
  const pid = readFileSync(enginePid, "utf8");
  const line = ["-t", pid, "-n", program, "serve", at("config.yml")];
  server = spawn("nsenter", line, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (data) => {
      said += data;
    });
  await until("the registry", () => {
    if (server?.exitCode !== null) throw new Error(`the registry does not start: ${said}`);
    return said.includes("listening on");
  });
  await images.tag(client, busybox, reference());
});

after(async () => {
  process.env.PATH = path;
  if (registry) await images.remove(client, reference(), { force: true }).catch(() => {});
  server?.kill();
  client.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const reference = () => `${registry}/dockwright-test/box:1`;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** An environment with a config.json of its own. */
function environment(name: string, config: object = {}) {
  const env = { ...process.env, DOCKER_CONFIG: mkdtempSync(at(name)) };
  writeFileSync(join(env.DOCKER_CONFIG, "config.json"), JSON.stringify(config));
  const read = () => readFileSync(join(env.DOCKER_CONFIG, "config.json"), "utf8");
  return { env, read };
}

test("without a login a push is refused, and it says what to do", { skip }, async () => {
  await assert.rejects(images.push(client, reference()), {
    kind: "unauthorized",
    message: /no basic auth|unauthorized|denied/i,
  });
});

test("a wrong password is refused, and nothing is kept of it", { skip }, async () => {
  const { env, read } = environment("wrong");
  await assert.rejects(login(client, env, { username, password: "wrong", registry }), {
    kind: "unauthorized",
  });
  assert.equal(read(), "{}");
});

test("logged in, an image goes up and comes down by tag and by digest", { skip }, async () => {
  const { env, read } = environment("right");
  await login(client, env, { username, password, registry });
  assert.deepEqual(await knownRegistries(env), [registry]);
  const auth = await credentialsFor(env, reference());
  const statuses = new Set<string>();
  const onProgress = ({ status }: { status: string }) => void statuses.add(status);
  const digest = await images.push(client, reference(), { auth, onProgress });
  assert.match(digest ?? "", /^sha256:/);
  assert.ok(statuses.has("Pushed"), [...statuses].join());
  await images.remove(client, reference());
  await assert.rejects(images.pull(client, reference()), { name: "EngineError" });
  await images.pull(client, reference(), { auth });
  assert.ok((await images.inspect(client, reference())).RepoTags.includes(reference()));
  await images.pull(client, `${registry}/dockwright-test/box@${digest}`, { auth });
  await assert.rejects(images.pull(client, `${registry}/dockwright-test/none:1`, { auth }), {
    kind: "notFound",
  });
  await logout(env, registry);
  assert.equal(await credentialsFor(env, reference()), undefined);
  assert.doesNotMatch(read(), /dGVzdGVy/);
});

test("a helper program keeps the credentials, and config.json does not", { skip }, async () => {
  // As helpers do it: the verb as argument, the rest by standard input and output.
  writeFileSync(
    at("docker-credential-drawer"),
    `#!${process.execPath}
const fs = require("node:fs");
const drawer = ${JSON.stringify(at("drawer.json"))};
const all = fs.existsSync(drawer) ? JSON.parse(fs.readFileSync(drawer, "utf8")) : {};
const input = fs.readFileSync(0, "utf8").trim();
const verb = process.argv[2];
if (verb === "store") { const one = JSON.parse(input); all[one.ServerURL] = one; }
if (verb === "erase") delete all[input];
if (verb === "list") console.log(JSON.stringify(Object.fromEntries(Object.values(all).map((one) => [one.ServerURL, one.Username]))));
if (verb === "get" && !all[input]) { console.log("credentials not found in native keychain"); process.exit(1); }
if (verb === "get") console.log(JSON.stringify(all[input]));
fs.writeFileSync(drawer, JSON.stringify(all));
`,
  );
  chmodSync(at("docker-credential-drawer"), 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
  const { env, read } = environment("helper", { credsStore: "drawer" });
  assert.equal(await credentialsFor(env, reference()), undefined);
  await login(client, env, { username, password, registry });
  assert.doesNotMatch(read(), /dGVzdGVy|right/);
  assert.deepEqual(await knownRegistries(env), [registry]);
  const auth = await credentialsFor(env, reference());
  assert.equal(auth?.password, password);
  assert.match((await images.push(client, reference(), { auth })) ?? "", /^sha256:/);
  await logout(env, registry);
  assert.equal(await credentialsFor(env, reference()), undefined);
});
