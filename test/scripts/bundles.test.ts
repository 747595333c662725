// What the code reads from dist/ is built into dist/: a file that no build makes is missed by nobody
// but the person who clicks. And the server works as it is built: split, and without what it is
// said never to run.
import assert from "node:assert/strict";
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { removeTemporary } from "../temporary.ts";

const require = createRequire(import.meta.url);
const { moduleBuilds, slimServer } = require("../../scripts/build/slim-server.mjs");
const { asCommonJs, inParts, partsAsCommonJs, serverEntries } =
  require("../../scripts/build/server-parts.mjs");

test("every file of dist/ that the extension names is made by the build", () => {
  const build = readFileSync("esbuild.mjs", "utf8");
  const named = globSync("extension/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"dist\/([\w-]+)\.\w+"/g)].map(([, name]) => name),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((name) => !build.includes(`"${name}"`) && !build.includes(`dist/${name}.`)),
    [],
  );
});

test("the parts that the server loads late are made by the build", () => {
  const main = readFileSync("language-server/main.ts", "utf8");
  const named = [...main.matchAll(/require\("\.\/([\w-]+)\.js"\)/g)].map(([, name]) => name);
  assert.deepEqual(
    named.toSorted(),
    Object.keys(serverEntries)
      .filter((name) => name !== "language-server-main")
      .toSorted(),
  );
});

test("a module becomes CommonJS, line by line", () => {
  const code = asCommonJs(
    'import{a as b,$c}from"./x.js";import "./y.js";\nimport * as fs from "node:fs";\nvar z=1;\nexport {\n  z as default,\n  b\n};\n',
  );
  assert.equal(
    code,
    '"use strict";const {a:b,$c}=require("./x.js");require("./y.js");\nconst fs=require("node:fs");\nvar z=1;\nmodule.exports={\n  default:z,\n  b\n};\n',
  );
  // The parts hand over values, not bindings: one that changes later would be missed.
  const sources = globSync("language-server/**/*.ts");
  assert.deepEqual(
    sources.filter((file) => /^export let\b/m.test(readFileSync(file, "utf8"))),
    [],
  );
});

test("only the reader of Compose files uses the package `yaml`: the bundle holds no more of it", () => {
  const users = globSync("language-server/**/*.ts").filter((file) =>
    /from "yaml"/.test(readFileSync(file, "utf8")),
  );
  assert.ok(users.length > 0);
  assert.deepEqual(
    users.filter((file) => !/compose[\\/]yaml[\\/]/.test(file)),
    [],
  );
});

const files = {
  Dockerfile: "FROM b.io/x:1 AS build\nRUN true\n",
  ".hadolint.yaml": "x: &own [a.io]\ntrustedRegistries: *own\n",
  "compose.yaml": `x-build: &build
  context: .
services:
  web:
    imag: a
    build:
      <<: *build
      target: build
`,
};

const folder = mkdtempSync(join(tmpdir(), "dockwright-parts-"));
const program = join(folder, "language-server.js");
let building: Promise<void> | undefined;
/** The server's parts in that folder, built once. */
const built = () => {
  building ??= buildServer();
  return building;
};
after(() => removeTemporary(folder));

test("the server, as it is built, knows its languages and reads the files beside them", async () => {
  await built();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const code = await withBuiltServer(async (connection, findings) => {
    const uri = (name: keyof typeof files) => pathToFileURL(join(folder, name)).href;
    const codesOf = (params: PublishDiagnosticsParams) => params.diagnostics.map((d) => d.code);
    const project = await connection.sendRequest<{ services: readonly { name: string }[] }>(
      "dockwright/composeProject",
      { uri: uri("compose.yaml") },
    );
    assert.deepEqual(
      project.services.map(({ name }) => name),
      ["web"],
    );
    for (const [name, languageId, code] of [
      ["Dockerfile", "dockerfile", "DL3026"],
      ["compose.yaml", "dockercompose", "UnknownKey"],
    ] as const) {
      const textDocument = { uri: uri(name), languageId, version: 1, text: files[name] };
      const found = findings(uri(name));
      await connection.sendNotification("textDocument/didOpen", { textDocument });
      assert.ok(codesOf(await found).includes(code), name);
    }
    const renamed = await connection.sendRequest<{ changes?: object; documentChanges?: object }>(
      "textDocument/rename",
      {
        textDocument: { uri: uri("Dockerfile") },
        position: { line: 0, character: 18 },
        newName: "made",
      },
    );
    assert.ok(JSON.stringify(renamed).includes("compose.yaml"));
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
  });
  assert.equal(code, 0);
});

test("the server ends when its client is gone, however they are connected", async () => {
  await built();
  const overPipes = spawn(process.execPath, [program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  overPipes.stdin.end();
  assert.equal(await codeOf(overPipes), 1);
  const overIpc = fork(program, ["--node-ipc"], { execArgv: [] });
  after(() => overIpc.kill("SIGKILL"));
  overIpc.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } });
  const [answer] = await once(overIpc, "message");
  assert.equal(answer.result.serverInfo.name, "dockwright");
  overIpc.disconnect();
  assert.equal(await codeOf(overIpc), 1);
});

/** How a process ends. */
async function codeOf(process: ChildProcess): Promise<number | null> {
  if (process.exitCode !== null || process.signalCode !== null) return process.exitCode;
  const [code] = await once(process, "exit");
  return code;
}

async function buildServer(): Promise<void> {
  await build({
    ...inParts,
    entryPoints: serverEntries,
    outdir: folder,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    alias: moduleBuilds,
    plugins: [slimServer(), partsAsCommonJs()],
  });
  copyFileSync("language-server/start.cjs", program);
}

/** `findings` resolves with the next ones of an address. Gives the code with which it has ended. */
async function withBuiltServer(
  use: (
    connection: ProtocolConnection,
    findings: (uri: string) => Promise<PublishDiagnosticsParams>,
  ) => Promise<void>,
): Promise<number | null> {
  const server = spawn(process.execPath, [program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification("textDocument/publishDiagnostics", (params) =>
    waiting.get(params.uri)?.(params),
  );
  connection.listen();
  try {
    const rootUri = pathToFileURL(folder).href;
    await connection.sendRequest("initialize", { processId: null, rootUri, capabilities: {} });
    await connection.sendNotification("initialized", {});
    await use(connection, (uri) => new Promise((resolve) => waiting.set(uri, resolve)));
    return await codeOf(server);
  } finally {
    server.kill("SIGKILL");
    connection.dispose();
  }
}
