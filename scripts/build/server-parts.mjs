// The server in parts: what every start needs, and each language with what it alone needs, read with
// the first document of that language. esbuild splits modules of ECMAScript only, and those Node
// loads more slowly than CommonJS: so the parts are split as the one and written as the other.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { compileFunction } from "node:vm";

/** The entry points by the names of their files; other parts, shared by several, get numbers. */
export const serverEntries = {
  "language-server-main": "language-server/main.ts",
  "language-server-dockerfile": "language-server/dockerfile/language.ts",
  "language-server-compose": "language-server/compose/index.ts",
};

/** What esbuild must be told besides its usual options. */
export const inParts = {
  format: "esm",
  splitting: true,
  write: false,
  external: ["vscode", "./language-server-*.js"],
};

/**
 * An esbuild plugin for builds with {@link inParts}: writes the parts as CommonJS.
 * @returns {import("esbuild").Plugin}
 */
export function partsAsCommonJs() {
  return {
    name: "parts-as-commonjs",
    setup(build) {
      build.onEnd(({ outputFiles = [] }) => {
        const shared = outputFiles
          .map(({ path }) => basename(path))
          .filter((name) => name.startsWith("chunk-") && name.endsWith(".js"));
        const named = (text) =>
          shared.reduce(
            (all, name, index) => all.replaceAll(name, `language-server-part-${index + 1}.js`),
            text,
          );
        for (const { path, text } of outputFiles) {
          mkdirSync(dirname(path), { recursive: true });
          const code = named(path.endsWith(".js") ? asCommonJs(text) : text);
          if (path.endsWith(".js")) compileFunction(code, ["require", "module", "exports"]);
          writeFileSync(named(path), code);
        }
      });
    },
  };
}

const importing =
  /(?<=^|[;}\n])import(?:\s*\{([^}"']*)\}|\s*\*\s*as\s+([\w$]+)|\s+([\w$]+))?\s*(?:\bfrom\b)?\s*("[\w:./-]+");/g;
const exporting = /(?<=^|[;}\n])export\s*\{([^}"']*)\};(?=\s*(?:\/\/# .*\s*)?$)/;

/**
 * A module as esbuild writes it, with static imports and one export at its end. Lines stay where
 * they are. A form that is not known here is left, and does not parse.
 */
export function asCommonJs(text) {
  const code = text
    .replace(importing, (_, names, whole, single, file) => {
      const target =
        names === undefined ? (whole ?? single) : `{${names.replace(/\s+as\s+/g, ":")}}`;
      return `${target === undefined ? "" : `const ${target}=`}require(${file});`;
    })
    .replace(exporting, (_, names) => `module.exports={${swapped(names)}};`);
  return `"use strict";${code}`;
}

/** `a as b, c` as `b: a, c`. */
const swapped = (names) => names.replace(/([\w$]+)\s+as\s+([\w$]+)/g, "$2:$1");
