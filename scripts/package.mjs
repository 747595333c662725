// `npm run package`: dockwright.vsix from the built bundles, by vsce.
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

if (!existsSync("dist/extension.js"))
  execFileSync(process.execPath, ["esbuild.mjs", "--production"], { stdio: "inherit" });
execFileSync(
  process.execPath,
  [
    "node_modules/@vscode/vsce/vsce",
    "package",
    "--no-dependencies",
    "--allow-missing-repository",
    "--no-rewrite-relative-links",
    "--skip-license",
    "--out",
    "dockwright.vsix",
  ],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const size = statSync("dockwright.vsix").size / 1000;
console.log(`dockwright.vsix: ${Math.round(size)} kB`);
if (size > 900) {
  console.log("That is more than the 900 kB it may have.");
  process.exitCode = 1;
}
