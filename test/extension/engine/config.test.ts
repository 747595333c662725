// The CLI's files: which endpoint they lead to, contexts, and credentials, each in a folder of its own.
import assert from "node:assert/strict";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { Bridge } from "../../../extension/engine/connection/bridge.ts";
import {
  createContext,
  listContexts,
  removeContext,
  useContext,
} from "../../../extension/engine/connection/contexts.ts";
import {
  basePathOf,
  cliEnvironment,
  defaultHost,
  enginesAmong,
  parseHost,
  resolveEndpoint,
  socketPathOf,
  tcpAddress,
} from "../../../extension/engine/connection/endpoint.ts";
import { sshArguments } from "../../../extension/engine/connection/ssh.ts";
import { credentialsFor, logout } from "../../../extension/engine/registry/credentials.ts";

function folderOf(context: TestContext, config?: object) {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-config-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  if (config) writeFileSync(join(folder, "config.json"), JSON.stringify(config));
  const read = () => JSON.parse(readFileSync(join(folder, "config.json"), "utf8"));
  return { env: { DOCKER_CONFIG: folder, HOME: folder }, folder, read };
}

test("the endpoint: setting, DOCKER_HOST, DOCKER_CONTEXT, current context, default, in this order", async (context) => {
  const { env } = folderOf(context);
  for (const name of ["one", "two", "three"])
    await createContext(env, { name, host: `unix:///${name}.sock` });
  await useContext(env, "one");
  const steps: [object, string | undefined, string, string][] = [
    [
      { DOCKER_HOST: "unix:///h.sock", DOCKER_CONTEXT: "two" },
      "three",
      "unix:///three.sock",
      "setting",
    ],
    [{ DOCKER_HOST: "unix:///h.sock", DOCKER_CONTEXT: "two" }, "tcp://h:1", "tcp://h:1", "setting"],
    [
      { DOCKER_HOST: "unix:///h.sock", DOCKER_CONTEXT: "two" },
      undefined,
      "unix:///h.sock",
      "DOCKER_HOST",
    ],
    [{ DOCKER_CONTEXT: "two" }, undefined, "unix:///two.sock", "DOCKER_CONTEXT"],
    [{}, undefined, "unix:///one.sock", "currentContext"],
  ];
  for (const [extra, setting, host, origin] of steps) {
    const endpoint = await resolveEndpoint({ setting, env: { ...env, ...extra } });
    assert.deepEqual([endpoint.host, endpoint.origin], [host, origin]);
  }
  await removeContext(env, "one");
  const last = await resolveEndpoint({ env });
  assert.deepEqual([last.host, last.origin], [defaultHost, "default"]);
  await assert.rejects(resolveEndpoint({ env: { ...env, DOCKER_CONTEXT: "gone" } }), {
    remedy: /Engines view/,
  });
});

test("the environment's TLS and version count as they do for the CLI", async (context) => {
  const { env, folder } = folderOf(context);
  writeFileSync(join(folder, "ca.pem"), "");
  const of = async (extra: object, setting = "tcp://h") =>
    resolveEndpoint({ setting, env: { ...env, ...extra } });
  const own = { ...env, DOCKER_CONFIG: "/nowhere", DOCKER_CERT_PATH: folder };
  assert.equal((await of(own)).transport, "tcp");
  assert.deepEqual((await of({ ...own, DOCKER_TLS_VERIFY: "0" })).tls, {
    ca: join(folder, "ca.pem"),
    cert: join(folder, "cert.pem"),
    key: join(folder, "key.pem"),
    verify: true,
  });
  assert.equal((await of({ DOCKER_TLS: "1" })).tls?.verify, false);
  assert.equal((await of({})).apiVersion, undefined);
  assert.equal((await of({ DOCKER_API_VERSION: "v1.41" })).apiVersion, "1.41");
  await assert.rejects(of({ DOCKER_API_VERSION: "newest" }), { kind: "invalid" });
  assert.equal((await of({}, "127.0.0.1:1")).host, "tcp://127.0.0.1:1");
  assert.equal((await of({}, "unix://")).host, defaultHost);
});

test("contexts with certificates are TLS; a damaged one says why; names that the CLI refuses are refused", async (context) => {
  const { env, folder } = folderOf(context);
  writeFileSync(join(folder, "my-ca.pem"), "certificate");
  await createContext(env, {
    name: "remote",
    host: "tcp://h:2376",
    description: "원격",
    tls: { ca: join(folder, "my-ca.pem") },
  });
  const damaged = join(folder, "contexts", "meta", "damaged");
  mkdirSync(damaged, { recursive: true });
  writeFileSync(join(damaged, "meta.json"), "{");
  const [broken, remote] = await listContexts(env);
  assert.ok(broken?.error);
  assert.equal(remote?.description, "원격");
  assert.equal(readFileSync(remote?.tls?.ca ?? "", "utf8"), "certificate");
  const endpoint = await resolveEndpoint({ setting: "remote", env });
  assert.equal(endpoint.transport, "tls");
  assert.equal(endpoint.local, false);
  assert.equal(cliEnvironment(endpoint, env).DOCKER_CONTEXT, "remote");
  for (const name of ["default", "-x", "a b", "../x"])
    await assert.rejects(
      createContext(env, { name, host: "unix:///x" }),
      { kind: "invalid" },
      name,
    );
});

