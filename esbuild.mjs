// Builds the two bundles and the pages of webviews: `--production` minifies, `--watch` builds again on every change.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { context } from "esbuild";
import { librariesApart, libraryEntries } from "./scripts/build/libraries.mjs";
import { inParts, partsAsCommonJs, serverEntries } from "./scripts/build/server-parts.mjs";
import { slimDockerode } from "./scripts/build/slim-dockerode.mjs";
import { moduleBuilds, slimServer } from "./scripts/build/slim-server.mjs";
import { watchLog } from "./scripts/build/watch-log.mjs";

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

if (production) rmSync("dist", { recursive: true, force: true });

// VS Code loads CommonJS; the package itself is of modules, so the folder says what it holds.
mkdirSync("dist", { recursive: true });
writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');

// Other editors start the server by this name.
copyFileSync("language-server/start.cjs", "dist/language-server.js");

// All pages of the rules in one file: hundreds of small ones would make the package large.
const pagesIn = (folder) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .map((name) => [name.slice(0, -3), readFileSync(`${folder}/${name}`, "utf8")]),
  );
writeFileSync(
  "dist/rules.json",
  JSON.stringify({ en: pagesIn("docs/rules"), ko: pagesIn("docs/rules/ko") }),
);

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  minify: production,
  sourcemap: !production,
  legalComments: "none",
  outdir: "dist",
  external: ["vscode"],
  logLevel: "warning",
};

const builds = [
  {
    ...shared,
    entryPoints: { extension: "extension/main.ts" },
    // `require` in the place of `import()`: VS Code gives `vscode` to what is required.
    supported: { "dynamic-import": false },
    plugins: [librariesApart()],
  },
  { ...shared, entryPoints: libraryEntries, plugins: [slimDockerode()] },
  {
    ...shared,
    ...inParts,
    entryPoints: serverEntries,
    alias: moduleBuilds,
    plugins: [slimServer(), partsAsCommonJs()],
  },
  // Pages that run in webviews; the panels beside them read them.
  {
    ...shared,
    entryPoints: {
      "table-page": "extension/panels/table/page.ts",
      "graph-page": "extension/panels/graph/page.ts",
    },
    platform: "browser",
    format: "iife",
    sourcemap: false,
  },
];

const log = watch && watchLog(builds.length);
for (const options of builds) {
  const plugins = [...(options.plugins ?? []), ...(log ? [log()] : [])];
  const build = await context({ ...options, plugins });
  if (watch) await build.watch();
  else {
    await build.rebuild();
    await build.dispose();
  }
}
