// F5 in VS Code waits for words of `npm run dev`, and shows what is wrong by the form of its lines:
// both are tried on a real watch in a copy of the sources, with a fault planted and taken out.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { until } from "../../scripts/engine-api.ts";

interface Task {
  readonly label: string;
  readonly type: string;
  readonly script: string;
  readonly isBackground?: boolean;
  readonly problemMatcher: {
    readonly pattern: readonly { readonly regexp: string }[];
    readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
  };
}
interface Launch {
  readonly type: string;
  readonly args?: readonly string[];
  readonly outFiles: readonly string[];
  readonly preLaunchTask?: string;
  readonly port?: number;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const tasks: readonly Task[] = read(".vscode/tasks.json").tasks;
const launches: readonly Launch[] = read(".vscode/launch.json").configurations;
const manifest = read("package.json");
const dev = tasks.find(({ isBackground }) => isBackground);

test("F5 builds by a task that is there, and opens folders that are there", () => {
  const extension = launches.find(({ type }) => type === "extensionHost");
  assert.equal(extension?.preLaunchTask, dev?.label);
  for (const { type, script } of tasks)
    assert.ok(type === "npm" && script in manifest.scripts, `npm run ${script}`);
  assert.ok(manifest.main.startsWith("./dist/"), manifest.main);
  for (const { outFiles } of launches)
    assert.deepEqual(outFiles, ["${workspaceFolder}/dist/**/*.js"]);
  for (const arg of extension?.args ?? [])
    assert.ok(existsSync(arg.replace(/^.*\$\{workspaceFolder\}/, ".")), arg);
});

test("the port to attach to is the one that the server is started with", () => {
  const port = launches.find(({ port }) => port)?.port;
  assert.match(
    readFileSync("extension/language-client/client.ts", "utf8"),
    new RegExp(`--inspect=${port}"`),
  );
});

test("the watch says when it builds, what is wrong and where, with maps to the sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-watch-"));
  for (const path of ["extension", "language-server", "l10n", "docs/rules", "media"])
    cpSync(path, join(folder, path), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  const line = [resolve("esbuild.mjs"), "--watch"];
  const watch = spawn(process.execPath, line, { cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  for (const stream of [watch.stdout, watch.stderr])
    stream.on("data", (data) => {
      output += data;
    });
  const lines = () => output.split("\n").map((one) => one.trimEnd());
  const { beginsPattern, endsPattern } = dev?.problemMatcher.background ?? {};
  const count = (pattern = "") => lines().filter((one) => new RegExp(pattern).test(one)).length;
  const built = (times: number) =>
    until("a build", () => count(endsPattern) >= times, 60_000).catch((error) => {
      throw new Error(`${error}\n${output}`);
    });
  try {
    await built(1);
    assert.equal(count(beginsPattern), 1, output);
    const map = read(join(folder, "dist/extension.js.map"));
    assert.ok(map.sources.includes("../extension/main.ts"), map.sources.join(", "));
    const main = join(folder, "extension/main.ts");
    const sound = readFileSync(main, "utf8");
    appendFileSync(main, 'import "./nowhere.ts";\n');
    await built(2);
    const patterns = dev?.problemMatcher.pattern.map(({ regexp }) => new RegExp(regexp)) ?? [];
    const found = () =>
      lines().findIndex((_, at) => patterns.every((one, n) => one.test(lines()[at + n] ?? "")));
    await until("the fault", () => found() >= 0, 60_000).catch(() => assert.fail(output));
    const place = patterns.at(-1)?.exec(lines()[found() + patterns.length - 1] ?? "");
    assert.equal(place?.[1], "extension/main.ts");
    assert.equal(Number(place?.[2]), sound.split("\n").length);
    writeFileSync(main, sound);
    await built(3);
  } finally {
    const ended = new Promise((done) => watch.once("exit", done));
    watch.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
});
