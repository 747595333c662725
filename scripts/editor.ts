// A whole VS Code in the browser, from npm (code-server's server part), for machines where no
// desktop VS Code can be had: fetched on demand below .vscode-test/, and kept.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { until } from "./engine-api.ts";

interface Release {
  readonly codeServer: string;
  /** The Node that this VS Code is made for, if it is not ours. */
  readonly node?: string;
}

/** The releases of code-server by the name that tests use: 4.139 is VS Code 1.139. */
const releases = {
  newest: { codeServer: "4.139.1" },
  oldest: { codeServer: "4.100.3", node: "20.20.2" },
} satisfies Record<string, Release>;
export type EditorVersion = keyof typeof releases;

/** Fetches a version if it is not there yet. Gives the folder of its server. */
export function provideEditor(version: EditorVersion): string {
  const { codeServer, node }: Release = releases[version];
  const folder = folderOf(version);
  const server = join(folder, "node_modules/code-server/lib/vscode");
  if (existsSync(join(folder, "complete"))) return server;
  console.log(`Fetching VS Code (code-server ${codeServer}) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  // No install scripts: they compile for minutes, and the parts they make (ordinary terminals,
  // a faster file watcher) are not needed here.
  npm(folder, `code-server@${codeServer}`);
  if (node) npm(folder, `${nodePackage}@${node}`);
  // The server's own packages come with a lock file of their own.
  npm(server, "--omit=dev");
  npm(join(server, "extensions"), "--omit=dev");
  provideSearch(server);
  copyFileSync(
    resolve("scripts/editor-log.cjs"),
    join(server, "node_modules/@vscode/spdlog/index.js"),
  );
  writeFileSync(join(folder, "complete"), "");
  return server;
}

/**
 * The older version's install script downloads ripgrep, without which no file is found
 * (`workspace.findFiles`); the newest one's package brings it for every machine.
 */
function provideSearch(server: string): void {
  const windows = process.platform === "win32";
  const program = windows ? "rg.exe" : "rg";
  const own = join(server, "node_modules/@vscode/ripgrep");
  if (!existsSync(own) || existsSync(join(own, "bin", program))) return;
  const all = join(provideEditor("newest"), "node_modules/@vscode/ripgrep-universal/bin");
  mkdirSync(join(own, "bin"), { recursive: true });
  copyFileSync(
    join(all, `${process.platform}-${process.arch}`, program),
    join(own, "bin", program),
  );
}

function folderOf(version: EditorVersion): string {
  return resolve(".vscode-test", `code-server-${releases[version].codeServer}`);
}

const nodePackage = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;

/** The Node that runs the version. */
function nodeOf(version: EditorVersion): string {
  const { node }: Release = releases[version];
  const windows = process.platform === "win32";
  const program = join(nodePackage, "bin", windows ? "node.exe" : "node");
  return node ? join(folderOf(version), "node_modules", program) : process.execPath;
}

function npm(cwd: string, ...args: string[]): void {
  const line = [
    "install",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...args,
  ];
  for (let attempt = 1; ; attempt++)
    try {
      execFileSync("npm", line, { cwd, stdio: "pipe", shell: process.platform === "win32" });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
    }
}

export interface Editor {
  readonly port: number;
  /** The address of the workbench with a folder open. */
  url(folder: string, payload?: readonly (readonly [string, string])[]): string;
  /** What the server has written to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface EditorOptions {
  readonly version: EditorVersion;
  /** Where it keeps settings and extensions; emptied first, unless `keep`. */
  readonly data: string;
  readonly keep?: boolean;
  /** A packaged extension to install. */
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number;
  /** A program and its arguments that start the server, such as `setpriv --…`. */
  readonly through?: readonly string[];
}

/** Calm and predictable: no start page, no trust question, terminals whose text is in the page. */
const calmSettings = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.enabled": false,
  "terminal.integrated.gpuAcceleration": "off",
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "workbench.tips.enabled": false,
  // Tooltips of rows lie over the rows below: they come when one waits for them, not in passing.
  "workbench.hover.delay": 3000,
};

/** Starts the server; resolves when its page can be opened. */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const server = provideEditor(options.version);
  const data = resolve(options.data);
  if (!options.keep) rmSync(data, { recursive: true, force: true });
  for (const scope of ["Machine", "User"]) {
    const folder = join(data, "data", scope);
    mkdirSync(folder, { recursive: true });
    const settings = { ...calmSettings, ...options.settings };
    writeFileSync(join(folder, "settings.json"), JSON.stringify(settings, null, 2));
  }
  const main = join(server, "out/server-main.js");
  const env = { ...process.env, ...options.env };
  if (options.vsix) {
    const args = [
      main,
      "--install-extension",
      resolve(options.vsix),
      "--force",
      "--server-data-dir",
      data,
    ];
    execFileSync(nodeOf(options.version), [...args, "--accept-server-license-terms"], {
      env,
      stdio: "pipe",
    });
  }
  const port = options.port ?? (await freePort());
  const log = join(data, "server.log");
  const output = openSync(log, "w");
  const node = [...(options.through ?? []), nodeOf(options.version)];
  const line = [...node, main, ...serverArguments(port, data)];
  const child = spawn(line[0] ?? "", line.slice(1), {
    stdio: ["ignore", output, output],
    env,
    detached: process.platform !== "win32",
  });
  const stop = () => killGroup(child);
  process.once("exit", stop);
  try {
    await until("the editor's page", () => child.exitCode !== null || responds(port), 90_000);
    if (child.exitCode !== null) throw new Error("the editor's server has ended");
  } catch (error) {
    stop();
    throw new Error(`${error}\n${readFileSync(log, "utf8").slice(-2000)}`);
  }
  return {
    port,
    log: () => readFileSync(log, "utf8"),
    url(folder, payload) {
      const query = new URLSearchParams({ folder: resolve(folder) });
      if (payload) query.set("payload", JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    async stop() {
      process.off("exit", stop);
      stop();
    },
  };
}

function serverArguments(port: number, data: string): readonly string[] {
  const options = { host: "127.0.0.1", port, "server-data-dir": data, "telemetry-level": "off" };
  return [
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    "--without-connection-token",
    "--accept-server-license-terms",
    "--disable-workspace-trust",
    "--enable-smoke-test-driver",
  ];
}

async function responds(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/`)).ok;
  } catch {
    return false;
  }
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

/**
 * A port that nobody listens on now. It lies below those that systems give to connections that
 * go out, one of which might take it before it is used.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_240 + randomInt(22_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.on("error", () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}

/** The packaged extension, made anew; `built`: from the bundles that are there. */
export function provideVsix(built = false): string {
  const made = resolve("dockwright.vsix");
  const line = ["scripts/package.mjs", ...(built ? ["--built"] : [])];
  execFileSync(process.execPath, line, { stdio: "inherit" });
  if (!existsSync(made)) throw new Error("the VSIX has not been made");
  return made;
}
