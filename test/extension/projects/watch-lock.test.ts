// Who keeps a project from being watched, as Compose's lock tells it.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { watcherOf } from "../../../extension/projects/watch-lock.ts";
import { removeTemporary } from "../../temporary.ts";

const folder = mkdtempSync(join(tmpdir(), "dockwright-locks-"));
after(() => removeTemporary(folder));
const env = { XDG_RUNTIME_DIR: folder };
const lock = (project: string, text: string) => {
  const file = join(folder, `${project}.pid`);
  writeFileSync(file, text);
  return file;
};

test("a lock counts while its process lives", async () => {
  const file = lock("living", `${process.pid}\n`);
  const found = await watcherOf("living", env);
  assert.deepEqual([found?.file, found?.pid], [file, process.pid]);
});

test("no lock, one of nobody and one without a number keep nobody from it", async () => {
  // More than any system gives.
  lock("dead", "99999999");
  lock("zero", "0");
  lock("everybody", "-1");
  lock("words", "none");
  lock("empty", "");
  mkdirSync(join(folder, "odd.pid"));
  for (const project of ["none", "dead", "zero", "everybody", "words", "empty", "odd"])
    assert.equal(await watcherOf(project, env), undefined, project);
});
