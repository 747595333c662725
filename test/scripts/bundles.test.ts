// What the code reads from dist/ is built into dist/: a file that no build makes is missed by nobody
// but the person who clicks.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const { moduleBuilds, slimServer } = require("../../scripts/build/slim-server.mjs");

test("every file of dist/ that the extension names is made by the build", () => {
  const build = readFileSync("esbuild.mjs", "utf8");
  const named = globSync("extension/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"dist\/([\w-]+)\.\w+"/g)].map(([, name]) => name),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((name) => !build.includes(`"${name}"`) && !build.includes(`dist/${name}.`)),
    [],
  );
});

test("what the server's bundle leaves out is not needed to read .hadolint.yaml", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { readHadolintConfig as read } from "./language-server/lint/hadolint-config.ts";
        export const server = () => require("./language-server/main.ts");`,
      resolveDir: ".",
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    alias: moduleBuilds,
    plugins: [slimServer()],
  });
  const module = { exports: {} as { read(text: string): { options: object } } };
  const run = new Function("module", "require", outputFiles[0]?.text ?? "");
  run(module, require);
  const text = "trustedRegistries: [a.io]\nlabel-schema:\n  url: url\nstrict-labels: true\n";
  assert.deepEqual(module.exports.read(text).options, {
    trustedRegistries: ["a.io"],
    labelSchema: { url: "url" },
    strictLabels: true,
  });
});
