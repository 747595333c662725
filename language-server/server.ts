// The server: which LSP request goes to which feature. Everything passes through one `safe`,
// so that a fault in a feature is logged and answered with nothing. Knows no file system.
import type { InitializeParams } from "vscode-languageserver";
import { type Abilities, abilitiesOf, capabilities } from "./capabilities.ts";
import type { Connection } from "./connection.ts";
import { Diagnostics } from "./diagnostics.ts";
import { Documents } from "./documents.ts";
import { serveFeatures, serveRequests } from "./features.ts";
import type { Host } from "./host.ts";
import { useTexts } from "./l10n.ts";
import type { KnownLanguage } from "./language.ts";
import {
  engineChanged,
  type InitializationOptions,
  lintWorkspaceRequest,
  type Settings,
} from "./protocol.ts";
import type { Session } from "./session.ts";
import { Lines } from "./text.ts";
import { useRulePages } from "./to-diagnostic.ts";
import { useSnippets } from "./to-lsp.ts";

/** The outside, as the server needs it. */
export interface ServerHost {
  readonly host: Host;
  forgetFile(uri: string): void;
  forgetEngine(): void;
}

export interface ServerOptions {
  readonly connection: Connection;
  readonly languages: readonly KnownLanguage[];
  /** Where the pages of the rules lie, if the client does not say it. */
  readonly rulePages?: string | undefined;
  /** Makes the host once the client has said who it is. `changed` is to be called when it knows more. */
  readonly makeHost: (start: HostStart) => ServerHost;
}

export interface HostStart {
  /** The number of the client's process, if it tells it. */
  readonly client: number | null;
  readonly options: InitializationOptions;
  /** As they are now. */
  readonly settings: () => Settings;
  readonly folders: readonly string[];
  readonly opened: (uri: string) => string | undefined;
  readonly changed: () => void;
  /** To be called when inlay hints have become others though no text has. */
  readonly hintsChanged: () => void;
}

/** Serves a connection until it closes. The caller lets the messages come, by `listen()`. */
export function serve({ connection, languages, makeHost, rulePages }: ServerOptions): void {
  const documents = new Documents(languages);
  let local: ServerHost | undefined;
  let settings: Settings = {};
  let ready = false;
  let can: Abilities = { ask: false, watch: false, refreshHints: false };

  const host = (): Host => {
    if (!local) throw new Error("not initialized");
    return local.host;
  };
  const diagnostics = new Diagnostics({
    connection,
    documents,
    context: (uri) => ({ uri, host: host(), settings }),
    ready: () => ready,
  });
  const session: Session = {
    connection,
    documents,
    diagnostics,
    host,
    settings: () => settings,
    linesOf: (uri) => linesOf(uri, documents, host),
  };

  connection.onRequest("initialize", (params) => {
    const options = optionsOf(params);
    useClient(params, options, rulePages);
    settings = options.settings ?? options.dockwright ?? {};
    can = abilitiesOf(params);
    local = makeHost({
      options,
      client: params.processId,
      settings: () => settings,
      folders: foldersOf(params),
      opened: (uri) => documents.get(uri)?.text,
      changed: () => diagnostics.scheduleAll(),
      hintsChanged: () => {
        if (can.refreshHints) refreshHints(connection);
      },
    });
    return capabilities();
  });

  const readSettings = async (pushed?: unknown) => {
    if (can.ask) settings = (await askSettings(connection)) ?? settings;
    else if (isRecord(pushed) && isRecord(pushed.dockwright)) settings = pushed.dockwright;
    ready = true;
    diagnostics.scheduleAll();
  };

  connection.onNotification("initialized", async () => {
    if (can.watch) watch(connection);
    await readSettings();
  });
  connection.onNotification("workspace/didChangeConfiguration", ({ settings: pushed }) =>
    readSettings(pushed),
  );

  followDocuments(session);
  connection.onNotification("workspace/didChangeWatchedFiles", ({ changes }) => {
    for (const { uri } of changes) {
      local?.forgetFile(uri);
      diagnostics.scheduleDependents(uri);
      diagnostics.recheckClosed(uri, (closed) => host().files.read(closed));
    }
  });
  connection.onNews(engineChanged, () => {
    local?.forgetEngine();
    diagnostics.scheduleAll();
  });
  connection.onRequest("shutdown", () => {
    connection.shutDown = true;
    diagnostics.dispose();
  });

  serveFeatures(session);
  for (const language of languages) serveRequests(session, language);
}

