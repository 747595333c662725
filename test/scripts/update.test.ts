// What is generated is up to date, and manifest and texts agree with the code.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { manifest } from "../../extension/manifest/index.ts";

test("the generated files are up to date", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/update.ts", "--check"], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout + stderr);
});

test("no command stands twice in the manifest, and each has its texts", () => {
  const commands = manifest.flatMap((part) => part.commands ?? []);
  const ids = commands.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  const untitled = commands.filter(({ title }) => !title.en || !title.ko);
  assert.deepEqual(untitled, []);
});

test("English and Korean name the same texts of the manifest", () => {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  const english = read("package.nls.json");
  const korean = read("package.nls.ko.json");
  assert.deepEqual(Object.keys(korean), Object.keys(english));
  for (const [key, text] of Object.entries(korean)) assert.notEqual(text.trim(), "", key);
});
