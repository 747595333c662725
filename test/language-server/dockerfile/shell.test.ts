// The shell reader: commands, joints, expansions and their places.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseShell } from "../../../language-server/dockerfile/shell/parser.ts";

const names = (text: string) => parseShell(text).commands.map(({ name }) => name);

describe("the shell reader", () => {
  it("reads words without their quotes and keeps their places", () => {
    const text = `apt-get install "a b" 'c'd e\\ f`;
    const [command] = parseShell(text).commands;
    assert.deepEqual(
      command?.args.map((word) => word.text),
      ["install", "a b", "cd", "e f"],
    );
    assert.deepEqual(
      command?.args.map(({ start, end }) => text.slice(start, end)),
      ["install", `"a b"`, `'c'd`, "e\\ f"],
    );
  });
  it("finds the commands of lists, structures, groups and substitutions", () => {
    assert.deepEqual(names("a && b || c; d | e"), ["a", "b", "c", "d", "e"]);
    assert.deepEqual(names("if [ -f x ]; then a; else b; fi; (c; d)"), ["[", "a", "b", "c", "d"]);
    assert.deepEqual(names('for i in 1 2; do a "$(b c)"; done'), ["b", "a"]);
    assert.deepEqual(names("case $x in a|b) c;; *) d ;; esac"), ["c", "d"]);
    assert.deepEqual(names("x=`y z` && command w"), ["y", "", "w"]);
    assert.deepEqual(names("f() { a; }; cat <<EOF\nnot this\nEOF\nb"), ["a", "cat", "b"]);
  });
  it("tells quoted from unquoted expansions", () => {
    const [command] = parseShell(`a $b "$c" \${d:-e} '$f'`).commands;
    const expansions = command?.args.flatMap((word) => word.expansions);
    assert.deepEqual(
      expansions?.map(({ name, quoted }) => [name, quoted]),
      [
        ["b", false],
        ["c", true],
        ["d", false],
      ],
    );
  });
  it("never fails on broken text", () => {
    for (const text of [
      "'",
      '"$(',
      "a |",
      ")(",
      "${",
      "`",
      "case",
      "for",
      "<<",
      "a $((",
      "\\",
      "(".repeat(20_000),
    ])
      assert.doesNotThrow(() => parseShell(text), text.slice(0, 20));
    assert.notEqual(parseShell("echo 'a").broken, undefined);
    assert.equal(parseShell("echo a").broken, undefined);
  });

  it("comes to an end over parentheses that close nothing, however many", () => {
    for (const depth of [2, 60, 900]) {
      assert.ok(parseShell(`echo a${")".repeat(depth)}; ls`).commands.length > 0);
      assert.ok(parseShell(`${"$(".repeat(depth)}x${")".repeat(depth)}`).commands.length > 0);
    }
  });
});
