// Files are looked at once in a moment by the checks that follow keys.
import assert from "node:assert/strict";
import { test } from "node:test";
import { glancing } from "../../language-server/glance.ts";
import { folder, folderHost } from "./compose/folder.ts";

test("what was seen of files is believed for a second, also that they are not there", () => {
  const files: Record<string, string> = { Dockerfile: "FROM scratch\n" };
  let now = 0;
  const { files: seen } = glancing(folderHost(files), () => now);
  const look = () => [
    seen.read(`${folder}Dockerfile`),
    seen.read(`${folder}.env`),
    seen.kind(`${folder}app`),
    seen.list(folder),
  ];
  const first = ["FROM scratch\n", null, null, ["Dockerfile"]];
  assert.deepEqual(look(), first);
  files.Dockerfile = "FROM alpine\n";
  files[".env"] = "A=b\n";
  files["app/Dockerfile"] = "";
  now = 999;
  assert.deepEqual(look(), first);
  now = 1_000;
  assert.deepEqual(look(), ["FROM alpine\n", "A=b\n", "folder", Object.keys(files)]);
});
