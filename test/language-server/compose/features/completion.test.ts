// What is offered where: texts with a `|` for the cursor, most of them half-typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { labels, offered, type Surroundings } from "./editor.ts";

const around: Surroundings = {
  files: {
    ".env": "TAG=1.2\nDB_PASSWORD=hunter2\n",
    "web/Dockerfile": "ARG VERSION=1\nFROM node AS base\nFROM base AS prod\nEXPOSE 3000\n",
    "web/src/main.js": "",
    "other.yaml": "services:\n  cache:\n    image: redis\nvolumes:\n  shared:\n",
    "app.env": "",
  },
};

/** A text and labels that must be there, or (after `!`) must not. */
const cases: readonly (readonly [string, string])[] = [
  // Keys.
  ["|", "services networks volumes configs secrets include name"],
  ["ser|", "services"],
  // The key of lines that stand there already.
  ["ser|\n  web:\n    image: a\n", "services"],
  ["services:\n  web:\n    bui|\n      context: .\n    image: a\n", "build !image"],
  ["services:\n  web:\n    |", "image build ports volumes !services"],
  ["services:\n  web:\n    image: a\n    |", "ports !image"],
  ["services:\n  web:\n    |\n    image: a\n", "ports !image"],
  ["services:\n  web:\n    po|\n    image: a\n", "ports !image"],
  ["services:\r\n  web:\r\n    image: a\r\n    |\r\n", "ports !image"],
  ["services:\n  # 웹 서버\n  web:\n    image: 이미지 # 설명\n    |", "ports !image"],
  ["  services:\n    web:\n      |", "image"],
  ["services:\n  web: &a\n    |", "image"],
  ["services:\n  &a web:\n    |", "image"],
  ['services:\n  "web":\n    |', "image"],
  ["services:\n  web:\n    <<: *a\n    |", "image ports"],
  ["services:\n  web:\n\n    # words\n    image: a\n\n    |", "ports !image"],
  ["services:\n  web:\n    build:\n      |", "context dockerfile target args"],
  ["services:\n  web:\n    healthcheck:\n      test: x\n      |", "interval !test !image"],
  ["services:\n  web:\n    image: a\n|", "networks volumes !services !image"],
  ["services:\n  web:\n    ports:\n    - a\n    |", "image !ports"],
  ["services:\n  web:\n    volumes:\n      - type: bind\n        |", "source target !type !build"],
  ["services:\n  web:\n    volumes:\n      - |\n        source: a", "type target !source"],
  ["services:\n  web:\n    develop:\n      watch:\n        - |", "path action target"],
  ["services: {web: {|}}", "image build"],
  ["services: {web: {image: a, |}}", "build !image"],
  ["services: {web: {|, image: a}}", "build !image"],
  ["services:\n  web: {\n    image: a,\n    |\n  }", "build !image"],
  ["services:\n  web:\n    deploy: {resources: {limits: {|", "cpus memory"],
  ["services:\n  web:\n    <<: {|}\n", "image restart"],
  ["services:\n  web:\n    <<:\n      - {init: true, |}\n", "image !init"],
  ["services:\n  web:\n    build:\n      <<:\n        |\n", "context !image"],
  ["x-c: &c\n  init: true\nservices:\n  web:\n    <<: |", "*c !image"],
  ["x-c: &c\n  init: true\nservices:\n  web:\n    <<:\n      - |", "*c !image"],
  ["services: {web: {depends_on: {|}}, db: {image: x}}", "db !web !image"],
  ['services: {web: {networks: [|]}}\nnetworks: {n: {labels: {a: "}"}}, m: }\n', "n m !labels !a"],
  ["x-base: &base\n  |\nservices:\n  web:\n    <<: *base\n", "image restart"],
  ["x-log: &log\n  |\nservices:\n  web:\n    logging: *log\n", "driver options !image"],
  ["---\nservices:\n  a:\n    image: x\n---\nservices:\n  b:\n    |", "image"],
  // Values.
  ["services:\n  web:\n    restart: |", "no always unless-stopped on-failure"],
  ["services:\n  web:\n    restart: al|", "always"],
  ["services:\n  web:\n    privileged: |", "true false"],
  ["services:\n  web:\n    volumes:\n      - type: |", "bind volume tmpfs"],
  ["services:\n  web:\n    depends_on:\n      - |\n  db:\n  cache:", "db cache !web"],
  ["services:\n  web:\n    depends_on:\n      - db\n      - |\n  db:\n  cache:", "cache !db"],
  ["services:\n  web:\n    depends_on: [db, |]\n  db:\n  cache:", "cache !db !web"],
  ["services:\n  web:\n    depends_on:\n      |\n  db:", "db db:"],
  ["services:\n  web:\n    depends_on:\n      db:\n        condition: |", "service_healthy"],
  ["include:\n  - other.yaml\nservices:\n  web:\n    depends_on:\n      - |", "cache"],
  ["include:\n  - other.yaml\nservices:\n  web:\n    volumes:\n      - |", "shared type"],
  ["services:\n  web:\n    extends:\n      file: other.yaml\n      service: |", "cache !web"],
  ["services:\n  web:\n    network_mode: |\n  db:", "host service:db"],
  ["services:\n  web:\n    networks:\n      - |\nnetworks:\n  back:", "back"],
  ["services:\n  web:\n    secrets:\n      - |\nsecrets:\n  key:", "key source"],
  ["services:\n  a:\n    profiles: [debug]\n  b:\n    profiles:\n      - |", "debug"],
  ["services:\n  web:\n    build:\n      context: web\n      target: |", "base prod"],
  ["services:\n  web:\n    build:\n      context: web\n      args:\n        |", "VERSION:"],
  ["services:\n  web:\n    build: ./web\n    ports:\n      - |", "3000:3000"],
  ["services:\n  web:\n    cap_add:\n      - |", "NET_ADMIN SYS_PTRACE"],
  ["services:\n  web:\n    healthcheck:\n      interval: 10|", "10s 10m"],
  ["services:\n  web:\n    env_file: |", "app.env .env web/"],
  ["services:\n  web:\n    build:\n      context: web\n      dockerfile: |", "Dockerfile src/"],
  ["services:\n  web:\n    build: ./|", "web/ !app.env"],
  ["services:\n  web:\n    volumes:\n      - ./|", "web/ app.env !type"],
  ["services:\n  web:\n    volumes:\n      - ./web:/app:|", "./web:/app:ro"],
  ["services:\n  web:\n    volumes:\n      - type: bind\n        source: ./web/|", "src/"],
  ["services:\n  web:\n    logging: *|\nx-l: &l\n", "!*l"],
  ["x-l: &log\n  driver: local\nservices:\n  web:\n    logging: *|", "*log"],
  [
    "services:\n  db:\n    image: postgres:17\n    environment:\n      |",
    "POSTGRES_PASSWORD: TAG:",
  ],
  ["services:\n  db:\n    image: postgres:17\n    environment:\n      - |", "POSTGRES_USER"],
  // Variables.
  ["services:\n  web:\n    image: a:${|", "TAG"],
  ["services:\n  web:\n    image: a:$|", "TAG"],
  ['services:\n  web:\n    image: "a:${T|}"', "TAG"],
  ["services:\n  web:\n    command: >\n      echo ${|", "TAG"],
  ["services:\n  web:\n    image: ${A:-${|}}", "TAG"],
];

