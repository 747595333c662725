// What scope each part of a text gets, by the engine that VS Code colours with: the texts of
// `fixtures/` beside what was read and found right (`.scopes`; UPDATE=1 writes them again).
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { test } from "node:test";
import textmate from "vscode-textmate";
import { grammarOf } from "./grammars.ts";

const roots: Readonly<Record<string, string>> = {
  ".dockerfile": "source.dockerfile",
  ".dockerignore": "source.dockerignore",
  ".yaml": "source.compose",
};
/** Each line, and below it its parts with their scopes; without what every part has. */
async function scopes(file: string): Promise<string> {
  const root = roots[extname(file)] ?? "";
  const grammar = await grammarOf(root);
  let stack = textmate.INITIAL;
  const out: string[] = [];
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
    out.push(`>${line}`);
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const own = scopes.filter((scope) => scope !== root);
      const marks = "^".repeat(Math.min(endIndex, line.length) - startIndex);
      if (own.length > 0 && marks) out.push(` ${" ".repeat(startIndex)}${marks} ${own.join(" ")}`);
    }
  }
  return `${out.join("\n")}\n`;
}

for (const file of globSync("test/syntaxes/fixtures/*.{dockerfile,dockerignore,yaml}").sort())
  test(`${file.replace(/^.*[\\/]/, "")} has the scopes that were found right`, async () => {
    const golden = `${file}.scopes`;
    const found = await scopes(file);
    if (process.env.UPDATE) writeFileSync(golden, found);
    assert.ok(existsSync(golden), `${golden} is missing: UPDATE=1 writes it`);
    assert.equal(found, readFileSync(golden, "utf8"));
  });
