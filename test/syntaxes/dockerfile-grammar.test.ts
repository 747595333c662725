// The grammar of Dockerfiles, run by the engine that VS Code uses: which scope a word gets.
import assert from "node:assert/strict";
import { test } from "node:test";
import textmate from "vscode-textmate";
import { grammarOf } from "./grammars.ts";

async function scopesOf(text: string): Promise<(word: string) => string> {
  const grammar = await grammarOf("source.dockerfile");
  const found: { text: string; scopes: string }[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const result = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of result.tokens)
      found.push({ text: line.slice(startIndex, endIndex), scopes: scopes.join(" ") });
    stack = result.ruleStack;
  }
  return (word) => found.find((token) => token.text.trim() === word)?.scopes ?? "";
}

test("keywords, images, stages, flags and variables have scopes of their own", async () => {
  const scope = await scopesOf(
    "# syntax=docker/dockerfile:1\nARG TAG=1\nFROM --platform=linux/amd64 node:$TAG AS build\nCOPY --from=base a b\nUSER app",
  );
  assert.match(scope("syntax"), /directive/);
  assert.match(scope("FROM"), /keyword\.control/);
  assert.match(scope("node:"), /entity\.name\.image/);
  assert.match(scope("build"), /entity\.name\.type\.stage/);
  assert.match(scope("--from"), /attribute-name\.flag/);
  assert.match(scope("$TAG"), /variable\.other/);
  assert.match(scope("USER"), /keyword\.control/);
});

test("a continued RUN with a comment inside ends where BuildKit ends it", async () => {
  const scope = await scopesOf("RUN a && \\\n # why\n b\nCMD c");
  assert.match(scope("&&"), /operator\.shell/);
  assert.match(scope("CMD"), /keyword\.control/);
});

test("a heredoc ends at its delimiter", async () => {
  const scope = await scopesOf("RUN <<EOF\nFROM here\nEOF\nEXPOSE 80");
  assert.doesNotMatch(scope("FROM"), /keyword\.control\.dockerfile/);
  assert.match(scope("EXPOSE"), /keyword\.control/);
});
