// What scope each part of a text gets, by the engine that VS Code colours with: the texts of
// `fixtures/` beside what was read and found right (`.scopes`; UPDATE=1 writes them again).
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");

const ours: Readonly<Record<string, string>> = {
  "source.dockerfile": "dockerfile",
  "source.dockerignore": "dockerignore",
  "source.compose": "compose",
  "source.compose-variables": "compose-variables",
};
const roots: Readonly<Record<string, string>> = {
  ".dockerfile": "source.dockerfile",
  ".dockerignore": "source.dockerignore",
  ".yaml": "source.compose",
};
/** The little of YAML that the variables are injected into. */
const yaml = {
  scopeName: "source.yaml",
  patterns: [
    { match: "^\\w+(?=:)", name: "entity.name.tag.yaml" },
    { begin: '"', end: '"', name: "string.quoted.double.yaml" },
    { begin: "(?<=: )(?=\\S)", end: "$", name: "string.unquoted.plain.yaml" },
  ],
};
/** In the place of VS Code's own grammars: one that a quote which is never closed runs away with. */
const embedded = (scopeName: string) => ({
  scopeName,
  patterns: [{ begin: '"', end: '"', name: "string" }],
});

await oniguruma.loadWASM(readFileSync(wasm)).catch(() => undefined);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (source) => new oniguruma.OnigString(source),
  }),
  async loadGrammar(scope) {
    const own = ours[scope];
    const text = own
      ? readFileSync(`syntaxes/${own}.tmLanguage.json`, "utf8")
      : JSON.stringify(scope === "source.yaml" ? yaml : embedded(scope));
    return textmate.parseRawGrammar(text, "grammar.json");
  },
  getInjections: (scope) => (scope === "source.compose" ? ["source.compose-variables"] : []),
});

/** Each line, and below it its parts with their scopes; without what every part has. */
async function scopes(file: string): Promise<string> {
  const root = roots[extname(file)] ?? "";
  const grammar = await registry.loadGrammar(root);
  assert.ok(grammar, root);
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
