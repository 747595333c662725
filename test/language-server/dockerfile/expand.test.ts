// What words expand to: the values that BuildKit gives an ARG of the same text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expand } from "../../../language-server/dockerfile/syntax/expand.ts";

const variables: Readonly<Record<string, string>> = {
  word: "abc",
  path: "a/b/c.tar.gz",
  star: "*",
  empty: "",
};

function value(text: string): string {
  return expand(text, "\\", (name) => variables[name]).value;
}

test("patterns trim the shortest and the longest", () => {
  assert.equal(value("${path#*/}"), "b/c.tar.gz");
  assert.equal(value("${path##*/}"), "c.tar.gz");
  assert.equal(value("${path%.*}"), "a/b/c.tar");
  assert.equal(value("${path%%.*}"), "a/b/c");
});

test("what is escaped or quoted in a pattern stands for itself where BuildKit reads it so", () => {
  assert.equal(value("${star#\\*}"), "");
  assert.equal(value("${word#\\*}"), "abc");
});

test("an empty pattern matches everywhere, and a replacement keeps its backslashes", () => {
  assert.equal(value("${word////}"), "/a/b/c/");
  assert.equal(value("${nobody///&}"), "&");
  assert.equal(value("${word//*/x}"), "x");
  assert.equal(value("${word/b/\\1}"), "a\\1c");
});

test("a number is read as a whole", () => {
  assert.equal(value("a$10b"), "ab");
  assert.equal(value("${10}"), "");
});
