// What registries are called, and what they say in their headers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { challengesOf, nextPage } from "../../../extension/engine/registry/challenge.ts";
import {
  hostOfKey,
  isInsecure,
  placeOf,
  referenceOf,
} from "../../../extension/engine/registry/places.ts";

test("challenges are read as servers write them", () => {
  assert.deepEqual(challengesOf('Basic realm="a \\"b\\", c"'), [
    { scheme: "basic", parameters: { realm: 'a "b", c' } },
  ]);
  assert.deepEqual(
    challengesOf(
      'Bearer realm="https://x/token",service=x , scope="repository:a/b:pull,push", Basic realm=y',
    ),
    [
      {
        scheme: "bearer",
        parameters: { realm: "https://x/token", service: "x", scope: "repository:a/b:pull,push" },
      },
      { scheme: "basic", parameters: { realm: "y" } },
    ],
  );
  for (const odd of ["", ", ,", "=x", '"', 'Bearer realm="open', undefined]) challengesOf(odd);
});

test("the next page is one of the same registry", () => {
  const asked = new URL("https://r.example/v2/_catalog?n=100");
  const next = (link: string) => nextPage(link, asked)?.href;
  assert.equal(
    next('</v2/_catalog?last=b&n=100>; rel="next"'),
    "https://r.example/v2/_catalog?last=b&n=100",
  );
  assert.equal(next("<http://r.example/v2/x>; rel=next"), "https://r.example/v2/x");
  assert.equal(next('<https://elsewhere.example/v2/x>; rel="next"'), undefined);
  assert.equal(next('</a>; rel="previous"'), undefined);
  assert.equal(nextPage(undefined, asked), undefined);
});

test("a place is a registry or a repository of one", () => {
  assert.deepEqual(placeOf("ghcr.io"), { host: "ghcr.io" });
  assert.deepEqual(placeOf(" https://Registry.Example.com:5000/ "), {
    host: "registry.example.com:5000",
  });
  assert.deepEqual(placeOf("localhost"), { host: "localhost" });
  assert.deepEqual(placeOf("ghcr.io/owner/app:1"), { host: "ghcr.io", repository: "owner/app" });
  assert.deepEqual(placeOf("bitnami/redis"), { host: "docker.io", repository: "bitnami/redis" });
  assert.deepEqual(placeOf("docker.io/library/nginx"), { host: "docker.io", repository: "nginx" });
  for (const odd of ["", "/", "a b", "ghcr.io/UPPER", "x:port", "../x"])
    assert.equal(placeOf(odd), undefined, odd);
  assert.equal(referenceOf("docker.io", "nginx", "1"), "nginx:1");
  assert.equal(referenceOf("ghcr.io", "a/b"), "ghcr.io/a/b");
});

test("all keys of Docker Hub are one registry", () => {
  for (const key of [
    "https://index.docker.io/v1/",
    "https://index.docker.io/v1/access-token",
    "docker.io",
    "registry-1.docker.io",
  ])
    assert.equal(hostOfKey(key), "docker.io");
  assert.equal(hostOfKey("https://ghcr.io"), "ghcr.io");
});

test("TLS may be missing on this machine and where the engine is told so, and nowhere else", () => {
  const config = {
    IndexConfigs: { "lab:5000": { Secure: false }, "docker.io": { Secure: true } },
    InsecureRegistryCIDRs: ["10.1.0.0/16", "fd00::/8", "nonsense"],
  };
  for (const host of [
    "localhost",
    "127.0.0.1:5000",
    "[::1]:5000",
    "lab:5000",
    "10.1.2.3:5000",
    "[fd00::1]",
  ])
    assert.ok(isInsecure(host, config), host);
  for (const host of ["ghcr.io", "docker.io", "lab", "10.2.0.1", "127.0.0.1.example.com"])
    assert.ok(!isInsecure(host, config), host);
});
