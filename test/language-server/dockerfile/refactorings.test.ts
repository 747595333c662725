// Refactorings: the cursor stands at `|`, a selection reaches to a second one; what comes out is
// the same image, and findings that BuildKit refuses do not come in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { refactorings } from "../../../language-server/dockerfile/features/refactorings.ts";
import { suppressions } from "../../../language-server/dockerfile/features/suppressions.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import type { Host } from "../../../language-server/host.ts";
import { apply, hostWith, lintFile } from "./lint-file.ts";

const digest = `node@sha256:${"a".repeat(64)}`;
const host = {
  ...hostWith({}),
  engine: { imageFacts: (name: string) => (name === "node:24" ? { digest } : undefined) },
} as unknown as Host;

/** The titles offered at the cursor, each with its result. */
function offered(marked: string): Readonly<Record<string, string>> {
  const [before = "", selected = "", after] = marked.split("|");
  const text = before + selected + (after ?? "");
  const start = before.length;
  const end = after === undefined ? start : start + selected.length;
  const context = { uri: "file:///w/Dockerfile", host, settings: {} };
  const found = refactorings(parseDockerfile(text), { start, end }, context);
  return Object.fromEntries(
    found.map(({ title, edits }) => {
      const result = apply(text, edits);
      const errors = lintFile(result).filter(({ severity }) => severity === "error");
      assert.deepEqual(errors, [], `${title}: ${result}`);
      return [title, result];
    }),
  );
}

const cases: readonly [title: string, before: string, after: string][] = [
  ["Write as JSON", "FROM a\nCMD| node app.js\n", 'FROM a\nCMD ["node", "app.js"]\n'],
  ["Write in shell form", 'FROM a\nCMD| ["node", "app.js"]\n', "FROM a\nCMD node app.js\n"],
  ["Write in shell form", 'FROM a\nRUN| ["/bin/sh", "-c", "a && b"]\n', "FROM a\nRUN a && b\n"],
  [
    "Write as a heredoc",
    'FROM a\nRUN| x && \\\n  y "b  c" \\\n  && z\n',
    'FROM a\nRUN <<EOF\nset -e\nx\ny "b  c"\nz\nEOF\n',
  ],
  ["Write as a heredoc", "FROM a\nRUN| x && y \\", "FROM a\nRUN <<EOF\nset -e\nx\ny\nEOF"],
  [
    "Write as a chain of &&",
    "FROM a\nRUN| <<EOF\nset -e\nx\n\n  y z\nEOF\nCMD b\n",
    "FROM a\nRUN x \\\n    && y z\nCMD b\n",
  ],
  ["Join 2 RUNs", "FROM a\nRUN| x\n\nRUN y\nRUN z\n", "FROM a\nRUN x \\\n    && y\nRUN z\n"],
  ["Join 2 RUNs", "FROM a\nRUN| x;\nRUN y\n", "FROM a\nRUN x; \\\n    y\n"],
  ["Join 3 RUNs", "FROM a\nRUN| x\nRUN y\nRUN z|\n", "FROM a\nRUN x \\\n    && y \\\n    && z\n"],
  [
    "Turn everything above into a stage",
    "FROM node:24 AS app\nRUN x\nRUN| y\nFROM b\nCOPY --from=app /a /b\n",
    "FROM node:24 AS base\nRUN x\nFROM base AS app\nRUN y\nFROM b\nCOPY --from=app /a /b\n",
  ],
  [
    "Keep downloads in a cache mount",
    "FROM a\nRUN| --mount=type=bind,target=/x npm ci\n",
    "FROM a\nRUN --mount=type=cache,target=/root/.npm --mount=type=bind,target=/x npm ci\n",
  ],
  [
    "Pin to the digest that the engine has",
    "FROM| node:24 AS b\n",
    `FROM node:24@sha256:${"a".repeat(64)} AS b\n`,
  ],
  [
    "Pass NPM_TOKEN in a secret mount (docker build --secret id=npm_token)",
    "FROM a\nARG| NPM_TOKEN\nRUN npm ci $NPM_TOKEN\n",
    "FROM a\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci $NPM_TOKEN\n",
  ],
];

for (const [title, before, after] of cases)
  test(`${title}: ${JSON.stringify(before)}`, () => {
    assert.equal(offered(before)[title], after, JSON.stringify(offered(before)));
  });

const refused: readonly [title: string, text: string][] = [
  ["Write as JSON", "FROM a\nCMD| a && b\n"],
  ["Write in shell form", 'FROM a\nCMD| ["echo", "$HOME"]\n'],
  ["Write in shell form", 'FROM a\nCMD| ["a b"]\n'],
  ["Write as JSON", "FROM a\nRUN| a \\\n# why\n  b\n"],
  ["Write in shell form", 'FROM a\nCMD| ["--info"]\n'],
  ["Join 2 RUNs", "FROM a\nRUN| x # why\nRUN y\n"],
  ["Write as a heredoc", "FROM a\nRUN| a && b; c\n"],
  ["Write as a heredoc", "FROM a\nRUN| a \\\n# why\n && b\n"],
  ["Write as a heredoc", "FROM a\nRUN| (a && b) && c\n"],
  ["Write as a chain of &&", "FROM a\nRUN| <<EOF\nif a; then\n b\nfi\nEOF\n"],
  ["Join 2 RUNs", "FROM a\nRUN| a\n# why\nRUN b\n"],
  ["Join 2 RUNs", "FROM a\nRUN| --network=none a\nRUN b\n"],
  ["Turn everything above into a stage", "FROM a\nRUN| b\n"],
  ["Keep downloads in a cache mount", "FROM a\nRUN| --mount=type=cache,target=/root/.npm npm ci\n"],
  ["Pin to the digest that the engine has", "FROM| node:23\n"],
  [
    "Pass NPM_TOKEN in a secret mount (docker build --secret id=npm_token)",
    "FROM a\nARG| NPM_TOKEN\nENV A=$NPM_TOKEN\n",
  ],
];

for (const [title, text] of refused)
  test(`no ${title}: ${JSON.stringify(text)}`, () => {
    assert.equal(offered(text)[title], undefined);
  });

test("every finding can be silenced here and in the file, in the dialect of its rule", () => {
  const text = "# syntax=docker/dockerfile:1\nFROM alpine\nWORKDIR ~\nENV A b\n";
  const context = { uri: "file:///w/Dockerfile", host: hostWith({}), settings: {} };
  for (const code of ["DL3006", "TildeNotExpanded", "LegacyKeyValueFormat"]) {
    const finding = lintFile(text).find((one) => one.code === code);
    assert.ok(finding, code);
    const ways = suppressions(parseDockerfile(text), finding, context);
    assert.ok(ways.length >= 2, code);
    for (const { title, edits } of ways.filter((way) => way.edits.length > 0))
      assert.ok(
        !lintFile(apply(text, edits)).some((one) => one.code === code),
        `${title}: ${apply(text, edits)}`,
      );
  }
});
