// A container that ends: one inspect, and no look at what only follows from the end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ends, type EndsHooks } from "../../../extension/engine/model/ends.ts";
import type { EngineEvent } from "../../../extension/engine/model/events.ts";
import { type Container, toContainer } from "../../../extension/engine/model/objects.ts";

const front = { NetworkID: "n1", IPAddress: "10.0.0.2" };
const web = toContainer({
  Id: "web",
  Names: ["/web"],
  State: "running",
  Status: "Up 2 minutes (healthy)",
  Ports: [{ PrivatePort: 80, PublicPort: 8080, Type: "tcp" }],
  NetworkSettings: { Networks: { front } },
});

const event = (type: string, action: string, id: string, more: object = {}): EngineEvent => ({
  ...{ type, action, id, detail: "", attributes: {}, time: 1000 },
  ...more,
});
const die = event("container", "die", "web");
const leaves = (network: string, time = 1100) =>
  event("network", "disconnect", network, { attributes: { container: "web" }, time });

function endsWith(answer: () => Promise<object>, container = web) {
  const told: Container[] = [];
  const others: EngineEvent[] = [];
  const asked: string[] = [];
  const hooks: EndsHooks = {
    known: (id) =>
      id.startsWith("web")
        ? { ...container, id, state: id.includes("created") ? "created" : "running" }
        : undefined,
    inspect: async (id) => {
      asked.push(id);
      return (await answer()) as Record<string, unknown>;
    },
    tell: async (container) => told.push(container),
    otherwise: (one) => others.push(one),
  };
  return { ends: new Ends(hooks), told, others, asked };
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};
const exited = async () => ({ State: { Status: "exited", ExitCode: 137 } });

test("an end is one inspect, and what follows from it none", async () => {
  const { ends, told, others, asked } = endsWith(exited);
  assert.equal(ends.takes(die), true);
  assert.equal(ends.takes(leaves("n1")), true);
  assert.equal(ends.takes(event("container", "stop", "web")), true);
  await settled();
  assert.deepEqual(asked, ["web"]);
  assert.deepEqual(others, []);
  const [now] = told;
  assert.deepEqual(
    [now?.state, now?.exitCode, now?.health, now?.ports, now?.networks],
    ["exited", 137, undefined, [], [{ name: "front", networkId: "n1", ip: "" }]],
  );
});

// Newer engines tell in this order.
test("an end that begins with leaving a network is one inspect, and its death no news", async () => {
  for (const isLate of [false, true]) {
    const { ends, told, others, asked } = endsWith(exited);
    assert.equal(ends.takes(leaves("n1")), true);
    assert.equal(ends.takes(event("container", "stop", "web")), true);
    if (isLate) await settled();
    assert.equal(ends.takes(die), true);
    await settled();
    assert.deepEqual([asked, others, told.length], [["web"], [], 1]);
    assert.equal(ends.takes(event("container", "start", "web")), false);
    assert.equal(ends.takes(die), true);
    assert.equal(asked.length, 2, "the next end is another one");
  }
});

test("who leaves a network and goes on is known from the same inspect", async () => {
  const back = { NetworkID: "n2", IPAddress: "10.1.0.2" };
  const quiet = { ...web, ports: [] };
  const runs = async () => ({
    State: { Status: "running" },
    NetworkSettings: { Networks: { back } },
  });
  const { ends, told, others } = endsWith(runs, quiet);
  assert.equal(ends.takes(leaves("n1")), true);
  await settled();
  const networks = [{ name: "back", networkId: "n2", ip: "10.1.0.2" }];
  assert.deepEqual([told, others], [[{ ...quiet, networks }], []]);
  assert.equal(ends.takes(event("container", "stop", "web")), false, "nothing is expected of it");
});

test("who leaves a network and goes on is looked at where its ports, or more than that, may have changed", async () => {
  const runs = async () => ({ State: { Status: "running" }, NetworkSettings: { Networks: {} } });
  const published = endsWith(runs);
  published.ends.takes(leaves("n1"));
  await settled();
  assert.deepEqual([published.told, published.others], [[], [leaves("n1")]]);

  const twice = endsWith(runs, {
    ...web,
    ports: [],
    networks: [...web.networks, { name: "back", networkId: "n2", ip: "" }],
  });
  assert.equal(twice.ends.takes(leaves("n1")), true);
  assert.equal(twice.ends.takes(leaves("n2")), true);
  await settled();
  assert.deepEqual(twice.others, [leaves("n2")], "the answer may be older than that");

  const restarts = endsWith(async () => ({ State: { Status: "restarting" } }));
  restarts.ends.takes(leaves("n1"));
  restarts.ends.takes(die);
  await settled();
  assert.deepEqual([restarts.told, restarts.others], [[], [die]]);
});

test("leaving a network is news a second time, later, or when the network is another", () => {
  const { ends, asked } = endsWith(exited);
  ends.takes(die);
  assert.equal(ends.takes(leaves("n2")), false);
  assert.equal(ends.takes(leaves("n1")), true);
  assert.equal(ends.takes(leaves("n1")), false);
  assert.equal(asked.length, 1);
  assert.equal(ends.takes(leaves("n1", 60_000)), true);
  assert.equal(asked.length, 2);
});

test("what has been started again or removed meanwhile is looked at for itself", async () => {
  for (const action of ["start", "destroy"]) {
    const { ends, told, others } = endsWith(exited);
    ends.takes(die);
    assert.equal(ends.takes(event("container", action, "web")), false);
    await settled();
    assert.deepEqual([told, others], [[], []]);
  }
});

test("a container that restarts, or cannot be asked about, is looked at as at any event", async () => {
  const answers = [
    async () => ({ State: { Status: "restarting", ExitCode: 1 } }),
    async () => Promise.reject(new Error("gone")),
  ];
  for (const answer of answers) {
    const { ends, told, others } = endsWith(answer);
    assert.equal(ends.takes(die), true);
    await settled();
    assert.deepEqual([told, others], [[], [die]]);
  }
  const unknown = endsWith(exited).ends.takes(event("container", "die", "other"));
  assert.equal(unknown, false, "nothing is known of it");
});

test("joining its own networks while it is started is no news, joining another is", () => {
  const { ends } = endsWith(exited);
  const joins = (container: string, name: string) =>
    ends.takes(event("network", "connect", "n", { attributes: { container, name } }));
  assert.equal(joins("web created", "front"), true);
  assert.equal(joins("web created", "back"), false);
  assert.equal(joins("web", "front"), false, "it runs");
  assert.equal(joins("other", "front"), false);
});

test("many ends at once are left to one list", () => {
  const { ends } = endsWith(() => new Promise(() => {}));
  const taken = Array.from({ length: 80 }, (_, n) =>
    ends.takes(event("container", "die", `web${n}`)),
  );
  assert.equal(taken.filter(Boolean).length, 50);
});
