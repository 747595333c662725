// The layers of tests: which files they are, how long they may take, and what must run for them.
const minutes = 60_000;

/** What may differ between engines: looked at once more on other engines than Debian's own. */
const acrossEngines =
  "test/engine/{build,build-cases,build-checks,debug-shell,differences,hostile,image-diff,images,logs,model,projects,project-files,terminals,transports,verbs}.test.ts";

/** A rejection that nobody handles fails a file of the engine layers. */
const watchful = ["--import=./test/engine/unhandled.ts"];

/** The same tests on an engine that is unpacked for them. Where that cannot be had, the end of the run says so. */
const onEngine = (kind) => ({
  files: acrossEngines,
  arguments: watchful,
  optional: true,
  limit: 8 * minutes,
  fileLimit: 4 * minutes,
  prepare: async () => (await import("./surroundings.mjs")).otherEngine(kind),
});

/**
 * `prepare` gives the surroundings of a layer: `env` for the test processes, `refresh` before
 * each file, `again` before a file's second run, `stop` at the end. An `optional` layer that cannot be
 * set up is no failure, but is named at the end. The files of a layer run `together` in one
 * process, or in one each; `fileLimit` is a process's time, `arguments` are for its node.
 */
export const layers = {
  unit: {
    files: "test/{language-server,extension,l10n,scripts,syntaxes}/**/*.test.ts",
    together: true,
    limit: 10 * minutes,
    fileLimit: 5 * minutes,
    prepare: async () => (await import("./homes.mjs")).inOwnHome(),
  },
  engine: {
    files: "test/engine/**/*.test.ts",
    arguments: watchful,
    limit: 20 * minutes,
    fileLimit: 6 * minutes,
    prepare: async () => (await import("./surroundings.mjs")).engineSurroundings(),
  },
  "engine-28": onEngine("28"),
  "engine-podman": onEngine("podman"),
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
