// The certificates that engines keep for registries: small servers with TLS on this machine see them.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { TLSSocket } from "node:tls";
import { tags } from "../../../extension/engine/registry/browse.ts";
import { certificatesOf } from "../../../extension/engine/registry/certificates.ts";
import { RegistryClient } from "../../../extension/engine/registry/registry-client.ts";
import { makeCertificate } from "../../engine/certificates.ts";

test("a registry whose authority its folder of certificates names is trusted, and gets to see who asks", async () => {
  const authority = makeCertificate({ name: "a company" });
  const server = makeCertificate({ name: "registry", issuer: authority, hosts: ["127.0.0.1"] });
  const client = makeCertificate({ name: "a colleague", issuer: authority });
  const home = mkdtempSync(join(tmpdir(), "dockwright-certificates-"));
  const tls = { key: server.key, cert: server.cert, ca: authority.cert };
  const registry = createServer(
    { ...tls, requestCert: true, rejectUnauthorized: false },
    ({ socket }, reply) =>
      reply.end(JSON.stringify({ tags: [String((socket as TLSSocket).authorized)] })),
  );
  await new Promise<void>((resolve) => registry.listen(0, "127.0.0.1", resolve));
  try {
    const host = `127.0.0.1:${(registry.address() as AddressInfo).port}`;
    const seen = async () => {
      const certificates = await certificatesOf(host, { HOME: home });
      const one = new RegistryClient(host, {
        auth: async () => undefined,
        insecure: false,
        certificates,
      });
      return (await tags(one, "a", 100)).items;
    };
    await assert.rejects(seen(), { kind: "wrongTls" });
    const folder = join(home, ".docker/certs.d", host);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "ca.crt"), authority.cert);
    assert.deepEqual(await seen(), ["false"]);
    writeFileSync(join(folder, "client.cert"), client.cert);
    writeFileSync(join(folder, "client.key"), client.key);
    assert.deepEqual(await seen(), ["true"]);
  } finally {
    registry.closeAllConnections();
    registry.close();
    rmSync(home, { recursive: true, force: true });
  }
});
