// Files joined with what runs: conditions, orphans, replicas, one-offs, words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Container, toContainer } from "../../../extension/engine/model/objects.ts";
import type { Raw } from "../../../extension/engine/raw.ts";
import type { Definition, ServiceDefinition } from "../../../extension/projects/definition.ts";
import { dependenciesOf, replicasOf } from "../../../extension/projects/definition.ts";
import { composeLabels } from "../../../extension/projects/labels.ts";
import { projectsOf } from "../../../extension/projects/overview.ts";
import { projectWords, servicePorts, serviceWords } from "../../../extension/projects/words.ts";

const label = (name: string) => `com.docker.compose.${name}`;

function container(name: string, raw: Raw = {}, labels: Record<string, string> = {}): Container {
  const [project = "", service = "", number = "1"] = name.split("-");
  return toContainer({
    Id: name,
    Names: [`/${name}`],
    Image: "busybox:1.35",
    State: "running",
    Status: "Up 3 minutes",
    Created: 1,
    Labels: {
      [label("project")]: project,
      [label("service")]: service,
      [label("container-number")]: number,
      [label("oneoff")]: "False",
      [label("project.working_dir")]: `/w/${project}`,
      [label("project.config_files")]: `/w/${project}/compose.yaml`,
      ...labels,
    },
    ...raw,
  });
}

const service = (name: string, more: Partial<ServiceDefinition> = {}): ServiceDefinition => ({
  name,
  profiles: [],
  enabled: true,
  replicas: 1,
  image: "busybox:1.35",
  dependencies: [],
  config: {},
  ...more,
});

const definition = (name: string, services: ServiceDefinition[], folder = `/w/${name}`) =>
  ({
    name,
    files: [`${folder}/compose.yaml`],
    folder,
    profiles: [],
    sources: [],
    services,
    networks: {},
    volumes: {},
    fault: "",
  }) satisfies Definition;

const exited = (code: number) => ({ State: "exited", Status: `Exited (${code}) 2 hours ago` });

test("the labels of Compose are read, and others make no project", () => {
  const labels = composeLabels(
    container(
      "shop-web-2",
      {},
      {
        [label("depends_on")]: "db:service_healthy:false,cache:service_started:true",
        [label("project.config_files")]: "/w/a.yaml,/w/b.yaml",
      },
    ),
  );
  assert.equal(labels?.number, 2);
  assert.deepEqual(labels?.files, ["/w/a.yaml", "/w/b.yaml"]);
  assert.deepEqual(labels?.dependencies, [
    { service: "db", condition: "service_healthy" },
    { service: "cache", condition: "service_started" },
  ]);
  assert.equal(composeLabels({ labels: { [label("project")]: "x" } }), undefined);
});

test("what only runs is a project without a definition, and nothing in it is an orphan", () => {
  const [shop] = projectsOf([container("shop-web-1"), container("shop-db-1")], []);
  assert.deepEqual(
    shop?.services.map(({ name, orphan }) => [name, orphan]),
    [
      ["db", false],
      ["web", false],
    ],
  );
  assert.equal(shop?.condition, "running");
  assert.deepEqual(shop?.files, ["/w/shop/compose.yaml"]);
});

test("defined but not running, running but not defined, and off by profile", () => {
  const files = definition("shop", [
    service("web"),
    service("db"),
    service("tools", { enabled: false, profiles: ["debug"] }),
  ]);
  const [shop] = projectsOf([container("shop-web-1"), container("shop-old-1")], [files]);
  const words = Object.fromEntries(
    (shop?.services ?? []).map((one) => [one.name, [serviceWords(one), one.orphan]]),
  );
  assert.deepEqual(words, {
    db: ["not created", false],
    old: ["running", true],
    tools: ["off (profile debug)", false],
    web: ["running", false],
  });
  assert.equal(shop?.condition, "partly");
  assert.equal(shop && projectWords(shop), "2 of 3 services running");
});

