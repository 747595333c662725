// `npm test`: all layers of tests (test/layers.mjs), or those that are named. The files of a
// layer run in one process or in one each, and what fails is run once more from a fresh start:
// engines, browsers and watched files have their moods. What passes only then is named as
// unsteady, so that nobody overlooks it; a true fault fails both times. The end of a run tells
// again, in full, what failed and what was unsteady: of a long log often only the end is kept.
import { globSync } from "node:fs";
import { layers } from "./test/layers.mjs";
import { runFiles } from "./test/run.mjs";
import { add, errorsMark, failure, noTotals, totalsLine } from "./test/totals.mjs";

const named = process.argv.slice(2).filter((name) => name in layers);
const only = process.argv.slice(2).filter((name) => !(name in layers));
const sum = noTotals();
const unsteady = [];
const missing = [];

for (const name of named.length > 0 ? named : Object.keys(layers)) await runLayer(name);
console.log(`\n${errorsMark}`);
for (const error of sum.errors) console.log(`✖ ${error}`);
for (const line of unsteady) console.log(`unsteady: ${line}`);
for (const line of missing) console.log(`not run: ${line}`);
console.log(totalsLine(sum));
process.exit(sum.failed > 0 ? 1 : 0);

async function runLayer(name) {
  const layer = layers[name];
  const files = globSync(layer.files)
    .filter((file) => only.length === 0 || only.some((part) => file.includes(part)))
    .sort();
  if (files.length === 0) return;
  const begun = Date.now();
  console.log(`\n── ${name}: ${files.length} files`);
  const total = noTotals();
  const surrounding = await prepare(name, layer);
  if (typeof surrounding === "string") {
    if (process.env.CI && !layer.optional)
      add(total, failure(`${name} cannot be set up: ${surrounding}`));
    else total.skipped++;
    missing.push(`${name}: ${surrounding.split("\n")[0]}`);
  } else {
    try {
      const batches = layer.together ? [files] : files.map((file) => [file]);
      await runBatches(layer, batches, surrounding, total);
    } finally {
      await surrounding.stop().catch((error) => console.log(`cleaning up after ${name}: ${error}`));
    }
  }
  console.log(`── ${name}: ${totalsLine(total)} (${Math.round((Date.now() - begun) / 1000)} s)`);
  add(sum, total);
}

/** What the layer's tests need (engine, editor); a text where this machine cannot have it. */
async function prepare(name, layer) {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await layer.prepare?.()) ?? { env: {}, stop: async () => {} };
    } catch (error) {
      console.log(
        `${attempt === 1 ? "-" : "✖"} ${name} cannot be set up: ${error?.stack ?? error}`,
      );
      if (attempt === 2) return String(error);
      unsteady.push(`setting up ${name}: ${error?.message ?? error}`);
    }
  }
}

async function runBatches(layer, batches, surrounding, total) {
  const end = Date.now() + layer.limit;
  for (const files of batches) {
    const title = files.length === 1 ? files[0] : "all of them";
    console.log(`\n${title}`);
    const run = async () => {
      await surrounding.refresh?.();
      const limit = Math.max(30_000, Math.min(layer.fileLimit, end - Date.now()));
      return runFiles(files, { limit, env: surrounding.env, arguments: layer.arguments });
    };
    const first = await run();
    if (first.failed === 0 || process.env.DOCKWRIGHT_NO_SECOND_RUN) {
      add(total, first);
      continue;
    }
    console.log(`\n${title}, once more from a fresh start`);
    await surrounding.again?.().catch((error) => console.log(`beginning afresh: ${error}`));
    const second = await run();
    if (second.failed === 0) unsteady.push(...first.errors);
    add(total, second);
  }
}