for (const [text, wanted] of cases)
  test(`offers in ${JSON.stringify(text)}`, async () => {
    const found = await labels(text, around);
    for (const label of wanted.split(" "))
      if (label.startsWith("!"))
        assert.ok(!found.includes(label.slice(1)), `${label.slice(1)} is offered: ${found}`);
      else assert.ok(found.includes(label), `${label} is missing: ${found}`);
  });

test("a name is offered once in a list that takes mappings, too", async () => {
  const names = await labels(
    "services:\n  web:\n    secrets:\n      - |\nsecrets:\n  token: {file: a}\n",
  );
  assert.equal(names.filter((name) => name === "token").length, 1);
});

test("a new service is offered whole where services stand", async () => {
  const found = await labels("services:\n  web:\n    image: a\n  |\n", around);
  assert.deepEqual(found, ["A service from an image", "A service built from a Dockerfile"]);
});

const nothing: readonly string[] = [
  "# ser|",
  "services: # |",
  "--|-",
  "services:\n  web:\n    image: a\n      |",
  "services:\n  web:\n      image: a\n    |",
  "  |\nservices:\n",
  "services:\n  web:\n    restart:|",
  "services:\n  web:\n    command: a b|",
  "services:\n  web:\n    command: >-\n      |",
  "services:\n  web:\n    build:\n      target: base\n        |",
  "services:\n  web:\n    container_name: |",
  "services:\n  web:\n    image: $$|",
  "other:\n  web:\n    |",
  "networks:\n- |",
];

