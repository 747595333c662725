// The docker lines that a terminal of logs tells.
import assert from "node:assert/strict";
import { test } from "node:test";
import { logsLines } from "../../../extension/terminals/logs-wish.ts";

const containers = [{ name: "shop-web-1" }, { name: "shop-db-1" }];
const wish = { tail: 100, timestamps: false };

test("a project's log is one line, with the services that are meant", () => {
  const lines = (...services: string[]) => logsLines(containers, wish, { name: "shop", services });
  assert.deepEqual(lines(), ["docker compose -p shop logs -f --tail 100"]);
  assert.deepEqual(lines("web", "db"), ["docker compose -p shop logs -f --tail 100 web db"]);
});

test("containers without a project have one line each, with what is set", () => {
  assert.deepEqual(logsLines(containers, { ...wish, timestamps: true, since: "10m" }, undefined), [
    "docker logs -f -t --since 10m shop-web-1",
    "docker logs -f -t --since 10m shop-db-1",
  ]);
});
