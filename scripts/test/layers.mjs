// The layers of tests: which files they are, how long they may take, and what must run for them.
const minutes = 60_000;

/**
 * `prepare` gives the surroundings of a layer: `env` for the test processes, `refresh` before
 * each file, `again` before a file's second run, `stop` at the end.
 */
export const layers = {
  unit: {
    files: "test/{language-server,extension,scripts,syntaxes}/**/*.test.ts",
    together: true,
    limit: 10 * minutes,
  },
  engine: {
    files: "test/engine/**/*.test.ts",
    limit: 20 * minutes,
    fileLimit: 6 * minutes,
    prepare: async () => (await import("./surroundings.mjs")).engineSurroundings(),
  },
  host: {
    files: "test/host/*.test.ts",
    limit: 20 * minutes,
    fileLimit: 8 * minutes,
    prepare: async () => (await import("./surroundings.mjs")).hostSurroundings(),
  },
  ui: {
    files: "test/ui/*.test.ts",
    limit: 25 * minutes,
    fileLimit: 10 * minutes,
    prepare: async () => (await import("./surroundings.mjs")).uiSurroundings(),
  },
};
