// The address that the docker CLI would use, in every combination: what stands here is what
// `docker version` (28.2) said it cannot connect to, or `!` where it refused to try.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createContext } from "../../../extension/engine/connection/contexts.ts";
import { defaultHost, resolveEndpoint } from "../../../extension/engine/connection/endpoint.ts";

const folder = mkdtempSync(join(tmpdir(), "dockwright-endpoint-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const base = { HOME: folder, DOCKER_CONFIG: folder };
writeFileSync(join(folder, "ca.pem"), "");
for (const name of ["one", "two"])
  await createContext(base, { name, host: `unix:///${name}.sock` });

const hostOf = (env: object, setting?: string): Promise<string> =>
  resolveEndpoint({ setting, env: { ...base, ...env } }).then(
    ({ host }) => host,
    (error: { name: string }) => (error.name === "EngineError" ? "!" : String(error)),
  );

/** What addresses become. */
const addresses: readonly (readonly [given: string, becomes: string])[] = [
  ["unix:///h.sock", "unix:///h.sock"],
  ["  unix:///h.sock ", "unix:///h.sock"],
  ["unix://", "unix:///var/run/docker.sock"],
  ["unix:///a.sock/?x", "unix:///a.sock/?x"],
  ["tcp://127.0.0.1:1", "tcp://127.0.0.1:1"],
  ["tcp://127.0.0.1:1/path", "tcp://127.0.0.1:1/path"],
  ["tcp://localhost", "tcp://localhost:2375"],
  ["tcp://localhost/p/", "tcp://localhost:2375/p/"],
  ["tcp://", "tcp://localhost:2375"],
  ["tcp://[::1]:1", "tcp://[::1]:1"],
  ["tcp://[::1]", "!"],
  ["tcp://localhost:x", "!"],
  ["TCP://localhost:1", "!"],
  ["127.0.0.1:1", "tcp://127.0.0.1:1"],
  ["[::1]:1", "tcp://[::1]:1"],
  [":1", "tcp://localhost:1"],
  ["localhost:1/path", "tcp://localhost:1/path"],
  ["nonsense", "tcp://nonsense:2375"],
  ["/run/x.sock", "tcp://localhost:2375/run/x.sock"],
  ["ssh://me@host", "ssh://me@host"],
  ["ssh://", "!"],
  ["bad://x", "!"],
  ["http://127.0.0.1:1", "!"],
];

for (const [given, becomes] of addresses)
  test(`DOCKER_HOST=${given}`, async () => {
    // It wins over every context, even one that is not there.
    for (const DOCKER_CONTEXT of [undefined, "", "default", "two", "missing"])
      assert.equal(await hostOf({ DOCKER_HOST: given, DOCKER_CONTEXT }), becomes);
    assert.equal(await hostOf({ DOCKER_HOST: given, DOCKER_TLS: "1" }), becomes);
  });

test("whoever asks for TLS needs the file of an authority, whatever the address", async () => {
  const without = join(folder, "without");
  mkdirSync(without);
  for (const variable of ["DOCKER_TLS", "DOCKER_TLS_VERIFY"])
    for (const DOCKER_HOST of ["unix:///h.sock", "tcp://127.0.0.1:1", "ssh://host", ""]) {
      const env = { DOCKER_HOST, [variable]: "1" };
      assert.equal(await hostOf({ ...env, DOCKER_CERT_PATH: without }), "!");
      assert.equal(await hostOf({ ...env, DOCKER_CONFIG: without }), "!");
      assert.notEqual(await hostOf(env), "!");
    }
  // Nobody asks for it here.
  assert.equal(
    await hostOf({ DOCKER_CERT_PATH: without, DOCKER_CONTEXT: "one" }),
    "unix:///one.sock",
  );
  const env = { ...base, DOCKER_TLS: "1", DOCKER_CONFIG: without };
  await assert.rejects(resolveEndpoint({ env }), { kind: "wrongTls", remedy: /DOCKER_TLS_VERIFY/ });
});

/** config.json, and where it leads without DOCKER_CONTEXT. */
const configs: readonly (readonly [config: string | undefined, leadsTo: string])[] = [
  [undefined, defaultHost],
  ["", defaultHost],
  ["{", defaultHost],
  ["[]", defaultHost],
  ['{"currentContext":3}', defaultHost],
  ['{"currentContext":""}', defaultHost],
  ['{"currentContext":"default"}', defaultHost],
  ['{"currentContext":"one"}', "unix:///one.sock"],
  ['{"CurrentContext":"one"}', "unix:///one.sock"],
  ['{"currentContext":"missing"}', "!"],
];

/** DOCKER_CONTEXT, and where it leads; undefined: where config.json does. */
const contexts: readonly (readonly [name: string | undefined, leadsTo: string | undefined])[] = [
  [undefined, undefined],
  ["", undefined],
  ["default", defaultHost],
  ["two", "unix:///two.sock"],
  ["missing", "!"],
  ["bad name", "!"],
];

for (const [config, byConfig] of configs)
  test(`config.json: ${config ?? "none"}`, async () => {
    const file = join(folder, "config.json");
    if (config === undefined) rmSync(file, { force: true });
    else writeFileSync(file, config);
    for (const [DOCKER_CONTEXT, byContext] of contexts) {
      const leadsTo = byContext ?? byConfig;
      for (const DOCKER_HOST of [undefined, ""])
        assert.equal(await hostOf({ DOCKER_HOST, DOCKER_CONTEXT }), leadsTo);
      const host = { DOCKER_HOST: "unix:///h.sock", DOCKER_CONTEXT };
      assert.equal(await hostOf(host), "unix:///h.sock");
      // The setting is ours, and stands above all.
      assert.equal(await hostOf(host, "two"), "unix:///two.sock");
      assert.equal(await hostOf(host, "missing"), "!");
      // Where nothing else is said, TLS means this machine's port.
      const tls = await hostOf({ DOCKER_CONTEXT, DOCKER_TLS_VERIFY: "1" });
      assert.equal(tls, leadsTo === defaultHost ? "tcp://localhost:2376" : leadsTo);
    }
    rmSync(file, { force: true });
  });
