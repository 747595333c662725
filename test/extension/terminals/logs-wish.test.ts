// The docker lines that a terminal of logs tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveEndpoint } from "../../../extension/engine/connection/endpoint.ts";
import { logsLines } from "../../../extension/terminals/logs-wish.ts";

const containers = [{ name: "shop-web-1" }, { name: "shop-db-1" }];
const onDefault = { endpoint: await resolveEndpoint({ env: { HOME: "/nowhere" } }) };
const wish = { tail: 100, timestamps: false };

test("a project's log is one line, with the services that are meant", () => {
  const lines = (...services: string[]) =>
    logsLines(onDefault, containers, wish, { name: "shop", services });
  assert.deepEqual(lines(), ["docker compose -p shop logs -f --tail 100"]);
  assert.deepEqual(lines("web", "db"), ["docker compose -p shop logs -f --tail 100 web db"]);
});

test("containers without a project have one line each, with what is set", () => {
  const all = { ...wish, timestamps: true, since: "10m" };
  assert.deepEqual(logsLines(onDefault, containers, all, undefined), [
    "docker logs -f -t --since 10m shop-web-1",
    "docker logs -f -t --since 10m shop-db-1",
  ]);
});

test("an engine that the command line would not find by itself is named", async () => {
  const setting = "unix:///run/podman/podman.sock";
  const endpoint = await resolveEndpoint({ setting, env: {} });
  assert.deepEqual(logsLines({ endpoint }, [{ name: "web" }], wish, undefined), [
    "docker -H unix:///run/podman/podman.sock logs -f --tail 100 web",
  ]);
  const context = { ...endpoint, name: "far away", origin: "unfolded" } as const;
  assert.deepEqual(logsLines({ endpoint: context }, [{ name: "web" }], wish, undefined), [
    "docker -c 'far away' logs -f --tail 100 web",
  ]);
});
