// Drift line by line: a service's definition against a container as the engine tells it.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Definition,
  dependenciesOf,
  type Raw,
  type ServiceDefinition,
} from "../../../extension/projects/definition.ts";
import { type Difference, driftOf, sidesOf } from "../../../extension/projects/drift/drift.ts";

const imageConfig = {
  Env: ["PATH=/bin", "FROM_IMAGE=yes"],
  Cmd: ["serve"],
  Labels: { vendor: "acme" },
  User: "nobody",
  WorkingDir: "/www",
  Volumes: { "/cache": {} },
};

/** What Compose makes of `{ image: "shop:1" }` with that image. */
const made = {
  Name: "/shop-web-1",
  Image: "sha256:aaaaaaaaaaaaaaaa",
  Config: {
    Image: "shop:1",
    Hostname: "0123456789ab",
    Env: ["PATH=/bin", "FROM_IMAGE=yes"],
    Cmd: ["serve"],
    Entrypoint: null,
    User: "nobody",
    WorkingDir: "/www",
    Labels: { vendor: "acme", "com.docker.compose.project": "shop" },
  },
  HostConfig: {
    NetworkMode: "shop_default",
    RestartPolicy: { Name: "no", MaximumRetryCount: 0 },
    PortBindings: {},
    LogConfig: { Type: "json-file", Config: {} },
    ShmSize: 67108864,
    IpcMode: "private",
    Memory: 0,
    CapAdd: null,
  },
  Mounts: [{ Type: "volume", Name: "0a1b", Destination: "/cache", RW: true }],
  NetworkSettings: { Networks: { shop_default: { IPAMConfig: null } } },
};

/** The container with other values in one part. */
const madeWith = (part: "Config" | "HostConfig", values: Raw): Raw => ({
  ...made,
  [part]: { ...made[part], ...values },
});

function drift(config: Raw, container: Raw = made, imageNow = made.Image): Difference[] {
  const full = { image: "shop:1", networks: { default: null }, ...config };
  const service: ServiceDefinition = {
    name: "web",
    profiles: [],
    enabled: true,
    replicas: 1,
    image: String(full.image),
    dependencies: dependenciesOf(full),
    config: full,
  };
  const definition: Definition = {
    name: "shop",
    files: ["/w/compose.yaml"],
    folder: "/w",
    profiles: [],
    sources: [],
    services: [service],
    networks: { default: { name: "shop_default" }, back: { name: "shop_back" } },
    volumes: { data: { name: "shop_data" } },
    fault: "",
  };
  return driftOf({ service, definition, container, imageConfig, imageNow });
}

const words = (all: readonly Difference[]) =>
  all.map(({ key, file, container }) => `${key}: ${container || "-"} → ${file || "-"}`);

test("the names that every container has in its networks are no drift, others are", () => {
  const named = (Name: string, ...Aliases: string[]) => ({
    ...made,
    Id: "0c257591f420aaaa",
    Name,
    NetworkSettings: { Networks: { shop_default: { IPAMConfig: null, Aliases } } },
  });
  const usual = ["shop-web-1", "web", "0c257591f420"];
  assert.deepEqual(drift({}, named("/shop-web-1", ...usual)), []);
  // As Compose calls it while it takes the place of another one.
  assert.deepEqual(drift({}, named("/0c257591f420_shop-web-1", ...usual)), []);
  const keys = (config: Raw) =>
    drift(config, named("/shop-web-1", ...usual, "site")).map(({ key }) => key);
  assert.deepEqual(keys({}), ["networks.shop_default"]);
  assert.deepEqual(keys({ networks: { default: { aliases: ["site"] } } }), []);
  // A name that an id may happen to begin with.
  const short = named("/shop-web-1", ...usual, "0c");
  assert.deepEqual(drift({ networks: { default: { aliases: ["0c"] } } }, short), []);
});

test("a container as its file wants it has not drifted", () => {
  assert.deepEqual(drift({}), []);
});

