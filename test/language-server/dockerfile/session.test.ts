// Every feature of the Dockerfile language as a client meets it, in one real session of the server
// over a folder with a Compose file beside the Dockerfile.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { type Client, withServer } from "../client.ts";

const dockerfile = `# syntax=docker/dockerfile:1
ARG VERSION=24
FROM node:\${VERSION}-alpine AS build
ARG NPM_TOKEN
WORKDIR /app
COPY package.json ./
RUN echo $NPM_TOKEN > .npmrc && npm ci
RUN <<EOF
echo one
EOF
FROM nginx:1.29-alpine
MAINTAINER me
copy --from=build /app /usr/share/nginx/html
RUN a \\
b
CMD ["nginx", "-g", "daemon off;"]
`;
const compose = `services:
  web:
    build:
      context: .
      target: build
      args:
        NPM_TOKEN: x
`;
const folder = mkdtempSync(join(tmpdir(), "dockwright-session-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const files: Readonly<Record<string, string>> = {
  Dockerfile: dockerfile,
  "compose.yaml": compose,
  "package.json": "{}",
  "other/Dockerfile": "FROM alpine:3.22 AS hidden\n",
  "node_modules/x/Dockerfile": "FROM alpine:3.22 AS foreign\n",
};
mkdirSync(join(folder, "other"));
mkdirSync(join(folder, "node_modules/x"), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
const address = (name: string) => pathToFileURL(join(folder, name)).href;
const uri = address("Dockerfile");

/** The place before the first such text, or so many characters further. */
function at(text: string, further = 0, file = dockerfile) {
  assert.ok(file.includes(text), `${text} is not there`);
  const before = file.slice(0, file.indexOf(text) + further).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const rangeOf = (text: string): Range => ({ start: at(text), end: at(text, text.length) });

interface Asked {
  readonly client: Client;
  /** Asks about the Dockerfile. */
  ask<Answer>(method: string, more?: object): Promise<Answer>;
}

async function inSession(use: (asked: Asked) => Promise<void>): Promise<void> {
  await withServer(async (client) => {
    for (const [name, languageId] of [
      ["Dockerfile", "dockerfile"],
      ["compose.yaml", "dockercompose"],
    ] as const)
      await client.connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: address(name), languageId, version: 1, text: files[name] ?? "" },
      });
    await use({
      client,
      ask: (method, more = {}) =>
        client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more }),
    });
  }, pathToFileURL(folder).href);
}

function actionsAt({ ask }: Asked, text: string, only?: string): Promise<CodeAction[]> {
  const context = { diagnostics: [], ...(only ? { only: [only] } : {}) };
  return ask("codeAction", { range: rangeOf(text), context });
}

test("completion, hover and signature", () =>
  inSession(async ({ ask }) => {
    const list = await ask<CompletionList>("completion", { position: at("package.json") });
    assert.ok(list.items.some(({ label }) => label === "package.json"));
    // This client knows no snippets: it gets what they hold.
    const words = await ask<CompletionList>("completion", { position: at("RUN echo", 3) });
    assert.ok(words.items.every(({ insertTextFormat }) => insertTextFormat !== 2));
    const hover = await ask<Hover>("hover", { position: at("RUN echo") });
    assert.match(JSON.stringify(hover.contents), /Folder here: `\/app`/);
    const value = await ask<Hover>("hover", { position: at("VERSION}") });
    assert.match(JSON.stringify(value.contents), /= `24`.*ARG on line 2/);
    const help = await ask<SignatureHelp>("signatureHelp", { position: at("package.json") });
    assert.match(help.signatures[0]?.label ?? "", /^COPY/);
  }));

test("outline, folds, selections, colours, values and lenses", () =>
  inSession(async ({ ask }) => {
    const symbols = await ask<DocumentSymbol[]>("documentSymbol");
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ["syntax", "ARG", "FROM", "FROM"],
    );
    const folds = await ask<FoldingRange[]>("foldingRange");
    assert.ok(folds.some(({ startLine, endLine }) => startLine === 7 && endLine === 9));
    const [selection] = await ask<SelectionRange[]>("selectionRange", {
      positions: [at("package.json")],
    });
    assert.deepEqual(selection?.range, rangeOf("package.json"));
    const tokens = await ask<SemanticTokens>("semanticTokens/full");
    assert.ok(tokens.data.length > 50);
    const hints = await ask<InlayHint[]>("inlayHint", {
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ["= 24"],
    );
    const lenses = await ask<CodeLens[]>("codeLens");
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ["Build to this stage", "Build", "Run"],
    );
  }));

