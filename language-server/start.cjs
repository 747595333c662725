// The server's start, dist/language-server.js: tells Node how to run the server, and loads it.
const { enableCompileCache, flushCompileCache } = require("node:module");

// Compiling is most of what a start costs: what has been compiled is kept (Node 22 and newer).
// It is written when the process ends by itself; whoever is killed has it written by then.
enableCompileCache?.();
if (flushCompileCache) setTimeout(flushCompileCache, 5_000).unref();

require("./language-server-main.js");
