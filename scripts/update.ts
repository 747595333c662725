// `npm run update`: writes again everything that is made from something else. `--check` writes
// nothing and fails when something is not up to date.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { commandsPage } from "./update/commands-page.ts";
import { composeFaults } from "./update/compose-faults.ts";
import { composeSchema } from "./update/compose-schema.ts";
import { koreanBundle } from "./update/korean-bundle.ts";
import { manifestFiles } from "./update/manifest-files.ts";
import { rulePages } from "./update/rule-pages.ts";

/** Each maker gives path → text of the files that it makes. */
const makers: readonly (() => Record<string, string> | Promise<Record<string, string>>)[] = [
  composeSchema,
  composeFaults,
  manifestFiles,
  koreanBundle,
  commandsPage,
  rulePages,
];

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const make of makers)
  for (const [path, text] of Object.entries(await make())) {
    if (current(path) === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
for (const path of stale) console.log(check ? `not up to date: ${path}` : `wrote ${path}`);
if (check && stale.length > 0) {
  console.log("Run `npm run update` and commit what it writes.");
  process.exitCode = 1;
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