test("what scaling, building and waiting change is no drift", () => {
  const config = { build: { context: "." }, depends_on: { db: {} }, scale: 3, profiles: ["a"] };
  assert.deepEqual(drift({ ...config, pull_policy: "always", deploy: { replicas: 2 } }), []);
});

test("an image that was built again, and another image", () => {
  assert.deepEqual(words(drift({}, made, "sha256:bbbbbbbbbbbbbbbb")), [
    "image: shop:1 (aaaaaaaaaaaa) → shop:1 (bbbbbbbbbbbb)",
  ]);
  assert.deepEqual(words(drift({ image: "shop:2" }, made, "")), [
    "image: shop:1 (aaaaaaaaaaaa) → shop:2",
  ]);
  assert.deepEqual(drift({}, made, ""), [], "an image that is not there tells nothing");
});

test("environment: changed, new, gone, of the image, of the shell", () => {
  const container = madeWith("Config", { Env: ["A=1", "GONE=x", "FROM_IMAGE=yes", "PATH=/bin"] });
  assert.deepEqual(
    words(drift({ environment: { A: "2", NEW: "n", SHELL_VALUE: null } }, container)),
    ["environment.A: 1 → 2", "environment.GONE: x → -", "environment.NEW: - → n"],
  );
  const secret = madeWith("Config", { Env: [...imageConfig.Env, "DB_PASSWORD=p"] });
  assert.deepEqual(drift({ environment: { DB_PASSWORD: "" } }, secret), []);
});

test("command and entrypoint, with the image's behind them", () => {
  assert.deepEqual(words(drift({ command: ["sh", "-c", "echo a b"] })), [
    'command: serve → sh -c "echo a b"',
  ]);
  assert.deepEqual(words(drift({ entrypoint: ["tini"] })), [
    "entrypoint: - → tini",
    "command: serve → -",
  ]);
});

test("ports by their target", () => {
  const container = madeWith("HostConfig", {
    PortBindings: { "80/tcp": [{ HostIp: "", HostPort: "8080" }], "53/udp": [{ HostPort: "53" }] },
  });
  const ports = [
    { target: 80, published: "8081", protocol: "tcp" },
    { target: 81, protocol: "tcp", host_ip: "127.0.0.1" },
  ];
  assert.deepEqual(words(drift({ ports }, container)), [
    "ports.53/udp: 53 → -",
    "ports.80/tcp: 8080 → 8081",
    "ports.81/tcp: - → 127.0.0.1:*",
  ]);
});

test("mounts by their target; volumes of the image and anonymous ones are right as they are", () => {
  const container = {
    ...made,
    Mounts: [
      ...made.Mounts,
      { Type: "volume", Name: "shop_data", Destination: "/data", RW: true },
      { Type: "bind", Source: "/host_mnt/w/src", Destination: "/src", RW: true },
      { Type: "volume", Name: "ffff", Destination: "/anonymous", RW: true },
    ],
  };
  const volumes = [
    { type: "volume", source: "data", target: "/data", read_only: true },
    { type: "bind", source: "/w/src", target: "/src" },
    { type: "volume", target: "/anonymous" },
  ];
  assert.deepEqual(words(drift({ volumes }, container)), [
    "volumes./data: volume shop_data → volume shop_data (ro)",
  ]);
  assert.deepEqual(words(drift({ volumes: volumes.slice(1) }, container)), [
    "volumes./data: volume shop_data → -",
  ]);
});

test("networks: the project's own; one that was connected by hand is not looked at", () => {
  const container = {
    ...made,
    NetworkSettings: {
      Networks: {
        shop_back: {},
        bridge: {},
        shop_default: { IPAMConfig: { IPv4Address: "10.0.0.5" } },
      },
    },
  };
  assert.deepEqual(words(drift({}, container)), [
    "networks.shop_back: connected → -",
    "networks.shop_default: connected 10.0.0.5 → connected",
  ]);
  const host = {
    ...madeWith("HostConfig", { NetworkMode: "host" }),
    NetworkSettings: { Networks: { host: {} } },
  };
  assert.deepEqual(drift({ network_mode: "host", networks: undefined }, host), []);
  assert.deepEqual(words(drift({ network_mode: "host", networks: undefined })), [
    "network_mode: shop_default → host",
  ]);
});

