// Asks Docker what it leaves out of a build context, for generated .dockerignore files, and records
// the answers as a fixture, with which the tests of our own readers compare. The matching is done by
// the CLI, and old ones do it wrong: take buildx 0.29 or later. DOCKER names the CLI, BUILDX the
// folder of the plugin.
// Run: node scripts/record/dockerignore.ts
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startEngine } from "../engine.ts";

const docker = process.env.DOCKER ?? "docker";
const CASES = 260;
const target = "test/fixtures/dockerignore.json";

const tree = [
  "Dockerfile",
  "README.md",
  "a",
  "a.txt",
  "b/a",
  "b/a.txt",
  "b/c/a.txt",
  "b/c/d",
  "b/d/e/f.md",
  ".git/config",
  ".env",
  "node_modules/x/a",
  "sub/node_modules/y",
  "sub/README.md",
  "x[1]",
  "한글/파일.txt",
  "with space/a b",
  "z-1/b",
];

/** Pieces of which the patterns are made. Each is taken by a number that only depends on the case. */
const names = ["a", "b", "c", "d", "sub", "node_modules", "README.md", ".git", "*", "**", "?"];
const special = [
  "*.md",
  "*.txt",
  "[ab]",
  "[^a]",
  "x\\[1\\]",
  ".*",
  "z-?",
  "한글",
  "with space",
  "a*",
  "*a",
  "b/../a",
];

let state = 20250101;
function random(below: number): number {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * below);
}
const one = (list: readonly string[]) => list[random(list.length)] ?? "";

function pattern(): string {
  const parts = Array.from({ length: 1 + random(3) }, () => one(random(3) === 0 ? special : names));
  const head = ["", "", "", "", "/", "./", "**/"][random(7)] ?? "";
  const tail = ["", "", "", "", "/", "/**", "/*"][random(7)] ?? "";
  return head + parts.join("/") + tail;
}

function ignoreFile(): string {
  const lines = Array.from({ length: 1 + random(4) }, (_, index) => {
    const negated = index > 0 && random(3) === 0 ? "!" : "";
    const blank = ["", "", "", "  "][random(4)] ?? "";
    return `${blank}${negated}${pattern()}${blank}`;
  });
  if (random(5) === 0) lines.unshift("# a comment", "");
  if (random(3) === 0) lines.unshift(one(["*", "**", "b", "**/*"]));
  return `${lines.join(random(6) === 0 ? "\r\n" : "\n")}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "dockwright-ignore-"));
const context = join(folder, "context");
for (const path of tree) {
  mkdirSync(dirname(join(context, path)), { recursive: true });
  writeFileSync(join(context, path), path === "Dockerfile" ? "FROM scratch\nCOPY . /\n" : "");
}
const plugins = { cliPluginsExtraDirs: [process.env.BUILDX ?? ""] };
writeFileSync(join(folder, "config.json"), JSON.stringify(plugins));
const out = join(folder, "out");
const engine = await startEngine("record");
const options = {
  cwd: context,
  env: {
    ...process.env,
    DOCKER_HOST: `unix://${engine.socket}`,
    DOCKER_BUILDKIT: "1",
    DOCKER_CONFIG: folder,
  },
};

/** Builds with these patterns; the files that arrived, or undefined where Docker refuses them. */
function arrivedWith(ignore: string): Promise<string[] | undefined> {
  writeFileSync(join(context, ".dockerignore"), ignore);
  rmSync(out, { recursive: true, force: true });
  return new Promise((done, reject) => {
    execFile(docker, ["build", "-o", out, "."], options, (failed, _, said) => {
      if (!failed) done(readdirSync(out, { recursive: true, encoding: "utf8" }));
      else if (/pattern|exclusion/i.test(said)) done(undefined);
      else reject(new Error(said));
    });
  });
}

const cases: { ignore: string; out: readonly string[] }[] = [];
try {
  while (cases.length < CASES) {
    const ignore = ignoreFile();
    const arrived = await arrivedWith(ignore);
    if (!arrived) continue;
    const came = new Set(arrived);
    const gone = tree.filter((path) => !came.has(path)).sort();
    // Patterns that meet nothing are all alike: a few of them do.
    if (gone.length > 0 || random(8) === 0) cases.push({ ignore, out: gone });
  }
} finally {
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(dirname(target), { recursive: true });
const lines = cases.map((one) => `    ${JSON.stringify(one)}`);
writeFileSync(
  target,
  `{\n  "tree": ${JSON.stringify(tree.toSorted())},\n  "cases": [\n${lines.join(",\n")}\n  ]\n}\n`,
);
console.log(`${cases.length} cases in ${target}`);
process.exit(0);
