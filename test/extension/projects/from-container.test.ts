// A container as a Compose service, YAML as people write it, tasks as arguments.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { composeYaml, serviceYaml } from "../../../extension/projects/from-container.ts";
import { taskArguments, taskTarget } from "../../../extension/projects/task-arguments.ts";
import { toYaml, type Yaml } from "../../../extension/projects/yaml.ts";

const container = {
  Id: "0123456789abcdef",
  Name: "/web",
  Config: {
    Image: "nginx:1.27",
    Hostname: "0123456789ab",
    Env: ["PATH=/bin", "PRICE=5$", "DB_PASSWORD=p4ss", "NGINX=1"],
    Cmd: ["nginx", "-g", "daemon off;"],
    Labels: { vendor: "acme", mine: "yes" },
    Healthcheck: { Test: ["CMD", "true"], Interval: 90e9, Retries: 3 },
  },
  HostConfig: {
    NetworkMode: "shop",
    RestartPolicy: { Name: "unless-stopped" },
    PortBindings: {
      "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "8080" }],
      "53/udp": [{ HostPort: "53" }],
    },
    Memory: 52428800,
  },
  Mounts: [
    { Type: "volume", Name: "data", Destination: "/data", RW: true },
    { Type: "bind", Source: "/srv/내 자료", Destination: "/www", RW: false },
    { Type: "volume", Name: "a".repeat(64), Destination: "/cache", RW: true },
  ],
  NetworkSettings: { Networks: { shop: {}, bridge: {} } },
};
const imageConfig = {
  Env: ["PATH=/bin", "NGINX=1"],
  Cmd: ["nginx", "-g", "daemon off;"],
  Labels: { vendor: "acme" },
  Volumes: { "/cache": {} },
};

test("a container becomes a service that says what the image does not", () => {
  assert.deepEqual(parse(serviceYaml({ container, imageConfig })), {
    web: {
      image: "nginx:1.27",
      environment: { PRICE: "5$$", DB_PASSWORD: "${DB_PASSWORD:?}" },
      ports: ["127.0.0.1:8080:80", "53:53/udp"],
      volumes: ["data:/data", "/srv/내 자료:/www:ro"],
      networks: ["shop"],
      restart: "unless-stopped",
      mem_limit: 52428800,
      healthcheck: { test: ["CMD", "true"], interval: "90s", retries: 3 },
      labels: { mine: "yes" },
    },
  });
});

test("containers become a file; names that clash are told apart, what exists is external", () => {
  const bare = { Id: "f", Name: "/web", Config: { Image: "busybox" }, HostConfig: {}, Mounts: [] };
  const file = parse(
    composeYaml([
      { container, imageConfig },
      { container: bare, imageConfig: {} },
    ]),
  );
  assert.deepEqual(Object.keys(file.services), ["web", "web-2"]);
  assert.deepEqual(file.volumes, { data: { external: true } });
  assert.deepEqual(file.networks, { shop: { external: true } });
  assert.deepEqual(file.services["web-2"], { image: "busybox" });
});

test("YAML reads back as what was written, whatever it is", () => {
  const odd: Yaml[] = [
    ...["yes", "NO", "null", "~", "1.5", ".5", "0x1f", "08:30", "a: b", "a #b", "- x", "*x", "&x"],
    ...[
      "!t",
      "%p",
      "@a",
      "`",
      "'",
      '"',
      "",
      " ",
      "a ",
      "두 줄\n째",
      "\u0007",
      "{a}",
      "[a]",
      "a,b",
      "?",
    ],
    ...["nginx:1.27", "data:/data", "22:22", "2020-01-01", "=", "<<", "#", "|", ">", "a:", ":a"],
    ...[
      true,
      false,
      null,
      0,
      -1,
      1.5,
      [],
      {},
      [[]],
      [{}],
      [["a", ["b"]]],
      { a: { b: [{ c: "d", e: [] }] } },
    ],
  ];
  for (const one of odd) assert.deepEqual(parse(toYaml({ key: one })), { key: one });
  assert.deepEqual(parse(toYaml({ list: odd })), { list: odd });
  for (const one of odd)
    if (typeof one === "string") assert.deepEqual(parse(toYaml({ [one]: 1 })), { [one]: 1 });
});

test("a task of tasks.json becomes arguments", () => {
  assert.deepEqual(taskArguments({ command: "up" }), ["up", "-d"]);
  assert.deepEqual(
    taskArguments({
      command: "up",
      detach: false,
      build: true,
      services: ["web"],
      args: ["--wait"],
    }),
    ["up", "--build", "--wait", "web"],
  );
  assert.deepEqual(taskArguments({ command: "down", removeVolumes: true }), ["down", "--volumes"]);
  assert.deepEqual(taskArguments({ command: "run", services: ["web"], args: ["ls", "-la"] }), [
    ...["run", "--rm", "web", "ls", "-la"],
  ]);
  assert.deepEqual(taskTarget({ files: ["a.yaml"], projectName: "x", profiles: ["p"] }, "/w"), {
    ...{ folder: "/w", files: ["/w/a.yaml"], name: "x", profiles: ["p"], environmentFiles: [] },
  });
});