/** Asks the client to ask for inlay hints again. */
function refreshHints(connection: Connection): void {
  connection.ask("workspace/inlayHint/refresh", null).catch(() => undefined); // It is closing.
}

/** What the client reads and understands. */
function useClient(
  { capabilities: { textDocument } }: InitializeParams,
  options: InitializationOptions,
  rulePages: string | undefined,
): void {
  useTexts(options.l10n ?? {});
  useRulePages(options.rulePages ?? rulePages);
  useSnippets(textDocument?.completion?.completionItem?.snippetSupport === true);
}

/** Takes in what is opened, edited, saved and closed. */
function followDocuments({ connection, documents, diagnostics, host }: Session): void {
  connection.onNotification(
    "textDocument/didOpen",
    ({ textDocument: { uri, languageId, version, text } }) => {
      if (documents.open(uri, languageId, version, text)) diagnostics.schedule(uri);
      diagnostics.scheduleDependents(uri);
    },
  );
  connection.onNotification(
    "textDocument/didChange",
    ({ textDocument: { uri, version }, contentChanges }) => {
      const document = documents.get(uri);
      document?.change(contentChanges, version);
      if (document) diagnostics.schedule(uri);
    },
  );
  connection.onNotification("textDocument/didSave", ({ textDocument: { uri } }) =>
    diagnostics.scheduleDependents(uri),
  );
  connection.onNotification("textDocument/didClose", ({ textDocument: { uri } }) => {
    if (!documents.get(uri)) return;
    documents.close(uri);
    diagnostics.close(uri);
    diagnostics.recheckClosed(uri, (closed) => host().files.read(closed));
  });
  connection.onQuestion(lintWorkspaceRequest, (uris: readonly string[]) =>
    diagnostics.checkClosed(uris, (uri) => host().files.read(uri)),
  );
}

function linesOf(uri: string, documents: Documents, host: () => Host): Lines | undefined {
  const document = documents.get(uri);
  if (document) return document.parse().lines;
  const text = host().files.read(uri);
  // An edit may make a file that does not exist yet; it begins empty.
  return text === undefined ? undefined : new Lines(text ?? "");
}

function optionsOf(params: InitializeParams): InitializationOptions {
  return isRecord(params.initializationOptions) ? params.initializationOptions : {};
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** The settings as the client has them; nothing, if it does not tell. */
async function askSettings(connection: Connection): Promise<Settings | undefined> {
  const items = [{ section: "dockwright" }, { section: "docker.languageserver.diagnostics" }];
  const answer = await connection.ask("workspace/configuration", { items }).catch(() => undefined);
  const [own, legacy] = Array.isArray(answer) ? answer : [];
  return isRecord(own) ? withLegacy(own, legacy) : undefined;
}

/** Our settings, and beside them the severities that people have set for Docker's older server. */
function withLegacy(own: Settings, legacy: unknown): Settings {
  if (!isRecord(legacy) || Object.keys(legacy).length === 0) return own;
  return { ...own, lint: { ...own.lint, legacy: legacy as Record<string, string> } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Neighbours of the documents whose change may change findings. */
function watch(connection: Connection): void {
  const globs = [
    "**/.dockerignore",
    "**/*.dockerignore",
    "**/.hadolint.{yaml,yml}",
    "**/.env",
    "**/*.env",
    "**/*compose*.{yaml,yml}",
    "**/{Dockerfile,Containerfile}*",
  ];
  connection
    .ask("client/registerCapability", {
      registrations: [
        {
          id: "neighbours",
          method: "workspace/didChangeWatchedFiles",
          registerOptions: { watchers: globs.map((globPattern) => ({ globPattern })) },
        },
      ],
    })
    .catch(() => undefined); // A client without watchers still has fresh files at each check.
}
