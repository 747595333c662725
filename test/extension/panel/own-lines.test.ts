// Command lines of a person's own: what a setting may hold, which fit, and what they become.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  filledIn,
  fitting,
  type Places,
  templatesOf,
} from "../../../extension/commands/templates/template.ts";

const places: Places = {
  containerId: "4f1a",
  containerName: "web shop",
  arguments: ["--name", "a b", "nginx:1"],
  services: [],
  shell: async () => "bash",
  hostile: "--privileged",
  variable: "${command:workbench.action.quit}",
  variables: ["a", "${input:b}"],
};
const fill = (template: string) => filledIn(template, places, { HOME: "/home/me", EMPTY: "" });

test("a setting holds one line, several, or none", () => {
  assert.deepEqual(templatesOf(""), []);
  assert.deepEqual(templatesOf(undefined), []);
  assert.deepEqual(templatesOf("  "), []);
  assert.deepEqual(templatesOf("docker ps"), [{ template: "docker ps", label: "docker ps" }]);
  assert.deepEqual(
    templatesOf([
      { label: "As root", template: "docker exec -u 0 x", match: "^web", on: "container" },
      "docker top x",
      { label: "no line" },
      null,
      7,
      { template: "docker ps", label: 3, match: "" },
    ]),
    [
      { label: "As root", template: "docker exec -u 0 x", match: "^web", on: "container" },
      { template: "docker top x", label: "docker top x" },
      { template: "docker ps", label: "docker ps" },
    ],
  );
});

test("a line fits what its pattern finds", () => {
  const [any, web, broken] = templatesOf([
    "a",
    { template: "b", match: "^web" },
    { template: "c", match: "(" },
  ]);
  assert.ok(any && web && broken);
  assert.deepEqual(fitting([any, web], ["db", "postgres:17"]), [any]);
  assert.deepEqual(fitting([any, web], ["db", "web:1"]), [any, web]);
  assert.throws(() => fitting([broken], ["db"]), /“\(” is not a regular expression/);
});

test("a line becomes a program and its arguments", async () => {
  assert.deepEqual(await fill("docker exec -it ${containerId} ${shell}"), [
    ...["docker", "exec", "-it", "4f1a", "bash"],
  ]);
  // A value stays one word, whatever is in it; several words stay several.
  assert.deepEqual(await fill("docker logs ${containerName}"), ["docker", "logs", "web shop"]);
  assert.deepEqual(await fill("docker run -d ${arguments}"), [
    ...["docker", "run", "-d", "--name", "a b", "nginx:1"],
  ]);
  assert.deepEqual(await fill("up ${services} now"), ["up", "now"]);
  assert.deepEqual(await fill(`sh -c 'docker logs "$1" | less' sh \${containerId}`), [
    ...["sh", "-c", 'docker logs "$1" | less', "sh", "4f1a"],
  ]);
  assert.deepEqual(await fill("echo a=${arguments}"), ["echo", "a=--name a b nginx:1"]);
  assert.deepEqual(await fill("tool -v ${env:HOME}/x:/x ${env:EMPTY}${env:NONE}"), [
    ...["tool", "-v", "/home/me/x:/x", ""],
  ]);
  assert.deepEqual(await fill("C:\\docker.exe ps"), ["C:\\docker.exe", "ps"]);
});

test("what cannot be filled in says why", async () => {
  await assert.rejects(fill("docker logs ${container}"), /\$\{container\}.*\$\{containerId\}/);
  await assert.rejects(fill("docker logs ${toString}"), /\$\{toString\}/);
  await assert.rejects(fill("docker logs ${hostile}"), /“--privileged” cannot be used/);
  await assert.rejects(fill("echo x${variable}"), /quit}” cannot be used/);
  await assert.rejects(fill("echo ${variables}"), /“\$\{input:b\}” cannot be used/);
  await assert.rejects(fill("${services}"), /does not name a program/);
});
