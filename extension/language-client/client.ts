// The language client: starts the server in a process of its own once it is needed, and has its questions
// about the engine answered. Knows no Dockerfile.
import {
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  languages,
  type TextDocument,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type EngineQuestion,
  engineChanged,
  engineRequest,
} from "../../language-server/protocol.ts";
import { clientOptions, documentSelector } from "./client-options.ts";
import { registerSetRule } from "./set-rule.ts";
import { ShownProblems } from "./shown-problems.ts";

interface Disposable {
  dispose(): void;
}

/** Who knows the engine: answers the server's questions, `null` for what is not known. */
export interface EngineAnswers {
  answer(question: EngineQuestion): Promise<unknown>;
  /** Called by the client with what is to be done when the engine's objects have changed. */
  onDidChange(listener: () => void): Disposable;
}

/** The running client. */
export interface Client extends Disposable {
  /** Asks the server, once it runs; rejects where it does not. */
  request<T>(method: string, question: unknown): Promise<T>;
}

/**
 * Starts the language server when a document of its languages is open, or something is asked of it;
 * returns at once. A server that dies is started again by the client library. Without `engine` the
 * server gives static features only.
 */
export function startClient(
  context: ExtensionContext,
  log: LogOutputChannel,
  engine?: EngineAnswers,
): Client {
  const rule = registerSetRule();
  const shown = new ShownProblems();
  let client: LanguageClient | undefined;
  let engineListener: Disposable | undefined;
  let trust: Disposable | undefined;
  let disposed = false;
  const start = async () => {
    const options = await clientOptions(context, log, engine !== undefined);
    options.middleware = {
      handleDiagnostics: (uri, problems, show) => shown.take(uri, problems, show),
    };
    const { LanguageClient: Client, TransportKind } = await import("vscode-languageclient/node");
    if (disposed) return;
    const module = context.asAbsolutePath("dist/language-server.js");
    // Over a channel of Node each message would be made a value and written once more.
    const run = { module, transport: TransportKind.stdio };
    // The port of "Language server (attach)"; used only when this extension host is debugged, too.
    const debug = { ...run, options: { execArgv: ["--inspect=6009"] } };
    client = new Client("dockwright", "Dockwright", { run, debug }, options);
    if (engine) {
      const { answer } = engine;
      client.onRequest(engineRequest, (question: EngineQuestion) =>
        workspace.isTrusted ? answer(question) : null,
      );
    }
    await client.start();
    // Initialized anew, it learns that programs may be started now.
    trust = workspace.onDidGrantWorkspaceTrust(() => void client?.restart().catch(() => undefined));
    engineListener = engine?.onDidChange(() => {
      client?.sendNotification(engineChanged).catch(() => undefined); // It is being restarted.
    });
  };
  let started: Promise<void> | undefined;
  const needed = (): Promise<void> => {
    if (started) return started;
    opening.dispose();
    started = start();
    started.catch((error) =>
      log.error(l10n.t("The language server could not be started: {0}", String(error))),
    );
    return started;
  };
  const look = (document: TextDocument) => {
    if (languages.match(documentSelector, document) > 0) void needed();
  };
  const opening = workspace.onDidOpenTextDocument(look);
  workspace.textDocuments.forEach(look);
  return {
    async request<T>(method: string, question: unknown): Promise<T> {
      await needed();
      if (!client) throw new Error(l10n.t("The language server is not running."));
      return client.sendRequest<T>(method, question);
    },
    dispose() {
      disposed = true;
      rule.dispose();
      shown.dispose();
      opening.dispose();
      engineListener?.dispose();
      trust?.dispose();
      client?.dispose().catch(() => undefined); // It has ended already.
    },
  };
}
