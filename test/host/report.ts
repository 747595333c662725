// Shows the results of the suite in one VS Code as tests of node:test.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { EditorVersion } from "../../scripts/editor.ts";
import { runSuite } from "./host.ts";

/** One test for the run, and one below it for each test of the suite. */
export function hostTests(version: EditorVersion): void {
  test(`the suite runs in the ${version} VS Code`, { timeout: 460_000 }, async (context) => {
    const results = await runSuite(version);
    assert.ok(results.length > 0, "the suite has no tests");
    for (const { name, error } of results)
      await context.test(name, () => {
        if (error) throw new Error(error);
      });
  });
}
