// What an edit leaves alone is taken over from the version before. All that is said of a file must be
// what reading the whole of it anew says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { compose } from "../../../language-server/compose/index.ts";
import {
  type ComposeDocument,
  parseWhole,
} from "../../../language-server/compose/yaml/document.ts";
import type { Entry, Node } from "../../../language-server/compose/yaml/tree.ts";
import type { Host } from "../../../language-server/host.ts";
import { seeded } from "../../property-seed.ts";
import { folder, folderHost } from "./folder.ts";
import { wrong } from "./verdict-cases.ts";

const project = readFileSync(`${import.meta.dirname}/edited-project.yaml`, "utf8");

const host: Host = {
  files: { read: () => null, kind: () => null, list: () => [] },
  environment: {},
  folders: [],
};
const settings = { lint: { preset: "all" } } as const;
const context = { uri: "file:///shop/compose.yaml", host, settings };

const inserted = [
  ...[" ", "  ", "    ", "\n", "\n  ", "\n    ", ":", ": ", "- ", "#", " #", "[", "]", "{", "}"],
  ...['"', "'", ": |\n", ": >\n", "&a ", "*common", "<<: *common\n", "\t", "---\n", "...\n", "%"],
  ...[
    "x",
    "po",
    "\nvol",
    "\nvolumes:\n",
    "  web:\n",
    "    image: x\n",
    "${A}",
    "${",
    "? ",
    "!reset ",
  ],
  ...["\r\n", "\r", ",", "\ufeff", "한글", "    ports: ['1:1']\n", "  new:\n    build: .\n"],
  ...wrong.filter(([text]) => text.startsWith("services:\n")).map(([text]) => text.slice(10)),
];

/** A place, what is taken out there, and what is put in. */
const edits = fc.array(
  fc.tuple(
    fc.nat(10_000),
    fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
    fc.oneof(fc.constant(""), fc.constantFrom(...inserted)),
    fc.boolean(),
  ),
  { minLength: 1, maxLength: 6 },
);

type Edit = readonly [place: number, cut: number, text: string, atLine: boolean];

function edited(text: string, [place, cut, more, atLine]: Edit): string {
  const near = place % (text.length + 1);
  const at = atLine ? text.lastIndexOf("\n", near - 1) + 1 : near;
  return text.slice(0, at) + more + text.slice(at + cut);
}

/** The trees with their places; what an alias repeats is named by a number. */
function shape(document: ComposeDocument): unknown {
  const seen = new Map<Node, number>();
  const of = (node: Node): unknown => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    seen.set(node, seen.size);
    assert.equal(node.source, document.source);
    const { source: _, ...own } = node;
    if (node.kind === "list") return { ...own, items: node.items.map(of) };
    if (node.kind === "scalar") return own;
    const entryShape = ({ key, keySpan, source, value }: Entry) => {
      assert.equal(source, document.source);
      return { key, keySpan, value: of(value) };
    };
    return {
      ...own,
      entries: [...node.entries.values()].map(entryShape),
      besides: node.besides?.map(entryShape),
    };
  };
  return document.documents.map(of);
}

function told(document: ComposeDocument): unknown {
  const findings = compose.lint(document, context);
  return findings.map(({ fixes, ...rest }) => ({ ...rest, fixes: fixes?.() }));
}

const whole = (document: ComposeDocument) => ({ start: 0, end: document.text.length });

/** What each feature answers; those that are asked at a place, at some. */
const features: Readonly<Record<string, (document: ComposeDocument, offset: number) => unknown>> = {
  hover: (document, offset) => compose.hover?.(document, offset, context),
  highlights: (document, offset) => compose.highlights?.(document, offset, context),
  definitions: (document, offset) => compose.definitions?.(document, offset, context),
  references: (document, offset) => compose.references?.(document, offset, context, true),
  rename: (document, offset) => compose.rename?.(document, offset, "other", context),
  selections: (document, offset) => compose.selections?.(document, offset),
  refactorings: (document, offset) =>
    compose.refactorings?.(document, { start: offset, end: offset }, context),
  tokens: (document) => compose.tokens?.(document, context),
  hints: (document) => compose.hints?.(document, whole(document), context),
  symbols: (document) => compose.symbols?.(document, context),
  folds: (document) => compose.folds?.(document, context),
  links: (document) => compose.links?.(document, context),
  lenses: (document) => compose.lenses?.(document, context),
  format: (document) => compose.format?.(document, { tabSize: 4, insertSpaces: true }, context),
};

/** The answers of every feature, at a place near the edit and at some others. */
function answers(document: ComposeDocument, near: number): unknown {
  const { length } = document.text;
  const places = [near, near * 13].map((place) => place % (length + 1));
  return Object.entries(features).map(([name, ask]) => [
    name,
    ...places.map((place) => ask(document, place)),
  ]);
}