test("addresses", () => {
  for (const pipe of ["npipe:////./pipe/docker_engine", "npipe://\\\\.\\pipe\\docker_engine"])
    assert.equal(socketPathOf(pipe), "\\\\.\\pipe\\docker_engine");
  assert.equal(socketPathOf("unix:///run/my%20engine.sock"), "/run/my%20engine.sock");
  assert.deepEqual(parseHost("tcp://127.0.0.1:2375", false), { transport: "tcp", local: true });
  assert.deepEqual(parseHost("ssh://me@host", false), { transport: "ssh", local: false });
  assert.deepEqual(tcpAddress("tcp://[::1]", true), { hostname: "::1", port: 2376 });
  assert.deepEqual(tcpAddress("tcp://host", false), { hostname: "host", port: 2375 });
  assert.equal(basePathOf("tcp://host:2375"), "");
  assert.equal(basePathOf("tcp://host:2375/engines/one/"), "/engines/one");
  assert.equal(basePathOf("unix:///run/docker.sock"), "");
  for (const wrong of ["", "host:2375", "ftp://x", "tcp://a b"])
    assert.throws(() => parseHost(wrong, false), { kind: "invalid" }, wrong);
});

test("a Windows pipe is reached by its own path, and engines are found among the pipes", async () => {
  const [desktop, podman, ...more] = enginesAmong([
    "InitShutdown",
    "dockerDesktopLinuxEngine",
    "podman-machine-default",
  ]);
  assert.deepEqual(more, []);
  assert.equal(podman?.host, "npipe:////./pipe/podman-machine-default");
  assert.deepEqual([desktop?.name, desktop?.transport], ["Docker Desktop", "npipe"]);
  assert.ok(desktop);
  const bridge = new Bridge(desktop);
  assert.equal(await bridge.socketPath(), "\\\\.\\pipe\\dockerDesktopLinuxEngine");
  bridge.dispose();
  const { host, transport, local } = await resolveEndpoint({
    env: { DOCKER_HOST: "npipe://", HOME: "/nowhere" },
  });
  assert.deepEqual([host, transport, local], ["npipe:////./pipe/docker_engine", "npipe", true]);
});

test("credentials from config.json, by registry; logging out keeps everybody else's keys", async (context) => {
  const auth = Buffer.from("me:pass:word").toString("base64");
  const { env, read } = folderOf(context, {
    HttpHeaders: { "X-Mine": "1" },
    auths: { "ghcr.io": { auth }, "https://index.docker.io/v1/": { identitytoken: "t" } },
  });
  const found = await credentialsFor(env, "ghcr.io/a/b:1");
  assert.deepEqual(found, { username: "me", password: "pass:word", serveraddress: "ghcr.io" });
  assert.equal((await credentialsFor(env, "node"))?.identitytoken, "t");
  assert.equal(await credentialsFor(env, "quay.io/x"), undefined);
  await logout(env, "ghcr.io");
  assert.deepEqual(Object.keys(read().auths), ["https://index.docker.io/v1/"]);
  assert.deepEqual(read().HttpHeaders, { "X-Mine": "1" });
});

test("a damaged config.json is never overwritten", async (context) => {
  const { env, folder } = folderOf(context);
  writeFileSync(join(folder, "config.json"), "{ not json");
  await assert.rejects(useContext(env, "default"));
  assert.equal(readFileSync(join(folder, "config.json"), "utf8"), "{ not json");
});

test("a config.json that is a link stays one, and what it leads to is changed", async (context) => {
  const { env, folder, read } = folderOf(context, { currentContext: "gone", HttpHeaders: {} });
  const [link, file] = [join(folder, "config.json"), join(folder, "dotfiles.json")];
  renameSync(link, file);
  symlinkSync(file, link);
  await useContext(env, "default");
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.ok(!lstatSync(file).isSymbolicLink());
  assert.deepEqual(read(), { HttpHeaders: {} });
});

test("a helper whose name could be a path is not run", async (context) => {
  const { env } = folderOf(context, { credsStore: "../../evil" });
  await assert.rejects(credentialsFor(env, "node"), { kind: "failed" });
});

test("what ssh is given is host, login and port, and nothing that it could take for an option", () => {
  const [host, ...command] = sshArguments("ssh://me@host:2222/run/my engine's.sock").slice(-6);
  assert.equal(host, "host");
  assert.deepEqual(command, [
    "docker",
    "--host",
    `'unix:///run/my engine'\\''s.sock'`,
    "system",
    "dial-stdio",
  ]);
  for (const wrong of ["ssh://-oProxyCommand=x", "ssh://-x@host", "ssh://", "ssh://a%20b@h", "ssh"])
    assert.throws(() => sshArguments(wrong), { kind: "invalid" }, wrong);
});
