// The whole server over two streams in memory: what a client sees from opening a file to its fix.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction } from "vscode-languageserver/node";
import { lintWorkspaceRequest } from "../../language-server/protocol.ts";
import { type Client, withServer } from "./client.ts";

const uri = "untitled:Dockerfile";

async function open({ connection }: Client, text: string): Promise<void> {
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "dockerfile", version: 1, text },
  });
}

test("an opened file gets its findings, each with a page", async () => {
  await withServer(async (client) => {
    await open(client, "FROM node:24\nMAINTAINER me\n");
    const { diagnostics } = await client.diagnostics();
    const found = diagnostics.find(({ code }) => code === "MaintainerDeprecated");
    assert.equal(found?.range.start.line, 1);
    assert.match(found?.codeDescription?.href ?? "", /docs\/rules\/MaintainerDeprecated\.md$/);
  });
});

test("a name is renamed in all its places", async () => {
  await withServer(async (client) => {
    await open(client, "FROM node:24 AS build\nFROM scratch\nCOPY --from=build /a /b\n");
    const edit = await client.connection.sendRequest<{ changes: Record<string, unknown[]> }>(
      "textDocument/rename",
      { textDocument: { uri }, position: { line: 0, character: 17 }, newName: "made" },
    );
    assert.equal(edit.changes[uri]?.length, 2);
  });
});

test("the client is told to ask for hints again when the built image is known", async () => {
  const layers = [{ instruction: "RUN /bin/sh -c make # buildkit", size: 5000 }];
  await withServer(
    async (client) => {
      const told = new Promise<void>((resolve) => {
        client.connection.onRequest("workspace/inlayHint/refresh", () => {
          resolve();
          return null;
        });
      });
      await open(client, "FROM node:24\nRUN make\n");
      const hints = () =>
        client.connection.sendRequest<{ label: string }[]>("textDocument/inlayHint", {
          textDocument: { uri },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        });
      assert.deepEqual(await hints(), []);
      await told;
      assert.deepEqual(
        (await hints()).map(({ label }) => label),
        ["5 kB"],
      );
    },
    null,
    async ({ about, name }) =>
      about === "builtImage" && name === uri ? { reference: "app:latest", layers } : null,
  );
});

test("completion answers for the text of the newest change", async () => {
  await withServer(async (client) => {
    await open(client, "FROM node:24\n");
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: 2 },
      contentChanges: [
        {
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
          text: "WORK",
        },
      ],
    });
    const { items } = await client.connection.sendRequest<{ items: { label: string }[] }>(
      "textDocument/completion",
      { textDocument: { uri }, position: { line: 1, character: 4 } },
    );
    assert.ok(items.some(({ label }) => label === "WORKDIR"));
  });
});

test("a request about a file that is not open is answered with nothing", async () => {
  await withServer(async ({ connection }) => {
    const answer = await connection.sendRequest("textDocument/hover", {
      textDocument: { uri: "untitled:other" },
      position: { line: 0, character: 0 },
    });
    assert.equal(answer, null);
  });
});

test("files that nobody has opened are checked on demand, and forgotten when they are gone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-lint-"));
  const file = join(folder, "Dockerfile");
  const address = pathToFileURL(file).href;
  writeFileSync(file, "FROM node:24\nMAINTAINER me\n");
  try {
    await withServer(async (client) => {
      const other = `${address}.none`;
      const checked = client.connection.sendRequest<number>(lintWorkspaceRequest, [address, other]);
      const first = await client.diagnostics();
      assert.equal(first.uri, address);
      assert.ok(first.diagnostics.some(({ code }) => code === "MaintainerDeprecated"));
      assert.equal(await checked, 1);
      assert.deepEqual((await client.diagnostics()).diagnostics, []);
      rmSync(file);
      await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: address, type: 3 }],
      });
      assert.deepEqual((await client.diagnostics()).diagnostics, []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a fix makes the file that it writes to, if there is none", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-fix-"));
  const address = pathToFileURL(join(folder, "Dockerfile")).href;
  writeFileSync(join(folder, ".env"), "A=b\n");
  try {
    await withServer(async (client) => {
      const text = "FROM node:24\nCOPY . /app\n";
      await client.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: address, languageId: "dockerfile", version: 1, text },
      });
      const { diagnostics } = await client.diagnostics();
      const found = diagnostics.find(({ code }) => code === "CopyTakesAll");
      assert.ok(found, JSON.stringify(diagnostics));
      const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: address },
        range: found.range,
        context: { diagnostics: [found] },
      });
      const ignore = pathToFileURL(join(folder, ".dockerignore")).href;
      assert.deepEqual(actions[0]?.edit?.documentChanges, [
        { kind: "create", uri: ignore, options: { ignoreIfExists: true } },
        {
          textDocument: { uri: ignore, version: null },
          edits: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: ".env\n",
            },
          ],
        },
      ]);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
