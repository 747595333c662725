// The connection to the client, as the server needs it: requests and notifications by their names in
// LSP. What `vscode-languageserver` lays over that (a class for each message, progress, features by
// name) took a third of the start; its types are all that is taken of it here.
import type {
  CancellationToken,
  CodeActionParams,
  CodeLensParams,
  CompletionItem,
  CompletionParams,
  DefinitionParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  DocumentFormattingParams,
  DocumentHighlightParams,
  DocumentLinkParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  DocumentSymbolParams,
  FoldingRangeParams,
  HoverParams,
  InitializedParams,
  InitializeParams,
  InlayHintParams,
  LinkedEditingRangeParams,
  MessageConnection,
  PrepareRenameParams,
  PublishDiagnosticsParams,
  ReferenceParams,
  RenameParams,
  SelectionRangeParams,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SignatureHelpParams,
  WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { Encoded } from "./encoded.ts";

/** What comes with each request that the server answers. */
export interface Requests {
  initialize: InitializeParams;
  shutdown: undefined;
  "workspace/symbol": WorkspaceSymbolParams;
  "completionItem/resolve": CompletionItem;
  "textDocument/codeAction": CodeActionParams;
  "textDocument/codeLens": CodeLensParams;
  "textDocument/completion": CompletionParams;
  "textDocument/definition": DefinitionParams;
  "textDocument/documentHighlight": DocumentHighlightParams;
  "textDocument/documentLink": DocumentLinkParams;
  "textDocument/documentSymbol": DocumentSymbolParams;
  "textDocument/foldingRange": FoldingRangeParams;
  "textDocument/formatting": DocumentFormattingParams;
  "textDocument/hover": HoverParams;
  "textDocument/inlayHint": InlayHintParams;
  "textDocument/linkedEditingRange": LinkedEditingRangeParams;
  "textDocument/onTypeFormatting": DocumentOnTypeFormattingParams;
  "textDocument/prepareRename": PrepareRenameParams;
  "textDocument/rangeFormatting": DocumentRangeFormattingParams;
  "textDocument/references": ReferenceParams;
  "textDocument/rename": RenameParams;
  "textDocument/selectionRange": SelectionRangeParams;
  "textDocument/semanticTokens/full": SemanticTokensParams;
  "textDocument/semanticTokens/full/delta": SemanticTokensDeltaParams;
  "textDocument/semanticTokens/range": SemanticTokensRangeParams;
  "textDocument/signatureHelp": SignatureHelpParams;
}

/** What comes with each notification that the server hears. */
export interface Notifications {
  initialized: InitializedParams;
  "textDocument/didChange": DidChangeTextDocumentParams;
  "textDocument/didClose": DidCloseTextDocumentParams;
  "textDocument/didOpen": DidOpenTextDocumentParams;
  "textDocument/didSave": DidSaveTextDocumentParams;
  "workspace/didChangeConfiguration": DidChangeConfigurationParams;
  "workspace/didChangeWatchedFiles": DidChangeWatchedFilesParams;
}

/** What carries the messages. */
export type Messages = Pick<
  MessageConnection,
  "onRequest" | "onNotification" | "sendRequest" | "sendNotification"
>;

const errorMessage = 1;

/** A connection that has closed throws at once; here it rejects, as one does that closes later. */
export async function tell(messages: Messages, method: string, params: unknown): Promise<void> {
  await messages.sendNotification(method, params);
}

/** The same by what the messages mean. */
export class Connection {
  readonly #messages: Messages;
  /** Whether the client has said that it is about to end. */
  shutDown = false;

  constructor(messages: Messages) {
    this.#messages = messages;
  }

  onRequest<Method extends keyof Requests>(
    method: Method,
    handler: (params: Requests[Method], token: CancellationToken) => unknown,
  ): void {
    this.#messages.onRequest(method, handler);
  }

  onNotification<Method extends keyof Notifications>(
    method: Method,
    handler: (params: Notifications[Method]) => void,
  ): void {
    this.#messages.onNotification(method, handler);
  }

  /** A request of our own. */
  onQuestion<Question>(method: string, answer: (question: Question) => unknown): void {
    this.#messages.onRequest(method, answer);
  }

  /** A notification of our own. */
  onNews(method: string, heard: () => void): void {
    this.#messages.onNotification(method, heard);
  }

  async ask<Answer>(method: string, question: unknown): Promise<Answer> {
    return await this.#messages.sendRequest<Answer>(method, question);
  }

  publish(params: Encoded<PublishDiagnosticsParams>): void {
    this.#tell("textDocument/publishDiagnostics", params);
  }

  /** Writes into the client's log. */
  logError(message: string): void {
    this.#tell("window/logMessage", { type: errorMessage, message });
  }

  #tell(method: string, params: unknown): void {
    tell(this.#messages, method, params).catch(() => undefined); // The client is gone.
  }
}
