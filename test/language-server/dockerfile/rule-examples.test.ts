// The examples of the rules' pages: the bad one has the finding, the good one has not, and what
// the preferred fix of a finding gives has it no more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { texts as hadolint } from "../../../docs/rules/texts/hadolint.ts";
import { texts as own } from "../../../docs/rules/texts/own.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/document.ts";
import { lintDockerfile } from "../../../language-server/dockerfile/lint.ts";
import type { Host } from "../../../language-server/host.ts";

const host: Host = {
  files: { read: () => null, kind: () => null, list: () => [] },
  environment: {},
  folders: [],
};

function findings(text: string, code: string) {
  const context = {
    uri: "file:///w/Dockerfile",
    host,
    settings: { lint: { preset: "all" } },
  } as const;
  return lintDockerfile(parseDockerfile(text), context).filter((finding) => finding.code === code);
}

for (const [code, { bad, good }] of Object.entries({ ...hadolint, ...own }))
  test(`${code}: the bad example has it, the good one and the mended one have not`, () => {
    const [finding] = findings(bad, code);
    assert.ok(finding, bad);
    assert.deepEqual(findings(good, code), []);
    const [fix] = finding.fixes?.() ?? [];
    if (!fix) return;
    const edits = [...fix.edits].sort((a, b) => b.start - a.start);
    const mended = edits.reduce(
      (text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end),
      bad,
    );
    assert.deepEqual(findings(mended, code), [], mended);
  });
