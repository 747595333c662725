// The examples of the rules' pages: the bad one has the finding, the good one has not, and what
// the preferred fix of a finding gives has it no more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { texts as dockerfile } from "../../../docs/rules/texts/dockerfile.ts";
import { texts as hadolint } from "../../../docs/rules/texts/hadolint.ts";
import { texts as own } from "../../../docs/rules/texts/own.ts";
import { apply, lintFile } from "./lint-file.ts";

const texts = { ...dockerfile, ...hadolint, ...own };

for (const [code, { bad, good, files, goodFiles = files, lint }] of Object.entries(texts))
  test(`${code}: the bad example has it, the good one and the mended one have not`, () => {
    const findings = (text: string, beside = files) =>
      lintFile(text, beside, { lint: { preset: "all", ...lint } }).filter(
        (finding) => finding.code === code,
      );
    const [finding] = findings(bad);
    assert.ok(finding, bad);
    assert.deepEqual(findings(good, goodFiles), []);
    const [fix] = finding.fixes?.() ?? [];
    if (!fix) return;
    const mended = apply(bad, fix.edits);
    const beside = Object.fromEntries(
      Object.entries(fix.otherFiles ?? {}).map(([uri, edits]) => {
        const name = uri.replace("file:///w/", "");
        return [name, apply(files?.[name] ?? "", edits)];
      }),
    );
    assert.deepEqual(findings(mended, { ...files, ...beside }), [], mended);
  });