test("labels, without those of the image and of Compose", () => {
  const container = madeWith("Config", { Labels: { ...made.Config.Labels, old: "1" } });
  assert.deepEqual(words(drift({ labels: { fresh: "2" } }, container)), [
    "labels.fresh: - → 2",
    "labels.old: 1 → -",
  ]);
});

const single: readonly (readonly [Raw, "Config" | "HostConfig", Raw])[] = [
  [
    { restart: "on-failure:3" },
    "HostConfig",
    { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 } },
  ],
  [{ restart: "no" }, "HostConfig", {}],
  [
    { deploy: { restart_policy: { condition: "any" } } },
    "HostConfig",
    { RestartPolicy: { Name: "always" } },
  ],
  [{ mem_limit: "52428800" }, "HostConfig", { Memory: 52428800 }],
  [
    { deploy: { resources: { limits: { memory: "50m", cpus: 0.5 } } } },
    "HostConfig",
    { Memory: 52428800, NanoCpus: 5e8 },
  ],
  [{ stop_grace_period: "1m5s" }, "Config", { StopTimeout: 65 }],
  [{ cap_add: ["NET_ADMIN"] }, "HostConfig", { CapAdd: ["CAP_NET_ADMIN"] }],
  [{ extra_hosts: ["a=1.2.3.4"] }, "HostConfig", { ExtraHosts: ["a:1.2.3.4"] }],
  [{ hostname: "web" }, "Config", { Hostname: "web" }],
  [{ user: "0:0", tty: true }, "Config", { User: "0:0", Tty: true }],
  [{ pid: "service:db" }, "HostConfig", { PidMode: "container:0123" }],
  [{ tmpfs: ["/t:size=1m"] }, "HostConfig", { Tmpfs: { "/t": "size=1m" } }],
  [
    { ulimits: { nproc: 9, nofile: { soft: 1, hard: 2 } } },
    "HostConfig",
    {
      Ulimits: [
        { Name: "nofile", Soft: 1, Hard: 2 },
        { Name: "nproc", Soft: 9, Hard: 9 },
      ],
    },
  ],
  [
    { healthcheck: { test: ["CMD", "true"], interval: "1m30s", retries: 3 } },
    "Config",
    { Healthcheck: { Test: ["CMD", "true"], Interval: 90e9, Retries: 3 } },
  ],
  [{ healthcheck: { disable: true } }, "Config", { Healthcheck: { Test: ["NONE"] } }],
  [
    { logging: { driver: "json-file", options: { "max-size": "1m" } } },
    "HostConfig",
    { LogConfig: { Type: "json-file", Config: { "max-size": "1m" } } },
  ],
];

for (const [config, part, values] of single) {
  const [key = ""] = Object.keys(config);
  test(`${key} ${JSON.stringify(config[key])} is found in the container, and missed where it is not`, () => {
    assert.deepEqual(drift(config, madeWith(part, values)), []);
    if (Object.keys(values).length > 0) assert.notDeepEqual(drift(config), []);
  });
}

test("the two sides differ in what has drifted alone", () => {
  const facts = {
    service: {
      name: "web",
      profiles: [],
      enabled: true,
      replicas: 1,
      image: "shop:1",
      dependencies: [],
      config: { environment: { A: "1" }, networks: { default: null } },
    },
    definition: {
      ...{ name: "shop", files: [], folder: "/w", profiles: [], sources: [], services: [] },
      ...{ networks: {}, volumes: {}, fault: "" },
    },
    container: made,
    imageConfig,
    imageNow: "",
  };
  const { file, container } = sidesOf(facts);
  const lines = container.split("\n");
  assert.deepEqual(
    file.split("\n").filter((line) => !lines.includes(line)),
    ["  A: 1"],
  );
});
