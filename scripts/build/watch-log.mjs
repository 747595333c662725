// What `npm run dev` says, in the words that `.vscode/tasks.json` waits for: when the first of so
// many builds begins and when the last one ends. Problems are esbuild's own lines between the two.

/** Gives a plugin for each of these builds. */
export function watchLog(builds, say = console.log) {
  // All of them run once at the beginning, though not at the same time.
  let running = builds;
  say("building …");
  return () => ({
    name: "watch-log",
    setup(build) {
      let counted = true;
      build.onStart(() => {
        if (!counted && running++ === 0) say("building …");
        counted = false;
      });
      build.onEnd(() => {
        if (--running === 0) say("built; waiting for changes");
      });
    },
  });
}
