// What the parts of the server share, and the one place that catches the faults of features.
import type { CancellationToken, Connection } from "vscode-languageserver";
import type { Diagnostics } from "./diagnostics.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import type { Host } from "./host.ts";
import type { Settings } from "./protocol.ts";
import type { Lines } from "./text.ts";

/** What the parts of the server share. */
export interface Session {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly diagnostics: Diagnostics;
  host(): Host;
  settings(): Settings;
  linesOf(uri: string): Lines | undefined;
}

/**
 * Wraps a handler for one document: an unknown document, a cancelled request and a fault all
 * give `fallback`; the fault is logged.
 */
export function safe<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  session: Session,
  fallback: Result,
  answer: (document: OpenDocument, params: Params) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    const document = session.documents.get(params.textDocument.uri);
    if (!document || token.isCancellationRequested) return fallback;
    try {
      return await answer(document, params);
    } catch (error) {
      session.connection.console.error(`${document.uri}: ${String((error as Error).stack)}`);
      return fallback;
    }
  };
}