test("a project of one service says what that does", () => {
  const words = (replicas: number, ...members: Container[]) => {
    const [shop] = projectsOf(members, [definition("shop", [service("web", { replicas })])]);
    return shop && projectWords(shop);
  };
  const first = container("shop-web-1");
  assert.equal(words(1, first), "running");
  assert.equal(words(1, { ...first, health: "unhealthy" }), "running, unhealthy");
  assert.equal(words(3, first), "1 of 3 running");
  assert.equal(words(1), "not created");
  assert.equal(words(1, container("shop-web-1", exited(1))), "stopped");
  const once = container("shop-web-run-1", {}, { [label("oneoff")]: "True" });
  assert.equal(words(1, once), "not created");
});

test("files with an error make no orphans", () => {
  const broken = { ...definition("shop", []), fault: "line 3" };
  const [shop] = projectsOf([container("shop-web-1")], [broken]);
  assert.equal(shop?.services[0]?.orphan, false);
});

test("replicas are counted, one-off runs are not", () => {
  const files = definition("shop", [service("web", { replicas: 3 })]);
  const once = container("shop-web-1", exited(1), { [label("oneoff")]: "True" });
  const [shop] = projectsOf(
    [
      once,
      container("shop-web-10"),
      container("shop-web-2", { Status: "Up 1 minute (unhealthy)" }),
    ],
    [files],
  );
  const web = shop?.services[0];
  assert.deepEqual(
    web?.members.map(({ labels }) => [labels.number, labels.oneOff]),
    [
      [2, false],
      [10, false],
      [1, true],
    ],
  );
  assert.equal(web && serviceWords(web), "2 of 3 running, 1 unhealthy");
  assert.equal(web?.condition, "partly");
});

test("a job that has ended well is no fault of its project; one that failed is", () => {
  const files = definition("shop", [service("web"), service("job")]);
  const conditions = [0, 1].map(
    (code) =>
      projectsOf([container("shop-web-1"), container("shop-job-1", exited(code))], [files])[0]
        ?.condition,
  );
  assert.deepEqual(conditions, ["running", "partly"]);
  assert.equal(projectsOf([container("shop-job-1", exited(0))], [])[0]?.condition, "stopped");
});

test("two folders of one name: each keeps the containers that were made from its files", () => {
  const [a, b] = projectsOf(
    [
      container("app-web-1", {}, { [label("project.config_files")]: "/b/app/compose.yaml" }),
      container("app-db-1", {}, { [label("project.config_files")]: "/gone/compose.yaml" }),
    ],
    [definition("app", [service("web")], "/a/app"), definition("app", [service("web")], "/b/app")],
  );
  assert.deepEqual(
    [a, b].map((one) => one?.services.map(({ name, members }) => `${name} ${members.length}`)),
    [["db 1", "web 0"], ["web 1"]],
  );
  assert.notEqual(a?.key, b?.key);
});

test("published ports of all replicas stand once", () => {
  const ports = (host: number) => ({
    Ports: [
      { PrivatePort: 80, PublicPort: host, IP: "0.0.0.0", Type: "tcp" },
      { PrivatePort: 80, PublicPort: host, IP: "::", Type: "tcp" },
    ],
  });
  const [shop] = projectsOf(
    [container("shop-web-1", ports(8080)), container("shop-web-2", ports(8081))],
    [],
  );
  assert.equal(shop?.services[0] && servicePorts(shop.services[0]), "8080→80, 8081→80");
});

test("dependencies come from every key that makes one, once", () => {
  assert.deepEqual(
    dependenciesOf({
      depends_on: { db: { condition: "service_healthy" } },
      links: ["db:database", "cache"],
      volumes_from: ["files:ro", "container:x"],
      network_mode: "service:proxy",
    }).map(({ service: on, condition }) => `${on} ${condition}`),
    [
      "db service_healthy",
      "cache service_started",
      "files service_started",
      "proxy service_started",
    ],
  );
  assert.deepEqual(
    dependenciesOf({ depends_on: ["a", "a"] }).map(({ service: on }) => on),
    ["a"],
  );
});

test("replicas: scale before deploy, one where nothing is said", () => {
  assert.deepEqual(
    [{}, { scale: 0 }, { deploy: { replicas: 4 } }, { scale: "x" }].map(replicasOf),
    [1, 0, 4, 1],
  );
});

test("1,000 containers of 100 projects make 100 projects", () => {
  const many = Array.from({ length: 1000 }, (_, at) =>
    container(`p${Math.floor(at / 10)}-s${at % 10}-1`),
  );
  assert.equal(projectsOf(many, []).length, 100);
});
