// Patterns of file names are VS Code's: it knows no braces within braces, and then matches nothing.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const nested = /"[^"\n]*\*[^"\n]*\{[^"}\n]*\{[^"\n]*"/g;

test("no pattern has braces within braces", () => {
  assert.match('"**/{*a.{yaml,yml},b}"', nested);
  const files = [...globSync("extension/**/*.ts"), "package.json"];
  assert.ok(files.length > 100);
  for (const file of files)
    assert.deepEqual(readFileSync(file, "utf8").match(nested) ?? [], [], file);
});
