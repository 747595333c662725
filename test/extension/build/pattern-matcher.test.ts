// Docker's patterns: what they match, what they refuse, and how a .dockerignore is read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDockerignore } from "../../../extension/engine/build/dockerignore.ts";
import { isValid, PatternMatcher } from "../../../extension/engine/build/pattern-matcher.ts";

/** Patterns, what they match, what they do not. */
const cases: readonly (readonly [patterns: string, matched: string, unmatched: string])[] = [
  ["a", "a a/b a/b/c", "b ab b/a"],
  ["*.txt", "x.txt", "a/x.txt x.txtx"],
  ["**/*.txt", "x.txt a/x.txt a/b/x.txt", "x.md"],
  ["a/**", "a/b a/b/c", "a b"],
  ["**/node_modules", "node_modules a/node_modules a/node_modules/x", "node_modules2"],
  ["**", "a a/b", ""],
  ["a/**/z", "a/z a/b/z a/b/c/z", "a b/z"],
  ["a?c", "abc aéc", "ac a/c abbc"],
  ["[a-c]x", "ax bx cx", "dx"],
  ["[^a]x", "bx", "ax"],
  ["a\\*b", "a*b", "axb"],
  ["a.b", "a.b", "axb"],
  ["* !keep", "a b a/keep", "keep keep/x"],
  ["!keep *", "keep a", ""],
  ["a !a/b a/b/c", "a a/x a/b/c", "a/b a/b/d"],
  ["./a/../b/", "b b/x", "a"],
  ["/root", "", "root a/root"],
];

for (const [patterns, matched, unmatched] of cases)
  test(`the patterns ${patterns}`, () => {
    const matcher = new PatternMatcher(patterns.split(" "));
    for (const path of matched.split(" ").filter(Boolean))
      assert.ok(matcher.match(path).matched, `${path} is matched`);
    for (const path of unmatched.split(" ").filter(Boolean))
      assert.ok(!matcher.match(path).matched, `${path} is not matched`);
  });

test("what path.Match refuses is refused", () => {
  for (const pattern of ["[", "[]", "[a", "a[]b]", "[-a]", "[a-]", "a\\"])
    assert.equal(isValid(pattern), false, pattern);
  for (const pattern of ["[a]", "[a-z]", "[^a]", "]", "a\\[", "[\\]]", "*?"])
    assert.equal(isValid(pattern), true, pattern);
  assert.throws(() => new PatternMatcher(["!"]), SyntaxError);
});

test("a .dockerignore: comments, blanks, byte order mark, absolute and unclean paths", () => {
  assert.deepEqual(parseDockerignore("\uFEFF# no\r\n\n  a  \n/b/\n! ./c/../d\n #e\n/\n"), [
    "a",
    "b",
    "!d",
    "#e",
    "/",
  ]);
});

test("folders are passed over only where nothing in them can match", () => {
  const matcher = new PatternMatcher(["src/a/*.ts", "!lib/keep"]);
  assert.equal(matcher.mayMatchInside("src", false), true);
  assert.equal(matcher.mayMatchInside("lib", true), true);
  assert.equal(new PatternMatcher(["src/a"]).mayMatchInside("lib", false), false);
});
