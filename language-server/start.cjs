// The server's start, dist/language-server.js: tells Node how to run the server, and loads it.
const { enableCompileCache, flushCompileCache } = require("node:module");
const { setFlagsFromString } = require("node:v8");

// Compiling is most of what a start costs: what has been compiled is kept (Node 22 and newer).
// It is written when the process ends by itself; whoever is killed has it written by then.
enableCompileCache?.();
if (flushCompileCache) setTimeout(flushCompileCache, 5_000).unref();

// Electron's V8 takes no flags by then.
if (!process.versions.electron)
  for (const flag of [
    // A text of some hundred kilobytes is read at each key, and V8 would let the waste of it grow to
    // 200 MB before it looks. Half of that is saved for nothing.
    "--semi-space-growth-factor=1",
    "--heap-growing-percent=50",
    // A key runs thousands of functions a few times each, and V8 would compile most of them twice in
    // the first minutes, for more than it saves: a third of the time, and 5 MB. What is hot still is.
    "--invocation-count-for-maglev=4000",
    "--invocation-count-for-turbofan=40000",
  ])
    setFlagsFromString(flag);

require("./language-server-main.js");
