// `npm run bench [part of a name …]`: every script of this folder, one after the other, and at the
// end all figures in one table. A script prints lines of the form "what: figures". Options go to
// the scripts: `npm run bench -- language-server --peers`.
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { createInterface } from "node:readline";

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const options = process.argv.slice(2).filter((word) => word.startsWith("--"));
const scripts = globSync("scripts/bench/*.{ts,mjs,cjs}")
  .filter((file) => !file.endsWith("index.mjs"))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
const rows = [];
let failed = false;

for (const script of scripts) {
  console.log(`\n── ${script}`);
  const child = spawn(process.execPath, [script, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    const [, what, figures] = /^(.{1,90}?): (.*\d.*)$/.exec(line) ?? [];
    if (what) rows.push([what, figures]);
  }
  if ((child.exitCode ?? (await new Promise((done) => child.on("close", done)))) !== 0) {
    failed = true;
    rows.push([script, "failed"]);
  }
}

const width = Math.max(...rows.map(([what]) => what.length), 4);
console.log(`\n| ${"what".padEnd(width)} | figures`);
console.log(`| ${"-".repeat(width)} | -------`);
for (const [what, figures] of rows) console.log(`| ${what.padEnd(width)} | ${figures}`);
process.exitCode = failed ? 1 : 0;
