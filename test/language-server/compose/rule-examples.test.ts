// The examples of the rules' pages: the bad one has the finding, the good one has not, and what
// the preferred fix of a finding gives has it no more and is still what Compose takes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { texts } from "../../../docs/rules/texts/compose.ts";
import { texts as refused } from "../../../docs/rules/texts/refusals.ts";
import { compose } from "../../../language-server/compose/index.ts";
import { composeRules } from "../../../language-server/compose/rules/index.ts";
import { refusals } from "../../../language-server/compose/rules/refusals-table.ts";
import { beside } from "./beside-examples.ts";
import { folder, folderHost } from "./folder.ts";

function findings(text: string, files: Readonly<Record<string, string>> = {}) {
  const host = folderHost(
    { ...beside, ...files, "compose.yaml": text },
    {},
    {
      networks: () => ["edge"],
      volumes: () => [],
      usedPorts: () => [{ port: 8081, protocol: "tcp", container: "blog", project: "blog" }],
    },
  );
  const context = { uri: `${folder}compose.yaml`, host, settings: { lint: { preset: "all" } } };
  return compose.lint(compose.parse(text), context as Parameters<typeof compose.lint>[1]);
}

function mended(text: string, edits: readonly { start: number; end: number; newText: string }[]) {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end),
      text,
    );
}

test("every rule has its text", () => {
  const own = composeRules.map(({ code }) => code).filter((code) => !(code in refusals));
  assert.deepEqual(Object.keys(texts), own.sort());
  assert.deepEqual(Object.keys(refused), Object.keys(refusals));
});

for (const [code, { bad, good, files, goodFiles = files }] of Object.entries(refused))
  test(`${code}: the bad example is refused for that, the good one is not refused`, () => {
    assert.ok(
      findings(bad, files).some((finding) => finding.code === code),
      JSON.stringify(findings(bad, files)),
    );
    const errors = findings(good, goodFiles).filter(({ severity }) => severity === "error");
    assert.deepEqual(errors, [], good);
  });

for (const [code, { bad, good }] of Object.entries(texts))
  test(`${code}: the bad example has it, the good one and the mended one have not`, () => {
    const has = (text: string) => findings(text).filter((finding) => finding.code === code);
    const [finding] = has(bad);
    assert.ok(finding, bad);
    assert.deepEqual(has(good), [], good);
    for (const text of [bad, good])
      assert.deepEqual(
        findings(text).filter(({ severity }) => severity === "error"),
        [],
        text,
      );
    const fix = finding.fixes?.()[0];
    if (!fix || fix.edits.length === 0) return;
    const better = mended(bad, fix.edits);
    assert.deepEqual(has(better), [], better);
    assert.ok(
      findings(better).every(({ severity }) => severity !== "error"),
      better,
    );
  });
