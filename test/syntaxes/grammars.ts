// Our grammars, loaded by the engine that VS Code colours with.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");

const ours: Readonly<Record<string, string>> = {
  "source.dockerfile": "dockerfile",
  "source.dockerignore": "dockerignore",
  "source.compose": "compose",
  "source.compose-variables": "compose-variables",
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

/** The grammar of a scope name, such as `source.dockerfile`. */
export async function grammarOf(scope: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scope);
  assert.ok(grammar, scope);
  return grammar;
}
