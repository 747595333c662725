// Keeps out of the server's bundle what it never runs: second copies, the CommonJS build of `yaml`
// (its modules can be shaken), notebooks and other requests that no handler answers, the search for
// global packages.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** Packages whose modules are taken, whoever asks for them. */
export const moduleBuilds = {
  "vscode-languageserver-types": resolve(
    "node_modules/vscode-languageserver-types/lib/esm/main.js",
  ),
  yaml: resolve("node_modules/yaml/browser/dist/index.js"),
};

const replaced = [
  [
    /vscode-languageserver[\\/]lib[\\/]common[\\/]notebook\.js$/,
    "exports.NotebookSyncFeature = (Base) => Base; exports.NotebookDocuments = class {};",
  ],
  ...Object.entries({
    callHierarchy: "CallHierarchyFeature",
    typeHierarchy: "TypeHierarchyFeature",
    moniker: "MonikerFeature",
    inlineValue: "InlineValueFeature",
    inlineCompletion: "InlineCompletionFeature",
    fileOperations: "FileOperationsFeature",
    textDocumentContent: "TextDocumentContentFeature",
  }).map(([name, feature]) => [
    new RegExp(`vscode-languageserver[\\\\/]lib[\\\\/]common[\\\\/]${name}\\.js$`),
    `exports.${feature} = (Base) => Base;`,
  ]),
  ...[
    "callHierarchy",
    "typeHierarchy",
    "moniker",
    "inlineValue",
    "inlineCompletion",
    "fileOperations",
    "textDocumentContent",
    "colorProvider",
  ].map((name) => [
    new RegExp(
      `vscode-languageserver-protocol[\\\\/]lib[\\\\/]common[\\\\/]protocol\\.${name}\\.js$`,
    ),
    "",
  ]),
  [/vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/, ""],
  [/vscode-languageserver-protocol[\\/]lib[\\/]common[\\/]protocol\.notebook\.js$/, ""],
  [
    /vscode-languageserver[\\/]lib[\\/]common[\\/]textDocuments\.js$/,
    "exports.TextDocuments = class {};",
  ],
  // The server reads YAML and never writes it, nor makes nodes of JavaScript's values; of its types it
  // knows texts, lists and mappings only.
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

/** All that the protocol asks the types at run time; without the rest they can be shaken. */
const typesForProtocol = `
const text = { is: (value) => typeof value === "string" };
const number = { is: (value) => Number.isInteger(value) };
exports.URI = exports.DocumentUri = text;
exports.integer = number;
exports.uinteger = { is: (value) => number.is(value) && value >= 0 };
exports.WorkspaceFolder = { is: (value) => text.is(value?.uri) && text.is(value?.name) };
`;

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
      build.onResolve({ filter: /vscode-languageserver-types/ }, ({ importer }) =>
        /vscode-languageserver-protocol[\\/]/.test(importer)
          ? { path: "types-for-protocol", namespace: "slim-server" }
          : { path: "types-for-server", namespace: "slim-server" },
      );
      build.onLoad({ filter: /.*/, namespace: "slim-server" }, ({ path }) => ({
        contents: path === "types-for-protocol" ? typesForProtocol : typesForServer().join("\n"),
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
