// What Docker leaves out of a build context (recorded from BuildKit by scripts/record/dockerignore.ts)
// against both of our readers: the one that sends contexts, and the language server's.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { walkContext } from "../../../extension/engine/build/context-walk.ts";
import { parseDockerignore } from "../../../extension/engine/build/dockerignore.ts";
import { readIgnore } from "../../../language-server/dockerignore.ts";

interface Recorded {
  readonly tree: readonly string[];
  readonly cases: readonly { readonly ignore: string; readonly out: readonly string[] }[];
}

const { tree, cases } = JSON.parse(
  readFileSync("test/fixtures/dockerignore.json", "utf8"),
) as Recorded;

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "dockwright-ignore-"));
  for (const path of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "");
  }
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("there are enough cases, of both kinds", () => {
  assert.ok(cases.length >= 200);
  assert.ok(cases.some(({ out }) => out.length === 0));
  assert.ok(cases.filter(({ ignore, out }) => ignore.includes("!") && out.length > 0).length > 40);
});

test("the build context holds what Docker's holds", async () => {
  for (const { ignore, out } of cases) {
    const left = new Set(tree);
    for await (const { path } of walkContext(folder, { exclude: parseDockerignore(ignore) }))
      left.delete(path);
    assert.deepEqual([...left].sort(), out, JSON.stringify(ignore));
  }
});

test("the language server says the same of every path", () => {
  for (const { ignore, out } of cases) {
    const { lineExcluding } = readIgnore(ignore);
    const excluded = tree.filter((path) => lineExcluding(path) !== undefined);
    assert.deepEqual(excluded.sort(), out, JSON.stringify(ignore));
  }
});
