// What the parts of the server share, and the one place that catches the faults of features.
import type { CancellationToken } from "vscode-languageserver";
import type { Connection } from "./connection.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { Documents, OpenDocument, Parsed } from "./documents.ts";
import type { Host } from "./host.ts";
import type { FeatureContext, Language } from "./language.ts";
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

/** A document as a feature is asked about it. */
export interface Question extends Parsed {
  readonly document: OpenDocument;
  readonly language: Language<unknown>;
  readonly context: FeatureContext;
}

export function contextOf(session: Session, uri: string): FeatureContext {
  return { uri, host: session.host(), settings: session.settings() };
}

/**
 * A handler of requests about one document: an unknown document, a cancelled request and a fault
 * all give `fallback`; the fault is logged.
 */
export function reply<Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  session: Session,
  fallback: Result,
  answer: (question: Question, params: Params) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    const document = session.documents.get(uri);
    if (!document || token.isCancellationRequested) return fallback;
    try {
      const { language } = document;
      const context = contextOf(session, uri);
      return await answer({ document, language, ...document.parse(), context }, params);
    } catch (error) {
      session.connection.logError(`${uri}: ${String((error as Error).stack)}`);
      return fallback;
    }
  };
}
