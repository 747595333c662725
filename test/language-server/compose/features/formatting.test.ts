// Formatting twice is formatting once, and what a Compose file says stays the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseAllDocuments } from "yaml";
import { compose } from "../../../../language-server/compose/index.ts";
import { seeded } from "../../../property-seed.ts";
import { editor } from "./editor.ts";

const options = { tabSize: 2, insertSpaces: true };

function formatted(text: string): string {
  // Not through the editor, for which a `|` is the cursor.
  const { context } = editor("");
  return [...(compose.format?.(compose.parse(text), options, context) ?? [])]
    .sort((one, other) => other.start - one.start)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

/** Each text and what becomes of it. */
const cases: readonly (readonly [string, string, string])[] = [
  [
    "levels stand two columns apart",
    "services:\n    web:\n          image: a\n          ports:\n               - 1\n               -   2\n",
    "services:\n  web:\n    image: a\n    ports:\n      - 1\n      - 2\n",
  ],
  [
    "lists keep the way in which they are indented",
    "services:\n   web:\n      ports:\n      - 1\n      - a:   1\n        b: 2\n",
    "services:\n  web:\n    ports:\n    - 1\n    - a: 1\n      b: 2\n",
  ],
  [
    "comments go with their level, or with what follows",
    "services:\n    # one\n    web:\n        image: a # same   line\n        # two\nvolumes:\n  # three\n",
    "services:\n  # one\n  web:\n    image: a # same   line\n    # two\nvolumes:\n# three\n",
  ],
  [
    "anchors, quotes, numbers and tags stay",
    "x:   &a  !!str 'b'\ny: 0123456789012345678901234567890   \nz: *a\nw:   !override [ 1,2 ]\n",
    "x: &a  !!str 'b'\ny: 0123456789012345678901234567890\nz: *a\nw: !override [ 1,2 ]\n",
  ],
  [
    "block texts move as a whole, their blanks stay",
    "a:\n    b: |\n        one  \n          two\n\n        three\n    c: 1\n",
    "a:\n  b: |\n      one  \n        two\n\n      three\n  c: 1\n",
  ],
  [
    "brackets over several lines move as a whole",
    "a:\n    b: {\n      c: 1,\n         d: 2\n    }\n",
    "a:\n  b: {\n    c: 1,\n       d: 2\n  }\n",
  ],
  ["Windows line ends stay", "a:\r\n    b: 1  \r\n", "a:\r\n  b: 1\r\n"],
  ["blank lines lose their blanks", "a:\n  b: 1\n   \n  c: 2\n", "a:\n  b: 1\n\n  c: 2\n"],
  ["한국어도 그대로", "a:\n    # 설명\n    b:   값\n", "a:\n  # 설명\n  b: 값\n"],
  ["broken YAML is left alone", "a: [1\nb:    2\n", "a: [1\nb:    2\n"],
];

for (const [title, before, after] of cases)
  test(title, () => {
    assert.equal(formatted(before), after);
    assert.equal(formatted(after), after);
  });

function data(text: string): unknown {
  return parseAllDocuments(text, { schema: "failsafe" }).map((one) => one.toJSON());
}

const word = fc.constantFrom("a", "web", "'q u'", '"x: y"', "${V:-1}", "1.0", "*x", "값", "~");
const key = fc.constantFrom("a", "b", "services", '"k"', "x-y", "<<", "image");

/** Lines with odd indents, most of them readable as YAML in their context. */
const line = fc.oneof(
  fc.tuple(key, word).map(([name, value]) => `${name}:   ${value}`),
  key.map((name) => `${name}:`),
  key.map((name) => `${name}: &x`),
  word.map((value) => `-  ${value}`),
  fc.tuple(key, word).map(([name, value]) => `- ${name}: ${value}  `),
  fc.constantFrom("# comment", "", "   ", "---", "b: |", "c: >-", "[1,", "2]", "{a: 1,", "b: 2}"),
);
const text = fc
  .array(fc.tuple(fc.nat(8), line), { maxLength: 14 })
  .map((lines) => lines.map(([indent, content]) => " ".repeat(indent) + content).join("\n"));

test("formatting keeps the data and is done at once", () => {
  fc.assert(
    fc.property(text, (before) => {
      const after = formatted(before);
      if (after !== before) assert.deepEqual(data(after), data(before));
      assert.equal(formatted(after), after);
    }),
    seeded,
  );
});

/** Trees printed with an indent of their own at every level. */
const tree = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, fc.constant("x"), tie("map"), tie("list")),
  map: fc.tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
  ),
  list: fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.array(tie("node"), { minLength: 1, maxLength: 3 }))
    .map(([indent, items]) => ({ indent, items })),
}));

function printed(node: unknown, column: number): string {
  const pad = " ".repeat(column);
  if (Array.isArray(node)) {
    const [indent, items] = node as [number, unknown[]];
    return items
      .map((item, index) =>
        item === "x" ? `${pad}k${index}: x` : `${pad}k${index}:\n${printed(item, column + indent)}`,
      )
      .join("\n");
  }
  if (typeof node === "object" && node !== null) {
    const { indent, items } = node as { indent: number; items: unknown[] };
    return items
      .map((item) => (item === "x" ? `${pad}- x` : `${pad}-\n${printed(item, column + indent)}`))
      .join("\n");
  }
  return `${pad}x`;
}

test("any indentation becomes one of even steps", () => {
  fc.assert(
    fc.property(tree.map as fc.Arbitrary<unknown>, (node) => {
      const before = `${printed(node, 0)}\n`;
      const after = formatted(before);
      assert.deepEqual(data(after), data(before));
      for (const row of after.split("\n")) assert.equal(row.search(/\S|$/) % 2, 0, after);
    }),
    seeded,
  );
});

test("a new line gets the column of what it goes on with", () => {
  const typed = (marked: string): string => {
    const { document, offset, context, text: all } = editor(marked);
    return (compose.formatOnType?.(document, offset, "\n", options, context) ?? []).reduce(
      (now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end),
      all,
    );
  };
  assert.equal(typed("services:\n|"), "services:\n  ");
  assert.equal(typed("a:\n  - b: 1\n  |"), "a:\n  - b: 1\n    ");
  assert.equal(typed("a: 1\n|"), "a: 1\n");
  assert.equal(typed("a:\n  b: 1\n|c: 2"), "a:\n  b: 1\nc: 2");
});

test("formatting can be switched off", () => {
  const { document, context } = editor("a:\n    b: 1\n");
  const off = { ...context, settings: { format: { enabled: false } } };
  assert.deepEqual(compose.format?.(document, options, off), []);
});
