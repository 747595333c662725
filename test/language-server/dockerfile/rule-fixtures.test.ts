// Each rule marks what its fixture says, in each case, and nothing else; what its fixes give stands
// in the .fixed file, and is free of the finding. UPDATE=1 writes both anew, to be read in review.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { mergeFixes } from "../../../language-server/code-actions.ts";
import { rules } from "../../../language-server/dockerfile/rules/index.ts";
import { type Case, readCases, withMarks } from "./caret-fixture.ts";
import { apply, lintFile } from "./lint-file.ts";

const folder = "test/language-server/dockerfile/rules";

function findingsOf(code: string, { files, lint }: Case, text: string, beside = files) {
  const settings = { lint: { preset: "all" as const, ...lint } };
  return lintFile(text, beside, settings).filter((finding) => finding.code === code);
}

/** What the preferred fixes of a case give, and the files beside it then; none without a fix. */
function mended(code: string, one: Case): { text: string; files: Case["files"] } | undefined {
  const findings = findingsOf(code, one, one.text);
  const [first] = findings.flatMap(({ fixes }) => fixes?.()[0] ?? []);
  if (!first) return undefined;
  const files = Object.entries(first.otherFiles ?? {}).map(([uri, edits]) => {
    const name = uri.replace("file:///w/", "");
    return [name, apply(one.files[name] ?? "", edits)];
  });
  return {
    text: apply(
      one.text,
      mergeFixes(findings, () => true),
    ),
    files: { ...one.files, ...Object.fromEntries(files) },
  };
}

function writeIfAsked(path: string, text: string): void {
  if (process.env.UPDATE === "1") writeFileSync(path, text);
}

// Its findings come from another program and have numbers of their own.
for (const { code } of rules.filter((rule) => rule.code !== "ShellCheck"))
  test(`${code} marks its fixture, and its fixes remove the marks`, () => {
    const path = `${folder}/${code}.dockerfile`;
    const fixture = readFileSync(path, "utf8");
    const cases = readCases(fixture);
    const now = cases.map((one) => ({
      ...one,
      now: withMarks(one.text, findingsOf(code, one, one.text)),
    }));
    writeIfAsked(path, now.map((one) => `${one.head}\n${one.now}`).join(""));
    if (process.env.UPDATE !== "1")
      for (const one of now) assert.equal(one.now, one.marked, one.title);
    assert.ok(
      now.some((one) => one.now !== one.text),
      "one case must fire",
    );
    assert.ok(
      now.some((one) => one.now === one.text),
      "one case must not fire",
    );

    const fixed: string[] = [];
    for (const one of cases) {
      const result = mended(code, one);
      if (!result) continue;
      fixed.push(`${one.head}\n${result.text.replace(/\n?$/, "\n")}`);
      const left = findingsOf(code, one, result.text, result.files).filter(
        ({ fixes }) => fixes?.()[0],
      );
      assert.deepEqual(left, [], `${one.title}: the fix leaves the finding`);
    }
    const goldenPath = `${folder}/${code}.fixed.dockerfile`;
    if (fixed.length > 0) writeIfAsked(goldenPath, fixed.join(""));
    const golden = existsSync(goldenPath) ? readFileSync(goldenPath, "utf8") : "";
    assert.equal(fixed.join(""), golden);
  });
