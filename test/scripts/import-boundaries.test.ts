// Each row of the table of who may import whom is seen to fire on a planted file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import { removeTemporary } from "../temporary.ts";

/** Where the file stands, what it imports, and whether it may. */
const table: readonly (readonly [string, string, boolean])[] = [
  ["language-server/planted.ts", "vscode", false],
  ["language-server/planted.ts", "vscode-languageserver/node", false],
  ["language-server/planted.ts", "dockerode", false],
  ["language-server/planted.ts", "node:fs", false],
  ["language-server/planted.ts", "../extension/log.ts", false],
  ["language-server/planted.ts", "node:path", true],
  ["language-server/planted.ts", "vscode-languageserver", true],
  ["language-server/main.ts", "node:fs", true],
  ["language-server/dockerfile/planted.ts", "vscode-languageserver", false],
  ["language-server/dockerfile/planted.ts", "../server.ts", false],
  ["language-server/dockerfile/planted.ts", "../main.ts", false],
  ["language-server/compose/planted.ts", "vscode-languageserver", false],
  ["language-server/lint/planted.ts", "vscode-languageserver", false],
  ["language-server/lint/planted.ts", "../text.ts", true],
  ["extension/engine/planted.ts", "vscode", false],
  ["extension/engine/planted.ts", "../views/node.ts", false],
  ["extension/engine/planted.ts", "../commands/command.ts", false],
  ["extension/engine/planted.ts", "../../language-server/protocol.ts", false],
  ["extension/engine/planted.ts", "dockerode", true],
  ["extension/connections/planted.ts", "../views/node.ts", false],
  ["extension/connections/planted.ts", "../engine/engine.ts", true],
  ["extension/language-client/planted.ts", "../commands/command.ts", false],
  ["extension/language-client/planted.ts", "../../language-server/protocol.ts", true],
  ["extension/workspace/planted.ts", "../views/node.ts", false],
  ["extension/workspace/planted.ts", "../commands/command.ts", false],
  ["extension/workspace/planted.ts", "../../language-server/protocol.ts", true],
  ["extension/projects/planted.ts", "../views/node.ts", false],
  ["extension/projects/planted.ts", "../../language-server/protocol.ts", true],
  ["extension/wording/planted.ts", "../views/node.ts", false],
  ["extension/wording/planted.ts", "../commands/command.ts", false],
  ["extension/wording/planted.ts", "../engine/text.ts", true],
  ["extension/views/planted.ts", "dockerode", false],
  ["extension/views/planted.ts", "../commands/command.ts", false],
  ["extension/views/planted.ts", "../../language-server/protocol.ts", false],
  ["extension/views/planted.ts", "vscode", true],
  ["extension/planted.ts", "dockerode", false],
  ["extension/planted.ts", "../language-server/server.ts", false],
  ["extension/planted.ts", "../language-server/protocol.ts", true],
];

test("every row of the import table holds", () => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-imports-"));
  try {
    const rules = JSON.parse(readFileSync("biome.json", "utf8")) as Record<string, unknown>;
    const { vcs: _, ...config } = rules;
    writeFileSync(join(folder, "biome.json"), JSON.stringify(config));
    const planted = table.map(([path], index) => path.replace("planted", `planted-${index}`));
    for (const [index, path] of planted.entries()) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      const source = table[index]?.[1];
      writeFileSync(
        join(folder, path),
        `import { thing } from "${source}";\nthing();\ndebugger;\n`,
      );
    }
    const findings = lint(folder, planted);
    // What biome does not look at would seem to be allowed.
    assert.deepEqual(findings.get("suspicious/noDebugger"), new Set(planted));
    const refused = findings.get("style/noRestrictedImports");
    const wrong = table.filter(
      ([, , allowed], index) => refused?.has(planted[index] ?? "") === allowed,
    );
    assert.deepEqual(wrong, []);
  } finally {
    removeTemporary(folder);
  }
});

/** The files in which biome finds something, by rule. */
function lint(folder: string, files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const line = [biome, "lint", "--reporter=github", "--max-diagnostics=none", ...files];
  const { stdout, error } = spawnSync(process.execPath, line, { cwd: folder, encoding: "utf8" });
  if (error) throw error;
  const found = new Map<string, Set<string>>();
  for (const [, rule = "", file = ""] of stdout.matchAll(/title=lint\/([\w/]+),file=([^,]+),/g)) {
    const known = found.get(rule) ?? new Set();
    found.set(rule, known.add(file.replaceAll("\\", "/")));
  }
  return found;
}
