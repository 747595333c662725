// A client of any language server over its standard input and output, and what the server's
// process has used. CPU time is the measure: a busy machine makes a clock slower, not the work more.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Spot } from "./texts.ts";

export interface ServerLine {
  /** The program after `node`, and what it is given. */
  readonly command: readonly string[];
  readonly initializationOptions?: unknown;
  /** Answers to questions for settings, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The same with all checks switched off, where the server knows such a thing. */
  readonly settingsWithoutChecks?: Readonly<Record<string, unknown>>;
  /** It has heap-probe.cjs in it. */
  readonly probed?: boolean;
}

const patience = 120_000;

export class BenchClient {
  readonly line: ServerLine;
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;
  #settings: Readonly<Record<string, unknown>>;
  #capabilities: ServerCapabilities = {};
  #heard: (params: PublishDiagnosticsParams) => void = () => {};

  constructor(line: ServerLine) {
    this.line = line;
    const channel = line.probed ? "ipc" : "ignore";
    const child = spawn(process.execPath, line.command, {
      stdio: ["pipe", "pipe", "ignore", channel],
    });
    if (!child.stdout || !child.stdin) throw new Error("no pipes");
    this.#process = child;
    this.#settings = line.settings ?? {};
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.connection.onRequest("workspace/configuration", ({ items }) =>
      items.map(({ section = "" }: { section?: string }) => this.#settings[section] ?? null),
    );
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onNotification("textDocument/publishDiagnostics", (params) =>
      this.#heard(params),
    );
    this.connection.onNotification("window/logMessage", () => {});
    this.connection.listen();
  }

  async initialize(folder: string): Promise<void> {
    const answer = await this.connection.sendRequest<{ capabilities: ServerCapabilities }>(
      "initialize",
      {
        processId: process.pid,
        rootUri: folder,
        workspaceFolders: [{ uri: folder, name: "bench" }],
        initializationOptions: this.line.initializationOptions,
        capabilities,
      },
    );
    this.#capabilities = answer.capabilities;
    await this.connection.sendNotification("initialized", {});
    await this.configure(this.#settings);
  }

  /** Whether the server has said that it answers this. */
  offers(provider: string): boolean {
    return provider in this.#capabilities;
  }

  /** Whether it wants the whole text with each change. */
  get wantsWholeText(): boolean {
    const sync = this.#capabilities.textDocumentSync;
    return (typeof sync === "object" ? sync.change : sync) === 1;
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.#settings = settings;
    await this.connection.sendNotification("workspace/didChangeConfiguration", { settings });
  }

  ask(method: string, params: object): Promise<unknown> {
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`no answer to ${method}`)), patience).unref();
    });
    return Promise.race([this.connection.sendRequest(method, params), late]);
  }

  /** Resolves when findings for this version, or ones that name no version, have come. */
  published(uri: string, version: number): Promise<void> {
    return new Promise((done, reject) => {
      const timer = setTimeout(() => reject(new Error("no diagnostics")), patience);
      this.#heard = (params) => {
        if (params.uri !== uri || (params.version ?? version) < version) return;
        clearTimeout(timer);
        this.#heard = () => {};
        done();
      };
    });
  }

  /** Milliseconds of CPU that the server has used so far, all its threads together. */
  cpu(): number {
    return cpuTime(this.#process.pid ?? 0);
  }

  /** The same of the thread that runs its code, as soon as that has nothing more to do. */
  async threadCpu(): Promise<number> {
    const thread = `/proc/${this.#process.pid}/task/${this.#process.pid}`;
    while (!/\) S /.test(readFileSync(`${thread}/stat`, "utf8"))) await new Promise(setImmediate);
    return Number(readFileSync(`${thread}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  }

  /** Bytes of its heap that are in use. */
  async heap(): Promise<number> {
    const told = once(this.#process, "message");
    this.#process.send("heap");
    const [bytes] = await told;
    return Number(bytes);
  }

  /** Megabytes of memory that it holds. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.#process.once("exit", done));
    this.#process.kill("SIGKILL");
    await gone;
    this.connection.dispose();
  }
}

/** One opened document, edited a letter at a time. */
export class BenchDocument {
  readonly client: BenchClient;
  readonly uri: string;
  readonly edits: readonly Spot[];
  #version = 1;
  #text: string;
  #typed: Spot | undefined;
  #next = 0;

  constructor(client: BenchClient, uri: string, text: string, edits: readonly Spot[]) {
    this.client = client;
    this.uri = uri;
    this.edits = edits;
    this.#text = text;
  }

  async open(languageId: string): Promise<void> {
    const published = this.client.published(this.uri, 1);
    const textDocument = { uri: this.uri, languageId, version: 1, text: this.#text };
    await this.client.connection.sendNotification("textDocument/didOpen", { textDocument });
    await published;
  }

  async close(): Promise<void> {
    const textDocument = { uri: this.uri };
    await this.client.connection.sendNotification("textDocument/didClose", { textDocument });
  }

  /** Types a letter; the next time it takes it away again. */
  async edit(): Promise<void> {
    const spot = this.#typed ??
      this.edits[this.#next++ % this.edits.length] ?? { line: 0, character: 0 };
    const end = this.#typed ? { ...spot, character: spot.character + 1 } : spot;
    const text = this.#typed ? "" : "x";
    this.#typed = this.#typed ? undefined : spot;
    const change = this.client.wantsWholeText
      ? { text: this.#whole(spot, end, text) }
      : { range: { start: spot, end }, text };
    const textDocument = { uri: this.uri, version: ++this.#version };
    const params = { textDocument, contentChanges: [change] };
    await this.client.connection.sendNotification("textDocument/didChange", params);
  }

  /** The same, until the findings of the new text have come. */
  async editAndWait(): Promise<void> {
    const published = this.client.published(this.uri, this.#version + 1);
    await this.edit();
    await published;
  }

  #whole(start: Spot, end: Spot, text: string): string {
    const lines = this.#text.split("\n");
    const line = lines[start.line] ?? "";
    lines[start.line] = line.slice(0, start.character) + text + line.slice(end.character);
    this.#text = lines.join("\n");
    return this.#text;
  }
}

/** Exact to the nanosecond where the kernel keeps it so, else in ticks of 10 ms. */
function cpuTime(pid: number): number {
  try {
    const tasks = `/proc/${pid}/task`;
    let sum = 0;
    for (const task of readdirSync(tasks))
      sum += Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]);
    if (sum > 0) return sum / 1e6;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(stat[11]) + Number(stat[12])) * 10;
  } catch {
    return Number.NaN;
  }
}

const markdown = { contentFormat: ["markdown"], documentationFormat: ["markdown"] };

/** What VS Code says of itself, as far as servers act on it. */
const capabilities = {
  workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
  textDocument: {
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        documentationFormat: markdown.documentationFormat,
        resolveSupport: { properties: ["documentation", "detail"] },
      },
    },
    hover: { contentFormat: markdown.contentFormat },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: {},
    formatting: {},
    semanticTokens: {
      requests: { full: { delta: false } },
      tokenTypes: [
        "keyword",
        "parameter",
        "property",
        "namespace",
        "class",
        "macro",
        "string",
      ].concat(["variable", "operator", "modifier", "comment", "number", "function", "type"]),
      tokenModifiers: ["declaration", "definition", "readonly", "deprecated"],
      formats: ["relative"],
    },
  },
};