function same(document: ComposeDocument, near = 0): void {
  const whole = parseWhole(document.text);
  assert.deepEqual(answers(document, near), answers(whole, near), document.text);
  assert.deepEqual(shape(document), shape(whole), document.text);
  assert.equal(document.broken, whole.broken);
  assert.deepEqual(told(document), told(whole), document.text);
}

test("a file after edits is what it is when read anew", () => {
  fc.assert(
    fc.property(edits, (list) => {
      let document = compose.parse(project);
      told(document);
      for (const edit of list) {
        document = compose.parse(edited(document.text, edit), document);
        same(document, edit[0]);
      }
    }),
    { ...seeded, numRuns: seeded.numRuns / 4 },
  );
});

/** Replaces a text by another, as one types it, and back. */
function typed(before: string, after: string): void {
  assert.ok(project.includes(before), before);
  let document = compose.parse(project, compose.parse(""));
  told(document);
  for (const text of [project.replace(before, after), project]) {
    document = compose.parse(text, document);
    same(document);
  }
}

test("what is above an edit stays, what is below moves, and so do aliases to it", () => {
  typed("8080:80", "8080:8000");
  typed("name: shop", "name: a-longer-name");
  typed("retries: 3", "retries: 3x");
  typed("restart: unless-stopped", "restart: sometimes");
  typed("&environment", "&other");
  typed("  db:\n", "  database:\n");
  typed("    tmpfs: /tmp\n", "    tmpfs: /tmp\n    dep\n");
  typed("{ max-size", "{\n    max-size");
});

test("a version that was taken over from still says the same when asked", () => {
  const first = compose.parse(project, compose.parse(""));
  const before = JSON.stringify(told(first));
  const second = compose.parse(project.replace("8080", "80"), first);
  told(second);
  assert.equal(JSON.stringify(told(first)), before);
});

test("values of variables and names of other parts are looked at anew", () => {
  const env = { text: "VERSION=1\nLOG_LEVEL=info\n" };
  const files = { ...host.files, read: (uri: string) => (uri.endsWith("/.env") ? env.text : null) };
  const asked = { ...context, host: { ...host, files } };
  const codes = (document: ComposeDocument) =>
    compose
      .lint(document, asked)
      .map(({ code, start, end }) => `${code} ${document.text.slice(start, end)}`);
  let document = compose.parse(project);
  const image = "InvalidImage registry.example/shop/api:${VERSION:-1.2.0}";
  assert.ok(!codes(document).includes(image));
  env.text = "VERSION=a b\n";
  assert.ok(codes(document).includes(image));
  document = compose.parse(project.replace("name: shop", "name: shops"), document);
  assert.ok(codes(document).includes(image));
  document = compose.parse(document.text.replace("\n  back:\n", "\n  rear:\n"), document);
  assert.ok(codes(document).includes("UndefinedReference back"));
});

/** Makes a text long enough to be read in pieces. */
const longComment = `# ${"-".repeat(2_000)}\n`;

test("a Dockerfile behind a build is looked at anew, and so is what an image exposes", () => {
  const text = `${longComment}services:\n  a:\n    build: {context: ., target: run, args: {A: b}}\n    ports: ['80:81']\n`;
  const files: Record<string, string> = { "compose.yaml": text };
  let document = compose.parse(text, compose.parse(""));
  const codes = () => {
    document = compose.parse(`${document.text}#`, document);
    const uri = `${folder}compose.yaml`;
    const found = compose.lint(document, { ...context, uri, host: folderHost(files) });
    return found.flatMap(({ code, severity }) => (severity === "warning" ? [code] : []));
  };
  assert.deepEqual(codes(), ["MissingBuildContext"]);
  files.Dockerfile = "FROM alpine AS walk\nEXPOSE 80\n";
  assert.deepEqual(codes(), ["UndefinedBuildTarget", "UndefinedBuildArg"]);
  files.Dockerfile = "FROM alpine AS run\nARG A\nEXPOSE 80\n";
  assert.deepEqual(codes(), ["SwappedPorts"]);
  files.Dockerfile = "FROM alpine AS run\nARG A\nEXPOSE 81\n";
  assert.deepEqual(codes(), []);
});

test("findings in services that an edit leaves alone are the very same, at their new places", () => {
  const first = compose.parse(project, compose.parse(""));
  const before = new Map(compose.lint(first, context).map((one) => [one, one.start]));
  const longer = compose.parse(project.replace("name: shop", "name: shops"), first);
  const kept = compose.lint(longer, context).filter((one) => before.has(one));
  assert.ok(kept.length > 0);
  for (const one of kept) assert.equal(one.start, (before.get(one) ?? 0) + 1);
});
