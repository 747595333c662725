// Keeps out of the server's bundle what it never runs: second copies, the CommonJS build of `yaml`
// (its modules can be shaken), and all of `vscode-languageserver` but what carries the messages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** Packages whose modules are taken, whoever asks for them. */
export const moduleBuilds = {
  // It hands on all of this, and has no more that transport.ts asks for.
  "vscode-languageserver/node": createRequire(
    resolve("node_modules/vscode-languageserver/package.json"),
  ).resolve("vscode-jsonrpc/node"),
  yaml: resolve("node_modules/yaml/browser/dist/index.js"),
};

const replaced = [
  // The server's one reader of YAML (compose/yaml/) never writes it, nor makes nodes of JavaScript's
  // values, nor looks for what an alias names; of its types it knows texts, lists and mappings only.
  ...Object.entries({
    "visit.js": "export const visit = () => {}, visitAsync = visit;",
    "doc/createNode.js": "export const createNode = () => undefined;",
    "schema/tags.js": `
      import { map } from "./common/map.js";
      import { seq } from "./common/seq.js";
      import { string } from "./common/string.js";
      export const coreKnownTags = {};
      export const getTags = () => [map, seq, string];`,
  }).map(([name, contents]) => [
    new RegExp(`yaml/browser/dist/${name}$`.replaceAll("/", "[\\\\/]").replaceAll(".", "\\.")),
    contents,
  ]),
  ...["String", "Collection", "Pair", "Document"].map((kind) => [
    new RegExp(`yaml[\\\\/]browser[\\\\/]dist[\\\\/]stringify[\\\\/]stringify${kind}\\.js$`),
    `export const stringify${kind} = () => "";`,
  ]),
];

/** Of the types, our own code asks for the numbers and words of enumerations only. */
function typesForServer() {
  const types = createRequire(import.meta.url)("vscode-languageserver-types");
  const isPlain = (value) => typeof value === "number" || typeof value === "string";
  return Object.entries(types).flatMap(([name, group]) => {
    const plain = Object.entries(group ?? {}).filter(([, value]) => isPlain(value));
    return typeof group === "object" && plain.length > 0
      ? [`export const ${name} = ${JSON.stringify(Object.fromEntries(plain))};`]
      : [];
  });
}

/** Loaded for the names of pipes alone, which the server is told; loading it is a tenth of the start. */
function withoutCrypto(code) {
  const loads = 'const crypto_1 = require("crypto");';
  if (!code.includes(loads)) throw new Error("vscode-jsonrpc loads crypto another way now");
  return code.replace(
    loads,
    'const crypto_1 = { get randomBytes() { return require("crypto").randomBytes; } };',
  );
}

/** A rule's summary is for its page and for readers of the code; no finding shows it. */
const summary = /^( {2}summary:)\s*"(?:[^"\\\n]|\\.)*",$/m;

/**
 * An esbuild plugin. The build fails when one of the files is no longer there.
 * @returns {import("esbuild").Plugin}
 */
export function slimServer() {
  return {
    name: "slim-server",
    setup(build) {
      const seen = new Set();
      const rewrite = (filter, change, loader = "js") =>
        build.onLoad({ filter }, ({ path }) => ({
          contents: change(readFileSync(path, "utf8")),
          loader,
        }));
      for (const [filter, contents] of replaced)
        build.onLoad({ filter }, () => {
          seen.add(filter);
          return { contents, loader: "js" };
        });
      build.onResolve({ filter: /^vscode-languageserver-types$/ }, () => ({
        path: "types-for-server",
        namespace: "slim-server",
      }));
      build.onLoad({ filter: /.*/, namespace: "slim-server" }, () => ({
        contents: typesForServer().join("\n"),
        loader: "js",
      }));
      rewrite(/vscode-jsonrpc[\\/]lib[\\/]node[\\/]main\.js$/, withoutCrypto);
      rewrite(
        /language-server[\\/]\w+[\\/]rules[\\/]\w+\.ts$/,
        (code) => code.replace(summary, '$1 "",'),
        "ts",
      );
      build.onEnd(() => {
        if (seen.size !== replaced.length)
          throw new Error("a package has moved a file that slim-server.mjs replaces");
      });
    },
  };
}
