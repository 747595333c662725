// `npm run package`: dockwright.vsix from fresh bundles, by vsce. What belongs into it is copied
// into a folder of its own first: vsce looks at every file of its folder, and here are many.
import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const content = [
  "package.json",
  "package.nls*.json",
  "dist/*.js",
  "dist/package.json",
  "dist/rules.json",
  "l10n/bundle.l10n*.json",
  "syntaxes/**/*.json",
  "media/**/*.{svg,png,md}",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
];

// Always anew (a bundle of yesterday would be packaged, and tested, without a word), except right
// after a build: `--built`.
if (!process.argv.includes("--built"))
  execFileSync(process.execPath, ["esbuild.mjs", "--production"], { stdio: "inherit" });
const folder = mkdtempSync(join(tmpdir(), "dockwright-package-"));
try {
  for (const file of globSync(content)) cpSync(file, join(folder, file));
  // Everything there belongs into it; vsce warns when this file is missing.
  writeFileSync(join(folder, ".vscodeignore"), "");
  const vsce = resolve("node_modules/@vscode/vsce/vsce");
  const options = [
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
  ];
  const out = ["--skip-license", "--out", resolve("dockwright.vsix")];
  execFileSync(process.execPath, [vsce, "package", ...options, ...out], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const size = statSync("dockwright.vsix").size / 1000;
console.log(`dockwright.vsix: ${Math.round(size)} kB`);
if (size > 900) {
  console.log("That is more than the 900 kB it may have.");
  process.exitCode = 1;
}
