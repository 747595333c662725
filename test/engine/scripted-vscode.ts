// Stands in for VS Code where commands run on a real engine without a window: questions are answered
// by a script, and what is shown is kept. Nothing of the engine is played here.
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { basename } from "node:path";
import { taskParts } from "./scripted-tasks.ts";

/** What a command has asked and shown, in order. */
export interface Shown {
  readonly kind: "pick" | "text" | "warning" | "info" | "error" | "open" | "save" | "terminal";
  readonly text: string;
  /** The labels of a pick list, or the buttons of a message. */
  readonly choices: readonly string[];
  /** Of a text: what stands there already. */
  readonly detail: string;
}

type Item = { label: string; picked?: boolean; description?: string; detail?: string } | string;
/** An answer: a label, several labels, a text, or what a function makes of the choices; undefined dismisses. */
export type Answer =
  | string
  | readonly string[]
  | undefined
  | ((choices: readonly string[], shown: Shown) => string | readonly string[] | undefined);

export const shown: Shown[] = [];
export const lines: string[] = [];
/** The settings, by their names without `dockwright.`. */
export const settings = new Map<string, unknown>();
export const clipboard = { text: "" };
/** The addresses and the new documents that were opened, the last at the end. */
export const opened: string[] = [];
export const terminals: { name: string; pty: Pty }[] = [];
const answers: Answer[] = [];

interface Pty {
  onDidWrite(listener: (text: string) => void): unknown;
  open(size: undefined): void;
  close(): void;
  handleInput?(data: string): void;
}

/** Says what the next questions are answered, and forgets what was shown before. */
export function script(...next: Answer[]): void {
  shown.length = 0;
  lines.length = 0;
  answers.length = 0;
  answers.push(...next);
}

const labelOf = (item: Item) => (typeof item === "string" ? item : item.label);

function ask(kind: Shown["kind"], text: string, choices: readonly string[] = [], detail = "") {
  const one: Shown = { kind, text, choices, detail };
  shown.push(one);
  const answer = answers.shift();
  if (choices.length > 0 && kind === "warning" && typeof answer === "string")
    if (!choices.includes(answer)) throw new Error(`“${answer}” is none of ${choices}`);
  return typeof answer === "function" ? answer(choices, one) : answer;
}

function unscripted(kind: string, text: string): never {
  throw new Error(`${kind} “${text}” was not expected`);
}

async function showQuickPick(
  given: readonly Item[] | Promise<readonly Item[]>,
  { title = "", placeHolder = "", canPickMany = false } = {},
) {
  const items = await given;
  const text = placeHolder || title;
  if (answers.length === 0) unscripted("pick", text);
  const details = items.map((one) =>
    typeof one === "string"
      ? ""
      : [one.picked ? "x" : "", one.description, one.detail].filter(Boolean).join(" "),
  );
  const answer = ask("pick", text, items.map(labelOf), details.join("\n"));
  if (answer === undefined) return undefined;
  const wanted = typeof answer === "string" ? [answer] : answer;
  const picked = wanted.map((label) => {
    const item = items.find((one) => labelOf(one) === label);
    if (item === undefined) throw new Error(`“${label}” is none of ${items.map(labelOf)}`);
    return item;
  });
  return canPickMany ? picked : picked[0];
}

async function showInputBox({
  title = "",
  value = "",
  validateInput = (_: string): string | undefined => undefined,
} = {}) {
  if (answers.length === 0) unscripted("question", title);
  const answer = ask("text", title, [], value);
  if (typeof answer !== "string") return undefined;
  const trouble = validateInput(answer);
  if (trouble) throw new Error(trouble);
  return answer;
}

function message(kind: "warning" | "info" | "error") {
  return async (text: string, ...more: ({ modal?: boolean; detail?: string } | string)[]) => {
    const buttons = more.filter((one): one is string => typeof one === "string");
    const [options] = more.filter((one) => typeof one === "object");
    const { detail = "", modal = false } = options ?? {};
    if (!modal) {
      shown.push({ kind, text, choices: buttons, detail });
      return undefined;
    }
    if (answers.length === 0) unscripted(kind, text);
    return ask(kind, text, buttons, detail);
  };
}

async function dialog(kind: "open" | "save", { title = "" } = {}) {
  const answer = ask(kind, title);
  const uri = (path: string) => ({ fsPath: path, scheme: "file", path });
  if (answer === undefined) return undefined;
  if (kind === "save") return uri(String(answer));
  return (typeof answer === "string" ? [answer] : answer).map(uri);
}

