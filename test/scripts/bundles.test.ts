// What the code reads from dist/ is built into dist/: a file that no build makes is missed by nobody
// but the person who clicks.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

test("every file of dist/ that the extension names is made by the build", () => {
  const build = readFileSync("esbuild.mjs", "utf8");
  const named = globSync("extension/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"dist\/([\w-]+)\.\w+"/g)].map(([, name]) => name),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((name) => !build.includes(`"${name}"`) && !build.includes(`dist/${name}.`)),
    [],
  );
});
