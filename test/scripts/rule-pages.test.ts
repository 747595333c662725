// Every rule has its page in both languages, and no page is left of a rule that is gone.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { texts as dockerfile } from "../../docs/rules/texts/dockerfile.ts";
import { texts as hadolint } from "../../docs/rules/texts/hadolint.ts";
import { texts as own } from "../../docs/rules/texts/own.ts";
import { composeRules } from "../../language-server/compose/rules/index.ts";
import { rules } from "../../language-server/dockerfile/rules/index.ts";

test("every Dockerfile rule says why it is there, with a bad and a good example", () => {
  const texts = { ...dockerfile, ...hadolint, ...own };
  // Its findings have numbers of their own.
  const codes = rules.map(({ code }) => code).filter((code) => code !== "ShellCheck");
  assert.deepEqual(Object.keys(texts).sort(), codes.sort());
});

for (const folder of ["docs/rules", "docs/rules/ko"])
  test(`${folder} holds a page for each rule, and no other`, () => {
    const pages = readdirSync(folder).filter(
      (name) => name.endsWith(".md") && name !== "README.md",
    );
    const codes = new Set([...rules, ...composeRules].map(({ code }) => `${code}.md`));
    assert.deepEqual(pages.sort(), [...codes].sort());
  });

test("a Korean page is in Korean", () => {
  for (const { code } of rules) {
    const [, , summary = ""] = readFileSync(`docs/rules/ko/${code}.md`, "utf8").split("\n");
    assert.match(summary, /[가-힣]/, code);
  }
});
