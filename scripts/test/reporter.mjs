// How a test run reads: one line for each test, the error under a failed one, and at the end one
// line of totals for the script that started the run (scripts/test/run.mjs), which hides it.
import { noTotals, totalsMark } from "./totals.mjs";

/** A reporter of node:test. */
// biome-ignore lint/style/noDefaultExport: node:test takes a reporter from there
export default async function* report(events) {
  const totals = noTotals();
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, nesting, details, skip, todo } = data;
    if (details.type === "suite" && type === "test:pass") continue;
    const indent = "  ".repeat(nesting);
    if (skip !== undefined || todo !== undefined) {
      totals.skipped++;
      yield `${indent}- ${name} (skipped)\n`;
    } else if (type === "test:pass") {
      totals.passed++;
      yield `${indent}✔ ${name} (${Math.round(details.duration_ms)} ms)\n`;
    } else if (causedByChildren(details.error)) {
      yield `${indent}✖ ${name}\n`;
    } else {
      totals.failed++;
      const text = errorText(details.error);
      const title = `${name} (${Math.round(details.duration_ms)} ms)${place(data)}`;
      const told = `${title}\n${text.replace(/^/gm, "    ")}`;
      totals.errors.push(told);
      yield `${`✖ ${told}`.replace(/^/gm, indent)}\n`;
    }
  }
  yield `${totalsMark}${JSON.stringify(totals)}\n`;
}

/** A suite fails with its tests; only they are counted. */
function causedByChildren(error) {
  return error?.failureType === "subtestsFailed";
}

function place({ file, line }) {
  return file ? `  ${file}:${line ?? 1}` : "";
}

function errorText(error) {
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? String(cause);
  const shown =
    cause?.message && !text.includes(cause.message) ? `${cause.message}\n${text}` : text;
  return shown.split("\n").slice(0, 60).join("\n");
}
