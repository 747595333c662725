// The budgets of size and load time: `node scripts/budgets.mjs` prints each with its figure and
// fails when one is overdrawn.
import { execFileSync } from "node:child_process";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";

const size = (path) => (existsSync(path) ? statSync(path).size / 1000 : undefined);

/** Name, unit, most, and the figure; a figure that cannot be had yet is undefined. */
const budgets = [
  ["dist/extension.js", "kB", 900, () => size("dist/extension.js")],
  ["dist/language-server*.js", "kB", 700, serverSize],
  ["VSIX", "kB", 900, () => size(globSync("*.vsix")[0] ?? "")],
  ["runtime dependencies", "", 8, dependencies],
  ["loading dist/extension.js", "ms", 45, loadTime],
];

/** Prints all budgets. Gives the names of those overdrawn. */
function checkBudgets() {
  const over = [];
  for (const [name, unit, most, measure] of budgets) {
    const figure = measure();
    const shown = figure === undefined ? "not built" : `${Math.round(figure)} ${unit}`.trim();
    console.log(`${figure > most ? "✖" : "✔"} ${name}: ${shown} (at most ${most})`);
    if (figure > most) over.push(name);
  }
  return over;
}

/** All parts of the server. */
function serverSize() {
  const sizes = globSync("dist/language-server*.js").map(size);
  return sizes.length > 0 ? sizes.reduce((sum, part) => sum + part, 0) : undefined;
}

function dependencies() {
  return Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies).length;
}

/** The best of nine loads in processes of their own: a busy machine makes loads slower, not faster. */
function loadTime() {
  if (!existsSync("dist/extension.js")) return undefined;
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ["scripts/build/load-time.cjs"], { encoding: "utf8" })),
  );
  return Math.min(...times);
}

process.exitCode = checkBudgets().length > 0 ? 1 : 0;
