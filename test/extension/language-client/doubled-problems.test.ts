// Which problems are left out beside another extension's. The places are those that yaml-language-server 2.0
// and Microsoft's Compose service 1.0 really give for these files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Told, withoutDoubled } from "../../../extension/language-client/doubled-problems.ts";

const [error, warning] = [0, 1];

/** `line:character-character`, or `line:character-line:character`, from 0. */
function told(source: string | undefined, code: unknown, place: string, severity = error): Told {
  const [line = 0, character = 0, second = 0, third] = place.split(/[:-]/).map(Number);
  const end =
    third === undefined ? { line, character: second } : { line: second, character: third };
  return { source, severity, code, range: { start: { line, character }, end } };
}

const own = (code: string, place: string, severity?: number) =>
  told("dockwright", { value: code, target: {} }, place, severity);
const redHat = (code: number, place: string) =>
  told("yaml-schema: Compose Specification", code, place);

function codesLeft(ours: readonly Told[], theirs: readonly Told[]): readonly unknown[] {
  return withoutDoubled(ours, [...ours, ...theirs]).map(
    ({ code }) => (code as { readonly value: unknown }).value,
  );
}

test("what the schema says is told once, and what only we know stays", () => {
  const ours = [
    own("NoImage", "1:2-5"),
    own("UnknownKey", "2:4-10"),
    own("WrongType", "3:11-13"),
    own("UndefinedReference", "4:17-19"),
  ];
  const theirs = [redHat(513, "2:4-10"), redHat(0, "3:11-13")];
  assert.deepEqual(codesLeft(ours, theirs), ["NoImage", "UndefinedReference"]);
  assert.deepEqual(codesLeft(ours, theirs.slice(0, 1)), [
    "NoImage",
    "WrongType",
    "UndefinedReference",
  ]);
});

test("one syntax error is told once, wherever the other sees it", () => {
  const ours = [own("YamlSyntax", "2:11-17"), own("NoImage", "1:2-5")];
  for (const theirs of [
    told("YAML", 0, "5:0-0"),
    told(undefined, "MISSING_CHAR", "5:0-0"),
    told("docker-language-server", undefined, "2:0-30"),
  ])
    assert.deepEqual(codesLeft(ours, [theirs]), ["NoImage"]);
});

test("nothing is left out for other problems: of spelling, of security, or none", () => {
  const ours = [own("YamlSyntax", "2:11-17"), own("UnknownKey", "2:4-10")];
  const all = ["YamlSyntax", "UnknownKey"];
  assert.deepEqual(codesLeft(ours, []), all);
  assert.deepEqual(codesLeft(ours, [told("cSpell", undefined, "2:4-10", warning)]), all);
  assert.deepEqual(codesLeft(ours, [told("checkov", "CKV_1", "2:4-10")]), all);
  assert.deepEqual(codesLeft(ours, [told("YAML", 0, "2:4-10", warning)]), all);
});
