// What is listed of a folder in which others are at work.
import assert from "node:assert/strict";
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { walkContext } from "../../../extension/engine/build/context-walk.ts";
import { removeTemporary } from "../../temporary.ts";

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-walk-"));
  try {
    await act(folder);
  } finally {
    removeTemporary(folder);
  }
}

test("files and folders that vanish meanwhile are left out", () =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, "a"));
    // More than are looked at together with the first.
    const names = Array.from({ length: 200 }, (_, n) => `f${String(n).padStart(3, "0")}`);
    for (const name of [...names, "a/in"]) writeFileSync(join(folder, name), "");
    const found: string[] = [];
    for await (const { path } of walkContext(folder, {})) {
      found.push(path);
      if (path !== "a") continue;
      rmSync(join(folder, "a"), { recursive: true });
      rmSync(join(folder, "f150"));
    }
    assert.deepEqual(
      found,
      ["a", ...names].filter((name) => name !== "f150"),
    );
  }));

test("a folder that is not there is an error", () =>
  inFolder(async (folder) => {
    const listing = walkContext(join(folder, "nowhere"), {});
    await assert.rejects(async () => listing.next(), /ENOENT/);
  }));

test("names come by their bytes, a folder before what is in it", () =>
  inFolder(async (folder) => {
    const names = ["a b", "B", "a-b", "\u{1f433}", "\uff21", "한", "a"];
    for (const name of names.slice(0, -1)) writeFileSync(join(folder, name), "");
    mkdirSync(join(folder, "a"));
    writeFileSync(join(folder, "a/z"), "");
    const found: string[] = [];
    for await (const { path } of walkContext(folder, {})) found.push(path);
    assert.deepEqual(found, ["B", "a", "a/z", "a b", "a-b", "한", "\uff21", "\u{1f433}"]);
  }));

// As for BuildKit's own client, hard links are none on Windows, and names are always text.
if (process.platform !== "win32")
  test("a second name of a file says which is the first, among those that are sent", () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, "a"), "one");
      for (const name of ["b", "c"]) linkSync(join(folder, "a"), join(folder, name));
      symlinkSync("a", join(folder, "d"));
      const listed = async (exclude: string[]) => {
        const found: string[] = [];
        for await (const { path, sameAs, link } of walkContext(folder, { exclude }))
          found.push([path, sameAs?.path ?? link?.toString()].filter(Boolean).join(" is "));
        return found;
      };
      assert.deepEqual(await listed([]), ["a", "b is a", "c is a", "d is a"]);
      assert.deepEqual(await listed(["a"]), ["b", "c is b", "d is a"]);
    }));
