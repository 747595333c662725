// What a refactoring makes means what stood there before, at whatever place it is offered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import { composeProject } from "../../../language-server/compose/requests.ts";
import { faults } from "./faults.ts";
import { folder, folderHost } from "./folder.ts";
import { right } from "./verdict-cases.ts";

const uri = `${folder}compose.yaml`;

function config(text: string) {
  const project = composeProject({ uri, name: "p" }, folderHost({ "compose.yaml": text }));
  return project?.services.map(({ name, config: one }) => [name, one]);
}

/** All that is offered anywhere in a text, with what comes out. */
function offered(text: string): ReadonlyMap<string, string> {
  const document = compose.parse(text);
  const context = { uri, host: folderHost({ "compose.yaml": text }), settings: {} };
  const found = new Map<string, string>();
  for (let offset = 0; offset <= text.length; offset++)
    for (const { title, edits } of compose.refactorings?.(
      document,
      { start: offset, end: offset },
      context,
    ) ?? [])
      found.set(
        `${title} @${edits[0]?.start}`,
        [...edits]
          .sort((a, b) => b.start - a.start)
          .reduce(
            (all, { start, end, newText }) => all.slice(0, start) + newText + all.slice(end),
            text,
          ),
      );
  return found;
}

const block = `services:
  web:
    image: nginx:1.27
    ports:
      - "8080:80"
      - 127.0.0.1:53:53/udp # names
      - target: 443
        published: "8443"
        host_ip: 127.0.0.1
        protocol: tcp
    volumes:
      - ./a:/a:ro
      - data:/data
      - /anonymous
      - type: bind
        source: ./b
        target: /b
        bind:
          create_host_path: true
      - type: volume
        source: data
        target: /more
        read_only: true
    depends_on:
      - db
      - cache
    logging: &log
      driver: json-file
      options:
        max-size: 10m
    healthcheck:
      test: ["CMD", "true"]
      interval: 10s
  db:
    image: postgres:17
    logging: *log
    depends_on:
      cache:
        condition: service_started
    restart: &restart always
  cache:
    image: redis:7
    restart: *restart
volumes:
  data:
`;
const flow =
  "services:\n  web:\n    image: nginx:1.27\n    ports: ['8080:80', {target: 90}]\n    volumes: ['./a:/a']\n    depends_on: [db]\n  db: {image: postgres:17}\n";

test("short and long forms, anchors and aliases are offered where they stand", () => {
  const titles = [...offered(block).keys()].map((key) => key.replace(/ @.*/, ""));
  const count = (title: string) => titles.filter((one) => one === title).length;
  assert.equal(count("Write in the long form"), 6);
  assert.equal(count("Write in the short form"), 4);
  assert.equal(count("Write out *log"), 1);
  assert.equal(count("Write out *restart"), 1);
  assert.equal(count("Extract to x-healthcheck"), 1);
});

test("what comes out means the same", () => {
  for (const text of [block, flow, block.trimEnd(), block.replaceAll("\n", "\r\n"), ...right])
    for (const [what, made] of offered(text)) {
      const document = compose.parse(made);
      assert.deepEqual(document.problems, [], `${what}\n${made}`);
      assert.deepEqual(config(made), config(text), `${what}\n${made}`);
    }
});

test("nothing is offered in broken files, and nothing fails", () => {
  for (const { text } of faults) offered(text);
});

test("a password joins the secrets that are there", () => {
  const text =
    "services:\n  db:\n    image: postgres:17\n    secrets:\n    - a\n    environment:\n      POSTGRES_PASSWORD: x\nsecrets:\n    a:\n        file: ./a\n";
  const made = [...offered(text)].find(([what]) => what.startsWith("Move"))?.[1];
  assert.equal(
    made,
    "services:\n  db:\n    image: postgres:17\n    secrets:\n    - postgres_password\n    - a\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password\nsecrets:\n    postgres_password:\n      # Put the value alone into this file.\n      file: ./postgres_password.txt\n    a:\n        file: ./a\n",
  );
  const inFlow = text.replace("\n    - a", " [a]");
  assert.ok(![...offered(inFlow)].some(([what]) => what.startsWith("Move")));
});

test("an anchor of one key is written out below its key", () => {
  const text =
    "x-log: &log\n  driver: local\nservices:\n  web:\n    image: nginx:1.27\n    logging: *log\n";
  const made = [...offered(text)].find(([what]) => what.startsWith("Write out *log"))?.[1];
  assert.equal(made, text.replace("logging: *log", "logging: \n      driver: local"));
});

test("a password moves into a secret", () => {
  const text =
    "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: hunter2\n";
  const made = [...offered(text)].find(([what]) => what.startsWith("Move"))?.[1];
  assert.equal(
    made,
    "services:\n  db:\n    image: postgres:17\n    secrets:\n      - postgres_password\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password\n\nsecrets:\n  postgres_password:\n    # Put the value alone into this file.\n    file: ./postgres_password.txt\n",
  );
});
