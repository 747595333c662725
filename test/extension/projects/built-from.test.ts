// Which images Compose builds from a Dockerfile, by the projects of the workspace.
import assert from "node:assert/strict";
import { test } from "node:test";
import { imagesBuiltFrom } from "../../../extension/projects/built-from.ts";
import type { Definition, Raw } from "../../../extension/projects/definition.ts";

function project(name: string, services: Readonly<Record<string, Raw>>): Definition {
  return {
    name,
    files: [],
    folder: `/w/${name}`,
    profiles: [],
    sources: [],
    services: Object.entries(services).map(([service, config]) => ({
      name: service,
      profiles: [],
      enabled: true,
      replicas: 1,
      image: String(config.image ?? `${name}-${service}`),
      dependencies: [],
      config,
    })),
    networks: {},
    volumes: {},
    fault: "",
  };
}

const shop = project("shop", {
  web: { build: { context: "/w/shop/web", dockerfile: "Dockerfile" } },
  worker: { build: { context: "/w/shop/web" }, image: "shop/worker:2" },
  twin: { build: { context: "/w/shop/web" }, image: "shop/worker:2" },
  tools: { build: { context: "/w/shop", dockerfile: "web/Dockerfile.tools" } },
  far: { build: { context: "https://example.com/shop.git" } },
  inline: { build: { context: "/w/shop/web", dockerfile_inline: "FROM scratch" } },
  database: { image: "postgres:17" },
});

test("services are found by the Dockerfile that they are built from, each image once", () => {
  const all = [shop, project("other", { web: { build: { context: "/w/shop/web" } } })];
  assert.deepEqual(imagesBuiltFrom(all, "/w/shop/web/Dockerfile"), [
    "shop-web",
    "shop/worker:2",
    "other-web",
  ]);
  assert.deepEqual(imagesBuiltFrom(all, "/w/shop/web/Dockerfile.tools"), ["shop-tools"]);
});

test("no service is found for a Dockerfile that none is built from", () => {
  assert.deepEqual(imagesBuiltFrom([shop], "/w/shop/Dockerfile"), []);
  assert.deepEqual(imagesBuiltFrom([], "/w/shop/web/Dockerfile"), []);
});
