// The language server in the editor: what a person sees in a Dockerfile and a Compose file.
import assert from "node:assert/strict";
import { type AddressInfo, createServer } from "node:net";
import {
  type CodeAction,
  type CompletionList,
  ConfigurationTarget,
  commands,
  Diagnostic,
  type Hover,
  type Location,
  languages,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { HostTests } from "./host-tests.ts";

export const languageTests: HostTests = {
  "a Dockerfile's problem has a code and a fix": async () => {
    const document = await open("Dockerfile");
    assert.equal(document.languageId, "dockerfile");
    const problem = await waitFor("a problem DL3006", () =>
      languages.getDiagnostics(document.uri).find((item) => codeOf(item) === "DL3006"),
    );
    const actions = await waitFor("a fix", async () => {
      const found = await commands.executeCommand<CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        problem.range,
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(
      actions.some(({ kind }) => kind?.value.startsWith("quickfix")),
      actions.map(({ title }) => title).join("; "),
    );
  },

  "a problem's code leads to the page of its rule": async () => {
    const document = await open("Dockerfile");
    const target = await waitFor("a code with a target", () => {
      const codes = languages.getDiagnostics(document.uri).map(({ code }) => code);
      return codes.find((code) => typeof code === "object" && code.value === "DL3006");
    });
    assert.ok(typeof target === "object");
    assert.equal(target.target.scheme, "command");
    assert.deepEqual(JSON.parse(target.target.query), ["DL3006"]);
    await commands.executeCommand(target.target.path, "DL3006");
    await waitFor("the page", () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ label }) => label.includes("DL3006")),
    );
  },

  "the effective configuration puts the files together and leads back to them": async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = Uri.joinPath(folder, "shop", "compose.yaml");
    await commands.executeCommand("dockwright.projects.config", file);
    const shown = await waitFor("the text", () => {
      const document = window.activeTextEditor?.document;
      return document?.uri.scheme === "dockwright-effective" && document.getText() !== ""
        ? document
        : undefined;
    });
    const lines = shown.getText().split("\n");
    assert.ok(lines.includes('        published: "8080"'), shown.getText());
    const line = lines.findIndex((text) => text.includes("PRICE: cheap"));
    const [place] = await waitFor("the line's origin", async () => {
      const found = await commands.executeCommand<Location[]>(
        "vscode.executeDefinitionProvider",
        shown.uri,
        new Position(line, 8),
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(place);
    assert.ok(place.uri.path.endsWith("/shop/compose.override.yaml"), place.uri.toString());
    assert.equal(place.range.start.line, 3);
  },

  "instructions are offered and explained": async () => {
    const document = await open("Dockerfile");
    const items = await waitFor("the offer of HEALTHCHECK", async () => {
      const list = await commands.executeCommand<CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new Position(2, 0),
      );
      const labels = list.items.map(({ label }) =>
        typeof label === "string" ? label : label.label,
      );
      return labels.includes("HEALTHCHECK") ? labels : undefined;
    });
    assert.ok(items.includes("COPY"));
    const hovers = await waitFor("a hover", async () => {
      const found = await commands.executeCommand<Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        new Position(0, 1),
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(hovers.length > 0);
  },

  "what another extension says of a Compose file is not said twice, unless one wants it":
    async () => {
      const document = await workspace.openTextDocument({
        language: "dockercompose",
        content: "services:\n  a:\n    imagee: nginx\n",
      });
      const codes = () => languages.getDiagnostics(document.uri).map(codeOf);
      const settled = (what: string, ...wanted: readonly string[]) =>
        waitFor(what, () => {
          const told = codes().filter((code) => code !== theirs.code);
          return told.sort().join() === wanted.join() || undefined;
        });
      const theirs = new Diagnostic(new Range(2, 4, 2, 10), "Property imagee is not allowed.");
      theirs.source = "yaml-schema: Compose Specification";
      theirs.code = 513;
      const settings = workspace.getConfiguration("dockwright.compose");
      const other = languages.createDiagnosticCollection("yaml");
      try {
        await settled("our two problems", "NoImage", "UnknownKey");
        other.set(document.uri, [theirs]);
        await settled("the one that is only ours", "NoImage");
        await settings.update("besideOtherExtensions", "show", ConfigurationTarget.Global);
        await settled("both again, as they are wanted", "NoImage", "UnknownKey");
        await settings.update("besideOtherExtensions", undefined, ConfigurationTarget.Global);
        await settled("the one that is only ours again", "NoImage");
        other.clear();
        await settled("both, as nobody else speaks", "NoImage", "UnknownKey");
      } finally {
        other.dispose();
        await settings.update("besideOtherExtensions", undefined, ConfigurationTarget.Global);
      }
    },

  "a language is known by the file's name": async () => {
    const named = {
      dockerfile: ["Dockerfile-dev", "dockerfile_prod", "api.Dockerfile", "Containerfile.test"],
      dockercompose: ["compose.prod.yaml", "docker-compose-dev.yml"],
      ignore: [".dockerignore", "Dockerfile.dockerignore", "Containerfile.dev.dockerignore"],
    };
    for (const [language, names] of Object.entries(named))
      for (const name of names) {
        const document = await workspace.openTextDocument(Uri.parse(`untitled:${name}`));
        assert.equal(document.languageId, language, name);
      }
  },

  "problems of files that are not open are shown where one asks for them": async () => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    await commands.executeCommand("dockwright.rules.checkWorkspace");
    for (const [name, code] of [
      ["Dockerfile_test", "UnknownInstruction"],
      ["compose.test.yaml", "UnknownKey"],
    ] as const) {
      const uri = Uri.joinPath(folder, "closed", name);
      await waitFor(`the problem of ${name}`, () =>
        languages.getDiagnostics(uri).find((item) => codeOf(item) === code),
      );
      assert.ok(!workspace.textDocuments.some((one) => one.uri.path === uri.path));
    }
  },

  "a YAML file that is a Compose file by its text is treated as one, unless the person makes it YAML":
    async () => {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      assert.ok(folder);
      const uri = Uri.joinPath(folder, "stack.yml");
      const text = "services:\n  a:\n    imagee: nginx\n    build: .\n";
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      try {
        await workspace.openTextDocument(uri);
        const now = () => workspace.textDocuments.find((one) => one.uri.path === uri.path);
        const becomes = (language: string) =>
          waitFor(language, () => (now()?.languageId === language ? now() : undefined));
        const document = await becomes("dockercompose");
        await waitFor("the mistyped key", () =>
          languages.getDiagnostics(uri).find((item) => codeOf(item) === "UnknownKey"),
        );
        await languages.setTextDocumentLanguage(document, "yaml");
        const again = await becomes("yaml");
        await again.save();
        await waitFor("no problem", () => languages.getDiagnostics(uri).length === 0 || undefined);
        assert.equal(now()?.languageId, "yaml");
      } finally {
        await workspace.fs.delete(uri);
      }
    },

  "a host port is told to be taken by the program that listens on it": async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const document = await workspace.openTextDocument({
        language: "dockercompose",
        content: `services:\n  a:\n    image: nginx:1.27\n    ports: ["${port}:80"]\n`,
      });
      const problem = await waitFor("the taken port", () =>
        languages.getDiagnostics(document.uri).find((item) => codeOf(item) === "PortTaken"),
      );
      assert.match(problem.message, new RegExp(`${port} .*program "`));
    } finally {
      server.close();
    }
  },

  "a Compose file's problem is shown": async () => {
    const document = await open("compose.yaml");
    await waitFor("a problem", () => languages.getDiagnostics(document.uri)[0]);
  },
};

/** Opens a file of the workspace. */
export async function open(name: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return workspace.openTextDocument(Uri.joinPath(folder.uri, name));
}

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === "object" ? code.value : code;
}

/** The value as soon as there is one; a provider that refuses may just not be ready. */
export async function waitFor<T>(
  what: string,
  get: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = Date.now() + 75_000;
  for (let refusal = ""; ; ) {
    try {
      const value = await get();
      if (value !== undefined) return value;
    } catch (error) {
      refusal = String(error);
    }
    if (Date.now() > end) throw new Error(`${what}: not there after 75 s ${refusal}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
