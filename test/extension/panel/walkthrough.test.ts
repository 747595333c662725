// The walkthrough leads to commands and pages that exist, in every language.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { manifest } from "../../../extension/manifest/index.ts";
import { walkthrough } from "../../../extension/manifest/walkthrough.ts";

const folder = "media/walkthrough";
const known = new Set<string>([
  ...manifest.flatMap(({ commands = [] }) => commands).map(({ id }) => id),
  ...manifest
    .flatMap(({ views = {} }) => Object.values(views).flat())
    .map(({ id }) => `${id}.focus`),
]);

test("each button and each mark of a step is a command's", () => {
  const text = JSON.stringify(walkthrough);
  const ids = [...text.matchAll(/(?:command|onCommand):([\w.]+)/g)].map(([, id = ""]) => id);
  assert.ok(ids.length > 20);
  assert.deepEqual(
    ids.filter((id) => !known.has(id)),
    [],
  );
});

test("each step has its page in English and Korean, and no page is left over", () => {
  const pages = [...JSON.stringify(walkthrough).matchAll(/media\/walkthrough\/([\w/-]+\.md)/g)].map(
    ([, page = ""]) => page,
  );
  for (const page of pages) assert.ok(existsSync(join(folder, page)), page);
  const files = readdirSync(folder, { recursive: true }).map((name) =>
    String(name).replaceAll("\\", "/"),
  );
  assert.deepEqual(files.filter((name) => name.endsWith(".md")).sort(), pages.sort());
});

test("a page has the same lines of code in both languages", () => {
  const code = (page: string) =>
    [...readFileSync(join(folder, page), "utf8").matchAll(/```[\s\S]*?```/g)].map(String);
  for (const page of readdirSync(folder).filter((name) => name.endsWith(".md")))
    assert.deepEqual(code(join("ko", page)), code(page), page);
});
