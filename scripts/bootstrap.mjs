// The first step of `npm start` and `npm test` on a fresh clone: installs what package-lock.json
// names, builds, and runs the wished script on the Node of devDependencies. It needs Node 20 and
// nothing else, and knows nothing of what it starts.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";
const tools = join(root, "node_modules", ".bin");
const node = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
const stamp = join(root, "node_modules", ".dockwright-lock");

process.chdir(root);
const [script = "test", ...rest] = process.argv.slice(2);
const begun = Date.now();
if (!installed()) install();
if (!worksNode()) repairNode();
const tool = worksNode() ? node : process.execPath;
const path = `${tools}${delimiter}${process.env.PATH ?? ""}`;
run(tool, ["esbuild.mjs", "--production"], "build");
console.log(`Ready after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
const { status } = spawnSync(tool, [join("scripts", `${script}.mjs`), ...rest], {
  stdio: "inherit",
  env: { ...process.env, PATH: path },
});
process.exitCode = status ?? 1;

/** Whether node_modules holds what this lock file names. */
function installed() {
  if (!existsSync(tools)) return false;
  if (!existsSync(stamp)) return existsSync(join(root, "node_modules", "esbuild"));
  return readFileSync(stamp, "utf8") === readFileSync("package-lock.json", "utf8");
}

function install() {
  console.log("Installing the packages of package-lock.json …");
  for (let attempt = 1; ; attempt++) {
    if (npm("ci", "--no-audit", "--no-fund")) break;
    if (attempt === 3) throw new Error("npm ci failed");
    console.log("npm ci failed; trying again");
  }
  writeFileSync(stamp, readFileSync("package-lock.json", "utf8"));
}

function worksNode() {
  return existsSync(node) && spawnSync(node, ["--version"]).status === 0;
}

/** npm may be set up to run no install scripts; the package `node` is empty without its own. */
function repairNode() {
  if (npm("rebuild", "node", "--ignore-scripts=false") && worksNode()) return;
  const setup = join("node_modules", "node", "installArchSpecificPackage.js");
  if (existsSync(setup))
    spawnSync(process.execPath, ["installArchSpecificPackage.js"], {
      cwd: join("node_modules", "node"),
      stdio: "inherit",
      env: { ...process.env, npm_config_global: "false" },
    });
  if (!worksNode() && Number(process.versions.node.split(".")[0]) < 24)
    throw new Error("Node 24 could not be installed by npm: install it, and start again");
}

function npm(...args) {
  // On Windows npm is a batch file, which only a shell can start.
  return spawnSync("npm", args, { stdio: "inherit", shell: windows }).status === 0;
}

function run(command, args, what) {
  if (spawnSync(command, args, { stdio: "inherit" }).status !== 0) {
    console.log(`The ${what} failed.`);
    process.exit(1);
  }
}
