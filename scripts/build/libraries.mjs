// The libraries that the extension loads late get bundles of their own beside its own: half of
// what stood in dist/extension.js was theirs, and to read it took half of the time to load it.

/** Bundles by the name under which the extension imports the library. */
const libraries = {
  "vscode-languageclient/node": "language-client",
  dockerode: "dockerode",
};

/** Entry points of the libraries' bundles. */
export const libraryEntries = Object.fromEntries(
  Object.entries(libraries).map(([name, bundle]) => [bundle, name]),
);

/** Leads `import("library")` to the library's bundle. An ordinary import of one is an error. */
export function librariesApart() {
  return {
    name: "libraries-apart",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (!Object.hasOwn(libraries, path)) return undefined;
        if (kind === "dynamic-import") return { path: `./${libraries[path]}.js`, external: true };
        return { errors: [{ text: `${path} must be loaded late, by import("${path}").` }] };
      });
    },
  };
}
