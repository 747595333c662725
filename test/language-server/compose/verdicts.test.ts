// What docker compose refuses, and near misses that it takes: one line a case, judged as the
// file compose.yaml of a folder with a few neighbours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import type { Host } from "../../../language-server/host.ts";
import type { Finding } from "../../../language-server/lint/rule.ts";
import { neighbours, right, service, wrong } from "./verdict-cases.ts";

const folder = "file:///project/";

function findings(text: string, name = "compose.yaml", files = neighbours): readonly Finding[] {
  const all: Readonly<Record<string, string>> = { ...files, [name]: text };
  const known = (uri: string) => all[uri.slice(folder.length)];
  const host: Host = {
    files: {
      read: (uri) => known(uri) ?? null,
      kind: (uri) => (known(uri) === undefined ? null : "file"),
      list: () => Object.keys(all),
    },
    environment: {},
    folders: [folder],
  };
  return compose.lint(compose.parse(text), {
    uri: folder + name,
    host,
    settings: { lint: { rules: { UntaggedImage: "off", UnusedVariable: "off" } } },
  });
}

/** The findings as `CODE text`, of those that Compose refuses. */
function refused(text: string): readonly string[] {
  return findings(text)
    .filter(({ severity }) => severity === "error")
    .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

test("what Compose refuses is told once, on the text that is wrong", () => {
  for (const [text, expected] of wrong) assert.equal(refused(text)[0], expected, text);
});

test("what Compose takes is no error", () => {
  for (const text of right) assert.deepEqual(refused(text), [], text);
});

test("a variable that the client keeps to itself may have a value", () => {
  assert.deepEqual(refused(service("container_name: ${A_TOKEN}")), []);
});

test("a mistyped key is repaired by the first fix", () => {
  const text = service("enviroment: {A: b}");
  const [finding] = findings(text);
  const [fix] = finding?.fixes?.() ?? [];
  assert.deepEqual(
    fix?.edits.map(({ newText }) => newText),
    ["environment"],
  );
});

test("a value that is not closed is told once", () => {
  const text = 'services:\n  a:\n    image: "nginx\n    tty: true\n';
  assert.deepEqual(
    findings(text).map(({ code }) => code),
    ["YamlSyntax"],
  );
});

test("of a service whose profile is off some things are not looked at", () => {
  const text = (profiles: string) =>
    `services:\n  a:\n    image: x\n    profiles: [${profiles}]\n    healthcheck: {test: [x]}\n    develop: {watch: [{path: ., action: sync}]}\n  b: {image: y}\n`;
  assert.deepEqual(refused(text("q")), []);
  assert.deepEqual(refused(text("")), ["HealthcheckTest x", "WatchPath sync"]);
});

test("an override file is judged over its base, and the base with it", () => {
  const base = "services:\n  a:\n    command: x\n";
  const over = "services:\n  a:\n    image: x\n";
  const files = { "compose.yaml": base, "compose.override.yaml": over };
  assert.deepEqual(findings(base, "compose.yaml", files), []);
  assert.deepEqual(findings(over, "compose.override.yaml", files), []);
  assert.equal(findings(base, "compose.yaml", {})[0]?.code, "NoImage");
});

test("what an override file makes wrong is told there", () => {
  const base = `${service("configs: [c]\ndepends_on: [b]")}  b: {image: y}\nconfigs: {c: {file: ./c}}\n`;
  const told = (over: string) =>
    findings(over, "compose.override.yaml", {
      "compose.yaml": base,
      "compose.override.yaml": over,
    }).map(({ code, start, end }) => `${code} ${over.slice(start, end)}`);
  assert.deepEqual(told("configs: {c: {content: x}}\n"), ["Exclusive c"]);
  assert.deepEqual(told("services:\n  b: {depends_on: [a]}\n"), ["DependencyCycle a"]);
  assert.deepEqual(told("services:\n  a: {depends_on: {b: {restart: true}}}\n"), []);
  assert.deepEqual(told("services:\n  a: {depends_on: [b]}\n"), []);
  assert.deepEqual(told("services:\n  b: {depends_on: {a: {restart: true}}}\n"), [
    "DependencyCycle a",
    "MissingKey restart",
  ]);
});

test("an empty value of an override file is no fault where its base has one", () => {
  const base = "services:\n  a:\n    image: x\n    healthcheck: {test: y}\n    tty: true\n";
  const told = (over: string) =>
    findings(over, "compose.override.yaml", {
      "compose.yaml": base,
      "compose.override.yaml": over,
    }).map(({ code, start, end }) => `${code} ${over.slice(start, end)}`);
  assert.deepEqual(told("services:\n  a:\n    tty:\n    healthcheck:\n    command:\n"), []);
  assert.deepEqual(told("services:\n  a:\n"), []);
  assert.equal(told("services:\n  a:\n    user:\n").length, 1);
  assert.equal(told("services:\n  a:\n    healthcheck:\n      test:\n").length, 1);
  assert.equal(told("services:\n").length, 1);
});

test("aliases that multiply are refused, not followed", () => {
  const letters = [..."abcdefghij"];
  const lines = letters.map((letter, index) =>
    index === 0
      ? `x-a: &a [x,x,x,x,x,x,x,x]`
      : `x-${letter}: &${letter} [${Array(8)
          .fill(`*${letters[index - 1]}`)
          .join(",")}]`,
  );
  const codes = findings(`${lines.join("\n")}\nservices:\n  a:\n    image: x\n`).map(
    ({ code }) => code,
  );
  assert.deepEqual(codes, ["YamlSyntax"]);
});

test("half-typed and hostile texts are read without failing", () => {
  const text = service("ports:\n  - '80:80'\nenvironment:\n  A: \"${B:-c}\"");
  for (let end = 0; end <= text.length; end++) findings(text.slice(0, end));
  for (const odd of [
    "\0",
    "[".repeat(3000),
    "a: &a [*a]",
    "? [x]\n: y",
    "- - -\n",
    "{{{",
    "%YAML 1.2\n---\na: b\n",
    "\uD800: x",
  ])
    assert.ok(Array.isArray(findings(odd)));
});

test("what Compose takes and is wrong all the same is a warning", () => {
  const cases: readonly (readonly [string, string])[] = [
    [`version: "3"\n${service("tty: true")}`, "NoVersionField"],
    [service("volumes: ['./a:/d', './b:/d']"), "DuplicateMountTarget"],
    [
      `${service("ports: ['80:80']")}  b:\n    image: y\n    ports: ['80:81']\n`,
      "DuplicateExportedPort",
    ],
  ];
  for (const [text, code] of cases)
    assert.deepEqual(
      findings(text).map((found) => `${found.code} ${found.severity}`),
      [`${code} warning`],
      text,
    );
});

test("a file that has lost its indentation has one fault, and a fix that mends it", () => {
  const text = "services:\nweb:\nimage: nginx:1.27\nports:\n- '80:80'\nvolumes:\n- ./a:/b\n";
  const found = findings(text).filter(({ severity }) => severity === "error");
  assert.equal(found.length, 1);
  const [fix] = found[0]?.fixes?.() ?? [];
  const mended = [...(fix?.edits ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, newText }) => all.slice(0, start) + newText + all.slice(start), text);
  assert.deepEqual(refused(mended), [], mended);
});

test("files that extend each other in a circle end, seen from an override file, too", () => {
  const over = "services:\n  a:\n    tty: true\n";
  const base =
    "services:\n  a:\n    ipc: service:none\n    extends: {file: compose.yaml, service: none}\n";
  const files = {
    "compose.yaml": "services:\n  a:\n    image: x\n    extends: {file: base.yaml, service: a}\n",
    "base.yaml": base,
  };
  assert.deepEqual(findings(over, "compose.override.yaml", files), []);
});
