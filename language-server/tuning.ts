// How V8 is to run the server. Used by main.ts alone.

const flags = [
  // A text of some hundred kilobytes is read at each key, and V8 would let the waste of it grow to
  // 200 MB before it looks. Half of that is saved for nothing.
  "--semi-space-growth-factor=1",
  "--heap-growing-percent=50",
  // What is young is looked through once its room is so full (%), as soon as nobody waits for an answer;
  // by itself V8 comes to it later, and then more often in the midst of a check.
  "--minor-gc-task-trigger=60",
  // A key runs thousands of functions a few times each. Compiled simply at their first call they take
  // a twentieth less time than interpreted ones; compiled well early, most would take more than that
  // saves. Without the last compiler memory is 6 MB less, but all that looks at 5,000 lines slower by a fifth.
  "--always-sparkplug",
  "--invocation-count-for-maglev=4000",
  "--invocation-count-for-turbofan=40000",
];

let tuned = false;

/**
 * Tells V8 once. It is done with the first document rather than at the start: V8 takes no code that
 * was compiled under other flags, and Node brings its own modules compiled under none.
 */
export function tune(): void {
  // Electron's V8 takes no flags by then.
  if (tuned || process.versions.electron) return;
  tuned = true;
  const { setFlagsFromString }: typeof import("node:v8") = require("node:v8");
  for (const flag of flags) setFlagsFromString(flag);
}