class Emitter<T> {
  #listeners: ((value: T) => void)[] = [];
  event = (listener: (value: T) => void) => {
    this.#listeners.push(listener);
    return { dispose: () => {} };
  };
  fire(value: T) {
    for (const listener of this.#listeners) listener(value);
  }
  dispose() {}
}

/** Fired by a test that has set `isTrusted`. */
export const trust = new Emitter<void>();
const nothing = { dispose: () => {} };
const never = { isCancellationRequested: false, onCancellationRequested: () => nothing };
const channel = {
  info: (line: string) => lines.push(line.replace(/^\$ /, "")),
  error: () => {},
  debug: () => {},
  show: () => {},
  dispose: () => {},
};

class Uri {
  readonly scheme = "file";
  readonly fsPath: string;
  constructor(fsPath: string) {
    this.fsPath = fsPath;
  }
  static file = (path: string) => new Uri(path);
  static parse = (text: string) => new Uri(text);
  static joinPath = () => new Uri(tmpdir());
  toString() {
    return this.fsPath;
  }
}

export const fake = {
  window: {
    showQuickPick,
    showInputBox,
    showWarningMessage: message("warning"),
    showInformationMessage: message("info"),
    showErrorMessage: message("error"),
    showOpenDialog: (options?: { title?: string }) => dialog("open", options),
    showSaveDialog: (options?: { title?: string }) => dialog("save", options),
    setStatusBarMessage: () => nothing,
    showTextDocument: async () => {},
    createOutputChannel: () => channel,
    onDidCloseTerminal: () => nothing,
    createTerminal: ({ name, pty }: { name: string; pty: Pty }) => {
      shown.push({ kind: "terminal", text: name, choices: [], detail: "" });
      terminals.push({ name, pty });
      return { name, show() {}, exitStatus: undefined, creationOptions: { pty } };
    },
    withProgress: (
      _options: unknown,
      work: (progress: { report(): void }, token: typeof never) => Promise<unknown>,
    ) => work({ report: () => {} }, never),
  },
  env: {
    clipboard: {
      writeText: async (text: string) => {
        clipboard.text = text;
      },
    },
    openExternal: async (uri: { toString(): string }) => opened.push(String(uri)) > 0,
  },
  workspace: {
    getConfiguration: () => ({
      get: (name: string) => settings.get(name),
      update: async (name: string, value: unknown) => void settings.set(name, value),
    }),
    onDidChangeConfiguration: () => nothing,
    workspaceFolders: undefined,
    textDocuments: [] as { uri: Uri; isDirty: boolean; save(): Promise<boolean> }[],
    isTrusted: true,
    onDidGrantWorkspaceTrust: trust.event,
    // Every file is one of the workspace, but for those below /elsewhere.
    getWorkspaceFolder: ({ fsPath }: Uri) =>
      fsPath.startsWith("/elsewhere") ? undefined : { uri: new Uri("/") },
    asRelativePath: (path: string) => basename(path),
    openTextDocument: async (wish: { content: string } | Uri) => {
      opened.push("content" in wish ? wish.content : wish.fsPath);
      return { lineCount: 1000, lineAt: (line: number) => ({ range: { with: () => line } }) };
    },
    fs: {
      writeFile: async ({ fsPath }: Uri, bytes: Uint8Array) => writeFileSync(fsPath, bytes),
    },
  },
  languages: {
    createDiagnosticCollection: () => new Map(),
    getDiagnostics: () => [],
  },
  commands: { executeCommand: async () => undefined },
  Uri,
  ...taskParts,
  EventEmitter: Emitter,
  ProgressLocation: { Notification: 15 },
  QuickPickItemKind: { Separator: -1, Default: 0 },
  TreeItemCollapsibleState: { None: 0, Collapsed: 1, Expanded: 2 },
  ViewColumn: { Active: -1 },
  ConfigurationTarget: { Global: 1 },
  TerminalExitReason: { Unknown: 0, Shutdown: 1, Process: 2, User: 3, Extension: 4 },
};

/** Lets `import … from "vscode"` give this. Names that no test calls are there, too, and do nothing. */
const unused = [
  "TreeItem ThemeIcon ThemeColor MarkdownString Disposable Range Position Diagnostic",
  "CustomExecution TaskGroup ShellExecution DiagnosticSeverity",
  "TextEdit WorkspaceEdit RelativePattern FileType StatusBarAlignment l10n extensions",
  "DataTransferItem FileSystemError authentication lm CodeAction CodeActionKind Selection",
]
  .join(" ")
  .split(" ");
const names = Object.keys(fake);
const source = [
  ...names.map((name) => `export const ${name} = globalThis.dockwrightFake.${name};`),
  ...unused.map((name) => `export const ${name} = class {};`),
].join("\n");
(globalThis as { dockwrightFake?: unknown }).dockwrightFake = fake;
const url = `data:text/javascript,${encodeURIComponent(source)}`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "vscode" ? { url, shortCircuit: true } : next(specifier, context),
});
