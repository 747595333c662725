// What a hover and the inlay hints tell. The cursor is a `|`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../../language-server/compose/index.ts";
import { docOf } from "../../../../language-server/compose/schema/docs.ts";
import {
  alternatives,
  keysOf,
  part,
  type Row,
  root,
  rowOfItem,
} from "../../../../language-server/compose/schema/schema.ts";
import { editor, type Surroundings } from "./editor.ts";

function told(marked: string, around?: Surroundings): string {
  const { document, offset, context } = editor(marked, around);
  return compose.hover?.(document, offset, context)?.markdown ?? "";
}

const around: Surroundings = {
  files: {
    ".env": "TAG=1.2\nDB_PASSWORD=hunter2\n",
    "base.yaml": "services:\n  base:\n    image: nginx\n    restart: always\n",
    Dockerfile: "FROM node:24 AS base\n",
  },
  engine: { serviceStates: () => ({ web: "running (healthy)" }), volumes: () => ["project_data"] },
};

const cases: readonly (readonly [string, RegExp])[] = [
  ["ser|vices:\n", /\*\*services\*\*\n\nThe programs/],
  ["services:\n  web:\n    im|age: a\n", /The image that the container starts from/],
  ["services:\n  web:\n    build:\n      con|text: .\n", /context.*compose-file\/build\/#context/s],
  ["services:\n  web:\n    volumes:\n      - type: bi|nd\n", /`volume`/],
  ["services:\n  web:\n    image: a:${T|AG}\n", /`TAG` is `1.2`, from .env.*a:1.2/s],
  ["services:\n  web:\n    image: a:${NO|NE:-2}\n", /`NONE` is not set.*default.*a:2/s],
  ["services:\n  web:\n    command: ${DB_PASS|WORD}\n", /••••/],
  ['services:\n  web:\n    ports: ["80|80:80"]\n', /Port 8080 .* port 80\/tcp.*\n\nAnyone/],
  ['services:\n  web:\n    ports: ["127.0.0.1:80|80:80"]\n', /Only the host itself/],
  ["services:\n  web:\n    volumes: [./a:/|b:ro]\n", /`.\/a` on the host.*cannot write/],
  ["services:\n  web:\n    depends_on: [d|b]\n  db:\n    image: x\n", /```yaml\ndb:\n {2}image: x/],
  ["services:\n  we|b:\n    image: a\n", /State: running \(healthy\)/],
  [
    "services:\n  we|b:\n    extends: {file: base.yaml, service: base}\n    image: b\n",
    /image: b\n {2}restart: always/,
  ],
  ["volumes:\n  da|ta:\n", /`project_data`. It exists/],
  ["services:\n  web:\n    build: {context: ., target: ba|se}\n", /FROM node:24 AS base/],
  ["x: &a\n  b: 1\ny: *|a\n", /```yaml\nb: 1\n```/],
  ["services:\n  web:\n    profiles: [deb|ug]\n", /`debug`: web/],
];

for (const [text, wanted] of cases)
  test(`tells in ${JSON.stringify(text)}`, () => {
    assert.match(told(text, around), wanted);
  });

test("nothing is told where nothing is known", () => {
  for (const text of [
    "name: | x\n",
    "# wor|ds\n",
    "services:\n  web:\n    depends_on: [no|ne]\n",
    "services:\n  web:\n    unkn|own: a\n",
    "x-a: {b|: 1}\n",
  ])
    assert.equal(told(text), "", text);
});

test("a secret is told nowhere", () => {
  const text = "services:\n  web:\n    command: ${DB_PASS|WORD} ${TAG}\n";
  assert.doesNotMatch(told(text, around), /hunter2/);
});

test("every key of the specification has its sentence", () => {
  const missing: string[] = [];
  const visit = (row: Row, path: readonly (string | number)[]) => {
    if (path.length > 10) return;
    for (const [key, own] of keysOf(row)) {
      if (docOf([...path, key]) === undefined) missing.push([...path, key].join("."));
      visit(own, [...path, key]);
    }
    for (const { pp } of alternatives(row))
      for (const [, index] of pp ?? []) visit(part(index), [...path, "name"]);
    const item = rowOfItem(row);
    if (item) visit(item, [...path, 0]);
  };
  visit(root, []);
  assert.deepEqual(missing, []);
});

function hinted(text: string, more: Surroundings = {}): string {
  const { document, context } = editor(text, { ...around, ...more });
  const span = { start: 0, end: text.length };
  return [...(compose.hints?.(document, span, context) ?? [])]
    .reverse()
    .reduce(
      (now, { offset, label }) => `${now.slice(0, offset)}«${label}»${now.slice(offset)}`,
      text,
    );
}

test("hints show values, what is overridden, and the engine's names", () => {
  assert.equal(
    hinted("services:\n  web:\n    image: a:${TAG}-$TAG ${NONE:-x}\n"),
    "services:\n  web:\n    image: a:${TAG}«= 1.2»-$TAG«= 1.2» ${NONE:-x}\n",
  );
  assert.equal(
    hinted('services:\n  a:\n    extends: {file: base.yaml, service: base}\n    restart: "no"\n'),
    'services:\n  a:\n    extends: {file: base.yaml, service: base}\n    restart: "no"«instead of always»\n',
  );
  assert.equal(
    hinted("volumes:\n  data:\n  own:\n    name: x\n  ext:\n    external: true\n"),
    "volumes:\n  data:«project_data»\n  own:\n    name: x\n  ext:\n    external: true\n",
  );
  const off = { inlayHints: { images: false, inherited: false, names: false } };
  assert.equal(hinted("volumes:\n  data:\n", { settings: off }), "volumes:\n  data:\n");
});

test("services that extend each other in a circle give no hints", () => {
  const text =
    "services:\n  a:\n    extends: b\n    image: x\n  b:\n    extends: a\n    image: y\n";
  assert.equal(hinted(text), text);
});
