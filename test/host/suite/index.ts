// Runs in VS Code's extension host: the tests of this folder one after the other. It writes
// their results into the file that DOCKWRIGHT_HOST_RESULTS names.
import { writeFileSync } from "node:fs";
import { activationTests } from "./activation.ts";
import { composeTests } from "./compose.ts";
import { languageTests } from "./languages.ts";
import { tasksWithEngine } from "./tasks.ts";

const limit = 120_000;

/** What VS Code calls. */
export async function run(): Promise<void> {
  const file = process.env.DOCKWRIGHT_HOST_RESULTS ?? "";
  const results: { name: string; error?: string }[] = [];
  for (const [name, test] of Object.entries({
    ...activationTests,
    ...languageTests,
    ...composeTests,
    ...tasksWithEngine,
  }))
    try {
      await Promise.race([test(), late()]);
      results.push({ name });
    } catch (error) {
      results.push({ name, error: error instanceof Error ? String(error.stack) : String(error) });
    }
  writeFileSync(file, JSON.stringify(results));
  writeFileSync(`${file}.done`, "");
}

function late(): Promise<never> {
  return new Promise((_, reject) =>
    setTimeout(() => reject(new Error(`no end after ${limit / 1000} s`)), limit),
  );
}
