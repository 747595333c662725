// Formatting twice is formatting once, and what a Dockerfile says stays the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { format } from "../../../language-server/dockerfile/features/formatting.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import type { Host } from "../../../language-server/host.ts";
import type { Edit } from "../../../language-server/lint/rule.ts";

const host: Host = {
  files: { read: () => null, kind: () => null, list: () => [] },
  environment: {},
  folders: [],
};
const context = { uri: "file:///Dockerfile", host, settings: {} };

function formatted(text: string): string {
  const edits = format(parseDockerfile(text), { tabSize: 4, insertSpaces: true }, context);
  return applied(text, edits);
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);
}

/** What the file says: keywords, and arguments with runs of blanks as one. */
function meaning(text: string): readonly string[] {
  return parseDockerfile(text).instructions.map(
    ({ keyword, argumentText }) => `${keyword} ${argumentText.replace(/\s+/g, " ")}`,
  );
}

test("keywords are written large and continued lines indented", () => {
  assert.equal(
    formatted("from node\n  run a && \\\nb \\\n  # why\n      c\n"),
    "FROM node\nRUN a && \\\n      b \\\n  # why\n      c\n",
  );
  assert.equal(formatted("RUN a \\\nb \\\n# why\nc\n"), "RUN a \\\n    b \\\n# why\n    c\n");
});

test("a line without indent gets that of its neighbours, whose own ones are kept", () => {
  assert.equal(
    formatted("RUN a && \\\n  b && \\\nc && \\\n     d\n"),
    "RUN a && \\\n  b && \\\n  c && \\\n     d\n",
  );
});

test("a word at the head of a line that is no keyword stays as it is", () => {
  assert.equal(formatted("run a\nmake all\n"), "RUN a\nmake all\n");
});

test("heredocs are left alone", () => {
  const text = "RUN <<EOF\nrun it\n  now\nEOF\n";
  assert.equal(formatted(text), text);
});

const line = fc.constantFrom(
  "from node",
  " RUN a \\",
  "  b && c",
  "copy a b",
  "# note",
  "",
  "ENV A='x \\",
  "y'",
  "LABEL a=b\\",
  "c=d",
  "run <<EOF",
  "EOF",
  "expose 80",
);

test("a formatted text is left as it is, and says what it said", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n");
      const once = formatted(text);
      assert.equal(formatted(once), once);
      assert.deepEqual(meaning(once), meaning(text));
    }),
    { seed: 6, numRuns: 200 },
  );
});
