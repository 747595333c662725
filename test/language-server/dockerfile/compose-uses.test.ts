// A stage or an argument is renamed in the Compose files that name it, too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hints } from "../../../language-server/dockerfile/features/hints.ts";
import { references, rename } from "../../../language-server/dockerfile/features/navigation.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import { apply, hostWith } from "./lint-file.ts";

const dockerfile =
  "FROM alpine:3.22 AS build\nARG MODE=a\nRUN echo $MODE\nFROM scratch\nCOPY --from=build /a /\n";
const compose = `services:
  one:
    build: {context: ., target: "build", args: [MODE=b, OTHER=c]}
  two:
    build:
      context: ./
      target: build
      args:
        MODE: d
  three:
    build: {context: other, target: build, args: {MODE: e}}
  four:
    build: .
  five:
    image: build
`;

function renamed(at: string, newName: string, files: Record<string, string>) {
  const context = { uri: "file:///w/Dockerfile", host: hostWith(files), settings: {} };
  const edits = rename(parseDockerfile(dockerfile), dockerfile.indexOf(at), newName, context) ?? {};
  return Object.fromEntries(
    Object.entries(edits).map(([uri, some]) => {
      const name = uri.replace("file:///w/", "");
      return [name, apply(files[name] ?? dockerfile, some)];
    }),
  );
}

test("a stage is renamed in every build that has it as its target", () => {
  const result = renamed("build", "made", { "compose.yaml": compose });
  assert.match(result.Dockerfile ?? "", /AS made[\s\S]*--from=made/);
  assert.equal(
    result["compose.yaml"],
    compose
      .replace('target: "build"', 'target: "made"')
      .replace("target: build\n      args", "target: made\n      args"),
  );
});

test("nothing is renamed to what cannot be a name", () => {
  for (const newName of ["", "two words", "1st", "a=b"])
    for (const name of ["build", "MODE"])
      assert.deepEqual(renamed(name, newName, { "compose.yaml": compose }), {}, newName);
});

test("an argument is renamed as key and as NAME=value", () => {
  const result = renamed("MODE", "KIND", { "docker-compose.yml": compose });
  assert.match(result.Dockerfile ?? "", /ARG KIND=a\nRUN echo \$KIND/);
  assert.equal(
    result["docker-compose.yml"],
    compose.replace("[MODE=b", "[KIND=b").replace("        MODE: d", "        KIND: d"),
  );
});

test("what an anchor gives to several services is renamed once, where it stands", () => {
  const shared = `x-build: &build
  context: .
  args: &args { MODE: x }
services:
  one: { build: *build }
  two:
    build: { <<: *build, target: build }
  three:
    build: { context: ., args: *args }
`;
  const renames = (at: string, to: string) =>
    renamed(at, to, { "compose.yaml": shared })["compose.yaml"];
  assert.equal(renames("MODE", "KIND"), shared.replace("MODE", "KIND"));
  assert.equal(renames("build", "made"), shared.replace("target: build", "target: made"));
});

test("no Compose file, a broken one, and one for another Dockerfile change nothing", () => {
  for (const text of [
    "",
    "services: [",
    "services:\n  a:\n    build: {dockerfile: x, target: build}\n",
  ])
    assert.deepEqual(Object.keys(renamed("build", "made", { "compose.yaml": text })), [
      "Dockerfile",
    ]);
});

test("references name the Compose file", () => {
  const context = {
    uri: "file:///w/Dockerfile",
    host: hostWith({ "compose.yaml": compose }),
    settings: {},
  };
  const places = references(
    parseDockerfile(dockerfile),
    dockerfile.indexOf("build"),
    context,
    true,
  );
  assert.deepEqual(
    places.map(({ uri, start, end }) => [uri, (uri ? compose : dockerfile).slice(start, end)]),
    [
      [undefined, "build"],
      [undefined, "build"],
      ["file:///w/compose.yaml", "build"],
      ["file:///w/compose.yaml", "build"],
    ],
  );
});

test("values stand behind variables where they decide what a line does", () => {
  const text =
    "ARG TAG=3.22\nFROM alpine:$TAG\nENV DIR=/app PORT=80\nWORKDIR ${DIR}\nEXPOSE $PORT\nRUN echo $DIR\n";
  const context = { uri: "file:///w/Dockerfile", host: hostWith({}), settings: {} };
  const found = hints(parseDockerfile(text), { start: 0, end: text.length }, context);
  assert.deepEqual(
    found.map(({ label }) => label),
    ["= 3.22", "= /app", "= 80"],
  );
});
