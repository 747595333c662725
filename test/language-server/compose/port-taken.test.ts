// Host ports that a container of another project, or another program, holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import type { UsedPort } from "../../../language-server/host.ts";
import type { Listener } from "../../../language-server/protocol.ts";
import { folder, folderHost } from "./folder.ts";

const uri = `${folder}compose.yaml`;
const used: readonly UsedPort[] = [
  { port: 8080, protocol: "tcp", container: "blog-web-1", project: "blog" },
  { port: 8081, protocol: "tcp", container: "project-web-1", project: "project" },
];
const listeners: readonly Listener[] = [
  { port: 3306, protocol: "tcp", address: "127.0.0.1", program: "mysqld" },
  { port: 8081, protocol: "tcp", address: "" },
  { port: 9000, protocol: "tcp", address: "" },
];

function messages(ports: string) {
  const asked: string[] = [];
  const engine = {
    usedPorts: () => used,
    listeners: (keys: readonly string[]) => {
      asked.push(...keys);
      return listeners;
    },
  };
  const text = `services:\n  web:\n    image: nginx:1.27\n    ports: [${ports}]\n`;
  const host = folderHost({ "compose.yaml": text }, {}, engine);
  const found = compose.lint(compose.parse(text), { uri, host, settings: {} });
  const taken = found.filter(({ code }) => code === "PortTaken");
  return { asked, told: taken.map(({ message }) => message), taken, text };
}

test("another project's container and another program are named", () => {
  const { told, asked } = messages("'8080:80', '3306:3306', '9000:9000'");
  assert.deepEqual(told, [
    'The host port 8080 is taken by the running container "blog-web-1".',
    'The host port 3306 is taken by the program "mysqld" on this machine.',
    "The host port 9000 is taken by another program on this machine.",
  ]);
  assert.deepEqual(asked, ["3306/tcp", "9000/tcp"]);
});

test("the fix takes a port that nobody holds", () => {
  const { taken, text } = messages("'8080:80'");
  const [edit] = taken[0]?.fixes?.()[0]?.edits ?? [];
  assert.ok(edit);
  assert.equal(text.slice(edit.start, edit.end), "'8080:80'");
  assert.match(edit.newText, /8082:80/);
});

for (const [what, ports] of [
  ["the own project's port, on which its engine listens", "'8081:80'"],
  ["another protocol", "'3306:3306/udp'"],
  ["another address", "'192.168.1.5:3306:3306'"],
  ["a port that is chosen at the start", "'3306'"],
  ["a port inside the container", "'4000:9000'"],
] as const)
  test(`is not told: ${what}`, () => assert.deepEqual(messages(ports).told, []));

test("the same address is told in both forms", () => {
  const long = "{target: 80, published: '3306', host_ip: 127.0.0.1}";
  assert.equal(messages(`'127.0.0.1:3306:80', ${long}`).told.length, 2);
});
