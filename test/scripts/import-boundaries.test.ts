// Each row of the table of who may import whom is seen to fire on a planted file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";

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
    const wrong = table.filter(([path, source, allowed], index) => {
      const planted = path.replace("planted", `planted-${index}`);
      mkdirSync(join(folder, dirname(planted)), { recursive: true });
      writeFileSync(join(folder, planted), `import { thing } from "${source}";\nthing();\n`);
      const refused = lint(folder, planted).includes("noRestrictedImports");
      rmSync(join(folder, planted));
      return refused === allowed;
    });
    assert.deepEqual(wrong, []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What biome says of a file. */
function lint(folder: string, path: string): string {
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr, error } = spawnSync(process.execPath, [biome, "lint", path], {
    cwd: folder,
    encoding: "utf8",
  });
  if (error) throw error;
  assert.match(stdout + stderr, /Checked 1 file/, stdout + stderr);
  return stdout + stderr;
}
