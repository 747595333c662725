// What docker compose refuses, and near misses that it takes: one line a case, judged as the
// file compose.yaml of a folder with a few neighbours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import type { Host } from "../../../language-server/host.ts";
import type { Finding } from "../../../language-server/lint/rule.ts";

const folder = "file:///project/";
const neighbours: Readonly<Record<string, string>> = {
  "base.yaml": "services:\n  base:\n    image: nginx\n",
  "broken.yaml": "services:\n  b:\n    image: 4\n",
  ".env": "TAG=1\n",
  "good.env": "A=1\n# text\nexport B='x y'\n",
  "bad.env": "A B=1\n",
};

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
    settings: { lint: { rules: { UntaggedImage: "off" } } },
  });
}

/** The findings as `CODE text`, of those that Compose refuses. */
function refused(text: string): readonly string[] {
  return findings(text)
    .filter(({ severity }) => severity === "error")
    .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

const service = (lines: string) =>
  `services:\n  a:\n    image: x\n${lines.replace(/^/gm, "    ")}\n`;

const wrong: readonly (readonly [string, string])[] = [
  [service("prots: []"), "UnknownKey prots"],
  ["web:\n  image: x\n", "UnknownKey web"],
  [service("tty: 1"), "WrongType 1"],
  [service("cgroup: guest"), "WrongValue guest"],
  [service("ports: ['80:99999']"), "BadPort '80:99999'"],
  [service("volumes: ['./a::ro']"), "BadMount './a::ro'"],
  [service("volumes: ['data:/d']"), "UndefinedReference 'data:/d'"],
  [service("networks: [back]"), "UndefinedReference back"],
  [service("depends_on: [b]"), "UndefinedReference b"],
  [service("networks: [x-n]\n").replace(/$/, "networks: {x-n: }\n"), "UndefinedReference x-n"],
  [service("group_add: [a, a]"), "WrongValue a"],
  [service("expose: [1.5]"), "BadPort 1.5"],
  [service("container_name: ${UNSET}"), "WrongValue ${UNSET}"],
  [service("secrets: [{}]"), "UndefinedReference {}"],
  [service("depends_on: [a]"), "DependencyCycle a"],
  [service("mem_limit: 1x"), "BadSize 1x"],
  [service("stop_grace_period: ten"), "BadDuration ten"],
  [service("command: ${A"), "VariableSyntax ${A"],
  [service("command: ${1A}"), "VariableSyntax ${1A}"],
  [service("scale: ${N:-two}"), "WrongType ${N:-two}"],
  [service("environment:\n  DAY: 2020-01-01"), "WrongType 2020-01-01"],
  [service("env_file: none.env"), "MissingFile none.env"],
  [service("env_file: bad.env"), "EnvFile bad.env"],
  [service("extends: {file: base.yaml, service: bse}"), "ExtendsTarget bse"],
  [service("healthcheck: {test: [curl]}"), "HealthcheckTest curl"],
  ["services:\n  a:\n    command: x\n", "NoImage a"],
  ["include: [none.yaml]\n", "MissingFile none.yaml"],
  ["include: [broken.yaml]\n", "IncludedFault broken.yaml"],
  ["include: [compose.yaml]\n", "IncludeCycle compose.yaml"],
  ["services:\n  a:\n    image: x\n    image: y\n", "YamlSyntax image"],
  ["services:\n\ta:\n\t\timage: x\n", "YamlSyntax \t"],
  ["services:\n  a: *none\n", "YamlSyntax *none"],
  ["secrets:\n  s: {}\n", "NoSource s"],
];

const right: readonly string[] = [
  service("container_name: ${A_TOKEN}"),
  service("env_file: [{path: none.env, required: false, format: zz}]"),
  service("ports: ['80', '127.0.0.1:8080:80/udp', 3000-3001:80-81]"),
  service("volumes: [./a:/b:ro, '~/x:/y', /z]"),
  `${service("depends_on: [b]\ncap_add: [A, A]\nprivileged: yes")}  b: {image: y}\n`,
  service("image2: &i x\n").replace(
    "    image2: &i x\n",
    "    command: $1 $(x) $$A ${A:-${B:-c}}\n",
  ),
  service("env_file: [good.env, {path: none.env, required: false}]"),
  service("ports: !reset null"),
  service("extends: {file: base.yaml, service: base}"),
  "include: [base.yaml]\nservices:\n  a:\n    image: x:${TAG}\n    depends_on: [base]\n",
  "x-a: &a\n  image: x\nservices:\n  a:\n    <<: *a\n    tty: true\n",
  "services:\n  a:\n    ports: ['80']\n---\nservices:\n  a:\n    image: y\n",
];

test("what Compose refuses is told once, on the text that is wrong", () => {
  for (const [text, expected] of wrong) assert.equal(refused(text)[0], expected, text);
});

test("what Compose takes is no error", () => {
  for (const text of right) assert.deepEqual(refused(text), [], text);
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

test("an override file is judged over its base, and the base with it", () => {
  const base = "services:\n  a:\n    command: x\n";
  const over = "services:\n  a:\n    image: x\n";
  const files = { "compose.yaml": base, "compose.override.yaml": over };
  assert.deepEqual(findings(base, "compose.yaml", files), []);
  assert.deepEqual(findings(over, "compose.override.yaml", files), []);
  assert.equal(findings(base, "compose.yaml", {})[0]?.code, "NoImage");
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
