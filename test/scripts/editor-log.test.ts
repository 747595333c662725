// The part of VS Code in the browser that writes its logs: what it writes, and for how long it is kept.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { removeTemporary } from "../temporary.ts";

const { createAsyncRotatingLogger } = createRequire(import.meta.url)(
  "../../scripts/editor-log.cjs",
);

function folderOf(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-log-"));
  context.after(() => removeTemporary(folder));
  return folder;
}

test("lines carry time and level, below the level that is set none is written", async (context) => {
  const folder = join(folderOf(context), "made", "with it");
  const logger = await createAsyncRotatingLogger("x", join(folder, "x.log"), 1000, 1);
  logger.setLevel(3);
  logger.setPattern("");
  logger.info("not this");
  logger.error("도커");
  assert.match(
    readFileSync(join(folder, "x.log"), "utf8"),
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} \[error\] 도커\n$/,
  );
});

test("a file that is full gives way to a new one; the oldest goes", async (context) => {
  const folder = folderOf(context);
  const begin = async () => {
    const logger = await createAsyncRotatingLogger("x", join(folder, "x.log"), 10, 2);
    logger.clearFormatters();
    return logger;
  };
  const first = await begin();
  for (const text of ["aaaaaaaa\n", "bbbb\n", "cccc\n", "longer than a file\n"]) first.info(text);
  // A window that begins goes on where the last one has ended.
  const second = await begin();
  second.info("dddd\n");
  const files = readdirSync(folder).sort();
  assert.deepEqual(
    files.map((file) => [file, readFileSync(join(folder, file), "utf8")]),
    [
      ["x.1.log", "longer than a file\n"],
      ["x.2.log", "bbbb\ncccc\n"],
      ["x.log", "dddd\n"],
    ],
  );
});