for (const text of nothing)
  test(`offers nothing in ${JSON.stringify(text)}`, async () => {
    assert.deepEqual(await labels(text, around), []);
  });

test("a key brings what must stand below it", async () => {
  const insertOf = async (text: string, label: string) =>
    (await offered(text)).find((one) => one.label === label)?.insert;
  const service = "services:\n  web:\n    |";
  assert.equal(await insertOf(service, "image"), "image: ${1}");
  assert.equal(await insertOf(service, "ports"), "ports:\n  - ${1}");
  assert.equal(await insertOf(service, "build"), "build: ${1}");
  assert.equal(await insertOf(service, "init"), "init: ${1|true,false|}");
  assert.equal(
    await insertOf("services:\n  a:\n    develop:\n      |", "watch"),
    "watch:\n  - path: ${1}\n    action: ${2|rebuild,sync,restart,sync+restart,sync+exec|}",
  );
  assert.equal(await insertOf("services: {web: {|}}", "image"), "image: ${1}");
  assert.equal(await insertOf("services:\n  web:\n    |: a", "image"), "image");
  const inItem = "services:\n  web:\n    volumes:\n      - |";
  assert.equal(await insertOf(inItem, "bind"), "bind:\n    ${1}");
});

test("a list's item gets its dash where none stands yet", async () => {
  const found = await offered("services:\n  web:\n    depends_on:\n      |\n  db:\n");
  assert.equal(found.find(({ label }) => label === "db")?.insert, "- db");
});

test("what YAML would misread is written in quotes", async () => {
  const restart = await offered("services:\n  web:\n    restart: |");
  assert.equal(restart.find(({ label }) => label === "no")?.insert, '"no"');
  const ports = await offered("services:\n  web:\n    ports:\n      - |");
  assert.equal(ports.find(({ label }) => label === "8080:80")?.insert, '"8080:80"');
  const quoted = await offered('services:\n  web:\n    ports:\n      - "|"');
  assert.equal(quoted.find(({ label }) => label === "8080:80")?.insert, "8080:80");
});

test("a variable shows its value, a secret one does not", async () => {
  const found = await offered("services:\n  web:\n    image: a:${|", around);
  const detail = (name: string) => found.find(({ label }) => label === name)?.detail;
  assert.equal(detail("TAG"), "1.2 — .env");
  assert.equal(detail("DB_PASSWORD"), "•••• — .env");
});

test("a volume is proposed where the image keeps its data", async () => {
  const text = "services:\n  db:\n    image: mysql:8\n    volumes:\n      - |\nvolumes:\n  data:\n";
  const found = (await offered(text)).find(({ label }) => label === "data");
  assert.equal(found?.insert, "data:${1:/var/lib/mysql}");
});

test("the images of the engine come first", async () => {
  const engine = { images: () => ["mine:1"] };
  const found = await labels("services:\n  web:\n    image: |", { engine });
  assert.equal(found[0], "mine:1");
});

test("a thousand services are completed without reading them all as YAML", async () => {
  const service = (index: number) => `  s${index}:\n    image: x\n    depends_on: [s0]\n`;
  const many = Array.from({ length: 1000 }, (_, index) => service(index)).join("");
  const found = await labels(`services:\n${many}  last:\n    depends_on:\n      - |`);
  assert.equal(found.length, 1000);
});
