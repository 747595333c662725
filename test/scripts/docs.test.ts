// What the documents name is there: files, folders, settings and scripts.
import assert from "node:assert/strict";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...globSync("docs/*.md")];
const sources = globSync("{extension,language-server,scripts,test,l10n,docs}/**/*.*");
const { scripts, contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Record<string, string>;
  contributes: { configuration: readonly { properties: Record<string, unknown> }[] };
};
const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
/** Names that stand for others, and files that are made. */
const examples = /CODE|<noun>|<verb>|<code>|^dist\/|^docker/;

/** What a pattern finds in a document, by its first group. */
const found = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name);

function missing(document: string): string[] {
  const text = readFileSync(document, "utf8").replace(/^```[\s\S]*?^```/gm, "");
  const links = found(text, /\]\((?!https?:)([^)#\s]+)/g);
  const paths = found(text, /`([\w./-]+\.(?:ts|mjs|cjs))`/g);
  const folders = found(
    text,
    /`((?:extension|language-server|scripts|test|docs|l10n)\/[\w./-]*)`/g,
  );
  const known = (path: string) =>
    sources.some((one) => one.replaceAll("\\", "/").endsWith(`/${path}`)) || existsSync(path);
  return [
    ...links.filter((link) => !existsSync(join(dirname(document), link))),
    ...paths.filter((path) => !examples.test(path) && !known(path)),
    ...folders.filter((path) => !examples.test(path) && !existsSync(path)),
    ...found(text, /`npm run ([\w:]+)/g).filter((name) => !(name in scripts)),
    ...found(text, /\(`dockwright\.([\w.]+\w)[`.…]/g).filter(
      (name) => !settings.some((one) => one.startsWith(`dockwright.${name}`)),
    ),
  ];
}

test("the documents name only what there is", () => {
  assert.ok(documents.length > 6 && sources.length > 500 && settings.length > 20);
  const wrong = documents.flatMap((document) =>
    missing(document).map((name) => `${document}: ${name}`),
  );
  assert.deepEqual(wrong, []);
});

test("each folder of the extension has its line", () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  const folders = readdirSync("extension", { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  assert.ok(folders.length > 10);
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  const unknown = folders.filter(
    ({ name }) => !lines.some((line) => line.includes(`\`${name}/\``)),
  );
  assert.deepEqual(
    unknown.map(({ name }) => name),
    [],
  );
});

test("the changelog says each thing once, however branches that added to a line were joined", () => {
  const lines = readFileSync("CHANGELOG.md", "utf8").split("\n");
  const begins = lines.filter((line) => line.startsWith("- ")).map((line) => line.slice(0, 30));
  assert.ok(begins.length > 50);
  assert.deepEqual(
    begins.filter((one, index) => begins.indexOf(one) !== index),
    [],
  );
});