test("highlights, definition, references and links", () =>
  inSession(async ({ ask }) => {
    const position = at("--from=build", 8);
    const same = await ask<DocumentHighlight[]>("documentHighlight", { position });
    assert.equal(same.length, 2);
    const [definition] = await ask<Location[]>("definition", { position });
    assert.deepEqual(definition?.range.start, at("AS build", 3));
    const references = await ask<Location[]>("references", {
      position,
      context: { includeDeclaration: true },
    });
    assert.equal(references.filter((one) => one.uri === address("compose.yaml")).length, 1);
    const links = (await ask<DocumentLink[]>("documentLink")).map(({ target }) => target);
    assert.deepEqual(links, ["https://hub.docker.com/_/nginx/", address("package.json")]);
  }));

test("a stage and an argument are renamed through Compose, from either side", () =>
  inSession(async ({ ask, client }) => {
    const rename = (file: string, position: object) =>
      client.connection.sendRequest<WorkspaceEdit>("textDocument/rename", {
        textDocument: { uri: address(file) },
        position,
        newName: "made",
      });
    const edits = ({ changes = {} }: WorkspaceEdit) =>
      Object.fromEntries(
        Object.entries(changes).map(([file, list]) => [
          file.slice(file.lastIndexOf("/") + 1),
          list.length,
        ]),
      );
    assert.deepEqual(await ask("prepareRename", { position: at("AS build", 4) }), {
      start: at("AS build", 3),
      end: at("AS build", 8),
    });
    const both = { Dockerfile: 2, "compose.yaml": 1 };
    assert.deepEqual(edits(await rename("Dockerfile", at("AS build", 4))), both);
    assert.deepEqual(edits(await rename("compose.yaml", at("target: build", 9, compose))), both);
    assert.deepEqual(edits(await rename("Dockerfile", at("NPM_TOKEN"))), both);
    assert.deepEqual(edits(await rename("compose.yaml", at("NPM_TOKEN", 1, compose))), both);
  }));

test("formatting: whole, range and on Enter", () =>
  inSession(async ({ ask }) => {
    const options = { tabSize: 4, insertSpaces: true };
    const texts = (edits: TextEdit[]) => edits.map(({ newText }) => newText);
    assert.deepEqual(texts(await ask("formatting", { options })), ["COPY", "    "]);
    const range = rangeOf("copy --from");
    assert.deepEqual(texts(await ask("rangeFormatting", { options, range })), ["COPY"]);
    const position = at("b\nCMD");
    assert.deepEqual(texts(await ask("onTypeFormatting", { options, position, ch: "\n" })), [
      "    ",
    ]);
  }));

test("fixes, fix-all, and all ways to silence a rule", () =>
  inSession(async (asked) => {
    const titles = (await actionsAt(asked, "MAINTAINER", "quickfix")).map(({ title }) => title);
    assert.match(titles[0] ?? "", /LABEL/);
    assert.ok(titles.includes("Ignore MaintainerDeprecated here"));
    assert.ok(titles.includes("Ignore MaintainerDeprecated in this file"));
    assert.ok(titles.includes("Ignore MaintainerDeprecated in the settings"));
    const secret = await actionsAt(asked, "NPM_TOKEN", "quickfix");
    assert.match(secret[0]?.title ?? "", /secret mount/);
    const [all] = await actionsAt(asked, "MAINTAINER", "source.fixAll");
    assert.match(JSON.stringify(all?.edit), /LABEL/);
  }));

test("refactorings", () =>
  inSession(async (asked) => {
    const offered = async (text: string) =>
      (await actionsAt(asked, text, "refactor")).map(({ title }) => title);
    assert.ok((await offered("RUN echo $NPM")).includes("Write as a heredoc"));
    assert.ok((await offered("RUN echo $NPM")).includes("Keep downloads in a cache mount"));
    assert.ok((await offered("RUN <<EOF")).includes("Write as a chain of &&"));
    assert.ok((await offered("RUN echo $NPM")).includes("Turn everything above into a stage"));
    assert.match((await offered("ARG NPM_TOKEN")).join(), /secret mount/);
  }));

test("names of files that nobody has opened are found, but not in what others wrote", () =>
  inSession(async ({ client }) => {
    const find = (query: string) =>
      client.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query });
    assert.deepEqual(
      (await find("hidd")).map(({ name, location }) => [name, location.uri]),
      [["hidden", address("other/Dockerfile")]],
    );
    assert.deepEqual(
      (await find("npm_tok")).map(({ name, containerName }) => [name, containerName]),
      [["NPM_TOKEN", "build"]],
    );
    assert.deepEqual(await find("foreign"), []);
  }));
