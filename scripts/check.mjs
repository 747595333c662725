// `npm run check`: what every change must pass, within a minute: types, lint, generated files,
// unit tests, budgets. All of it runs to the end, so that one run shows everything.
import { spawn, spawnSync } from "node:child_process";
import { delimiter, resolve } from "node:path";

const begun = Date.now();
const path = `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`;
const steps = [
  ["types", "tsc --noEmit"],
  ["lint", "biome check --diagnostic-level=error ."],
  ["generated files", "node scripts/update.ts --check"],
  ["unit tests", "node scripts/test.mjs unit"],
];

const results = await Promise.all(steps.slice(0, 3).map(start));
results.push(await start(steps[3]));
results.push(budgets());
const failed = results.filter(({ code }) => code !== 0);
for (const { name, output } of failed) console.log(`\n── ${name}\n${output}`);
for (const { name, code } of results) console.log(`${code === 0 ? "✔" : "✖"} ${name}`);
console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s`);
process.exitCode = failed.length > 0 ? 1 : 0;

function start([name, line]) {
  const child = spawn(line, { shell: true, env: { ...process.env, PATH: path } });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += data;
    });
  return new Promise((done) => child.on("close", (code) => done({ name, code, output })));
}

/** In a process of its own, after the rest: a busy machine has no fair load times. */
function budgets() {
  spawnSync(process.execPath, ["esbuild.mjs", "--production"], { stdio: "inherit" });
  const { status, stdout } = spawnSync(process.execPath, ["scripts/budgets.mjs"], {
    encoding: "utf8",
  });
  process.stdout.write(stdout);
  return { name: "budgets", code: status, output: stdout };
}
