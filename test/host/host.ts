// Runs the suite in test/host/suite inside a real VS Code and gives what its tests have said.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { startBrowser } from "../../scripts/browser.ts";
import { type EditorVersion, startEditor } from "../../scripts/editor.ts";
import { until } from "../../scripts/engine-api.ts";
import { removeTemporary } from "../temporary.ts";
import { runInDesktop, usesDesktop } from "./desktop.ts";

export interface HostResult {
  readonly name: string;
  readonly error?: string;
}

/** Opens the extension in development in this VS Code, runs the suite, and gives its results. */
export async function runSuite(version: EditorVersion): Promise<readonly HostResult[]> {
  const folder = mkdtempSync(join(tmpdir(), `dockwright-host-${version}-`));
  const results = join(folder, "results.json");
  const workspace = join(folder, "workspace");
  mkdirSync(workspace);
  cpSync(resolve("test/host/workspace"), workspace, { recursive: true });
  const suite = join(folder, "suite.js");
  await build({
    entryPoints: ["test/host/suite/index.ts"],
    outfile: suite,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode"],
    logLevel: "error",
  });
  const socket = process.env.DOCKWRIGHT_TEST_SOCKET;
  const env = {
    DOCKWRIGHT_HOST_RESULTS: results,
    ...(socket && { DOCKWRIGHT_TEST_SOCKET: socket, DOCKER_HOST: `unix://${socket}` }),
  };
  try {
    if (usesDesktop()) await runInDesktop(version, suite, workspace, env);
    else await runInBrowser(version, suite, workspace, env);
    return JSON.parse(readFileSync(results, "utf8")) as HostResult[];
  } finally {
    removeTemporary(folder);
  }
}

async function runInBrowser(
  version: EditorVersion,
  suite: string,
  workspace: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const editor = await startEditor({ version, data: join(suite, "../data"), env });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    let ended = false;
    await page.exposeFunction("codeAutomationLog", () => {});
    await page.exposeFunction("codeAutomationExit", () => {
      ended = true;
    });
    const remote = (path: string) => `vscode-remote://127.0.0.1:${editor.port}${path}`;
    await page.goto(
      editor.url(workspace, [
        ["extensionDevelopmentPath", remote(resolve("."))],
        ["extensionTestsPath", remote(suite)],
        ["skipWelcome", "true"],
      ]),
      { timeout: 120_000 },
    );
    await until(
      "the suite's end",
      () => ended || existsSync(`${env.DOCKWRIGHT_HOST_RESULTS}.done`),
      400_000,
    );
  } catch (error) {
    throw new Error(`${error}\n${editor.log().slice(-2000)}`);
  } finally {
    await browser.close();
    await editor.stop();
  }
}
