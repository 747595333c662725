// The requests about one document: each line names an LSP request and the feature of the
// document's language that answers it. Beside them those that a language has of its own.
import type { SemanticTokensDeltaParams, SignatureHelpTriggerKind } from "vscode-languageserver";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";
import { codeActions } from "./code-actions.ts";
import type { Completion, KnownLanguage } from "./language.ts";
import { type Question, reply, type Session } from "./session.ts";
import {
  type LinesOf,
  toCompletion,
  toEdits,
  toFold,
  toHint,
  toHover,
  toLens,
  toLink,
  toLocation,
  toSelection,
  toSymbol,
  toWorkspaceEdit,
} from "./to-lsp.ts";
import { packTokens, TokenMemory } from "./tokens.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

/** Somebody asks, rather than that a character was typed. */
const invoked: typeof SignatureHelpTriggerKind.Invoked = 1;

/** Registers a handler for every request of the capabilities. */
export function serveFeatures(session: Session): void {
  serveTyping(session);
  serveReading(session);
  serveNavigation(session);
  serveChanging(session);
  serveTokens(session);
}

/** Registers the requests of a language that are about no opened document. */
export function serveRequests({ connection, host }: Session, language: KnownLanguage): void {
  for (const request of language.requests)
    connection.onQuestion(request, (question) => {
      try {
        return language.load().requests?.[request]?.(question as never, host()) ?? null;
      } catch (error) {
        connection.logError(`${request}: ${String((error as Error).stack)}`);
        return null;
      }
    });
}

function serveTyping(session: Session): void {
  const { connection } = session;
  /** The last answer, whose items may be asked about. */
  let offered: readonly Completion[] = [];
  connection.onRequest(
    "textDocument/completion",
    reply(session, null, async (question, { position, context: why }) => {
      const { document, language, tree, lines, context } = question;
      const cause = why?.triggerCharacter ? { character: why.triggerCharacter } : {};
      const items = (await language.complete?.(tree, lines.offset(position), context, cause)) ?? [];
      offered = items;
      return {
        isIncomplete: false,
        items: items.map((item, index) => toCompletion(item, index, document.uri, lines)),
      };
    }),
  );
  connection.onRequest("completionItem/resolve", (item) => {
    const index: unknown = item.data?.index;
    const found = typeof index === "number" ? offered[index] : undefined;
    if (found?.label !== item.label || typeof found.documentation !== "function") return item;
    const value = found.documentation();
    return value ? { ...item, documentation: { kind: "markdown", value } } : item;
  });
  connection.onRequest(
    "textDocument/signatureHelp",
    reply(session, null, ({ language, tree, lines, context }, { position, context: why }) => {
      const asked = why === undefined || why.triggerKind === invoked;
      return language.signature?.(tree, lines.offset(position), context, asked) ?? null;
    }),
  );
}

function serveReading(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    "textDocument/hover",
    reply(session, null, ({ language, tree, lines, context }, { position }) => {
      const hover = language.hover?.(tree, lines.offset(position), context);
      return hover ? toHover(hover, lines) : null;
    }),
  );
  connection.onRequest(
    "textDocument/documentSymbol",
    reply(session, null, ({ language, tree, lines, context }) =>
      (language.symbols?.(tree, context) ?? []).map((node) => toSymbol(node, lines)),
    ),
  );
  connection.onRequest("workspace/symbol", ({ query }) => workspaceSymbols(session, query));
  connection.onRequest(
    "textDocument/foldingRange",
    reply(session, null, ({ language, tree, lines, context }) =>
      (language.folds?.(tree, context) ?? []).map((fold) => toFold(fold, lines)),
    ),
  );
  connection.onRequest(
    "textDocument/selectionRange",
    reply(session, null, ({ language, tree, lines }, { positions }) =>
      positions.map((position) => {
        const offset = lines.offset(position);
        return toSelection(language.selections?.(tree, offset) ?? [], offset, lines);
      }),
    ),
  );
  connection.onRequest(
    "textDocument/documentLink",
    reply(session, null, ({ language, tree, lines, context }) =>
      (language.links?.(tree, context) ?? []).map((link) => toLink(link, lines)),
    ),
  );
  connection.onRequest(
    "textDocument/inlayHint",
    reply(session, null, ({ language, tree, lines, context }, { range }) =>
      (language.hints?.(tree, lines.span(range), context) ?? []).map((hint) => toHint(hint, lines)),
    ),
  );
  connection.onRequest(
    "textDocument/codeLens",
    reply(session, null, ({ language, tree, lines, context }) =>
      (language.lenses?.(tree, context) ?? []).map((lens) => toLens(lens, lines)),
    ),
  );
}

function serveNavigation(session: Session): void {
  const { connection } = session;
  const linesOf: LinesOf = (uri) => session.linesOf(uri);
  connection.onRequest(
    "textDocument/documentHighlight",
    reply(session, null, ({ language, tree, lines, context }, { position }) => {
      const found = language.highlights?.(tree, lines.offset(position), context) ?? [];
      return found.map((one) => ({ range: lines.range(one), kind: one.kind }));
    }),
  );
  connection.onRequest(
    "textDocument/definition",
    reply(session, null, ({ document, language, tree, lines, context }, { position }) => {
      const found = language.definitions?.(tree, lines.offset(position), context) ?? [];
      return found.flatMap((place) => toLocation(place, document.uri, linesOf) ?? []);
    }),
  );
  connection.onRequest(
    "textDocument/references",
    reply(session, null, (question, { position, context: { includeDeclaration } }) => {
      const { document, language, tree, lines, context } = question;
      const offset = lines.offset(position);
      const found = language.references?.(tree, offset, context, includeDeclaration) ?? [];
      return found.flatMap((place) => toLocation(place, document.uri, linesOf) ?? []);
    }),
  );
  connection.onRequest(
    "textDocument/linkedEditingRange",
    reply(session, null, ({ language, tree, lines, context }, { position }) => {
      const spans = language.linked?.(tree, lines.offset(position), context) ?? [];
      return spans.length < 2 ? null : { ranges: spans.map((span) => lines.range(span)) };
    }),
  );
}

function serveChanging(session: Session): void {
  const { connection } = session;
  const linesOf: LinesOf = (uri) => session.linesOf(uri);
  connection.onRequest(
    "textDocument/prepareRename",
    reply(session, null, ({ language, tree, lines, context }, { position }) => {
      const span = language.renameable?.(tree, lines.offset(position), context);
      return span ? lines.range(span) : null;
    }),
  );
  connection.onRequest(
    "textDocument/rename",
    reply(session, null, ({ language, tree, lines, context }, { position, newName }) => {
      const edits = language.rename?.(tree, lines.offset(position), newName, context);
      return edits ? toWorkspaceEdit(edits, linesOf) : null;
    }),
  );
  connection.onRequest(
    "textDocument/formatting",
    reply(session, null, ({ language, tree, lines, context }, { options }) =>
      toEdits(language.format?.(tree, options, context) ?? [], lines),
    ),
  );
  connection.onRequest(
    "textDocument/rangeFormatting",
    reply(session, null, ({ language, tree, lines, context }, { options, range }) =>
      toEdits(language.format?.(tree, options, context, lines.span(range)) ?? [], lines),
    ),
  );
  connection.onRequest(
    "textDocument/onTypeFormatting",
    reply(session, null, ({ language, tree, lines, context }, { options, position, ch }) => {
      const offset = lines.offset(position);
      return toEdits(language.formatOnType?.(tree, offset, ch, options, context) ?? [], lines);
    }),
  );
  connection.onRequest(
    "textDocument/codeAction",
    reply(session, null, ({ document, lines, context }, { range, context: wanted }) =>
      codeActions({
        document,
        findings: session.diagnostics.findings(document),
        span: lines.span(range),
        only: wanted.only,
        asked: wanted.diagnostics.map(({ code }) => code),
        context,
        linesOf,
      }),
    ),
  );
}

function serveTokens(session: Session): void {
  const memory = new TokenMemory();
  const { connection } = session;
  const none: SemanticTokens = { data: [] };
  const tokensOf = ({ language, tree, context }: Question) =>
    language.tokens?.(tree, context) ?? [];
  connection.onRequest(
    "textDocument/semanticTokens/full",
    reply(session, none, (question) =>
      memory.keep(question.document.uri, packTokens(tokensOf(question), question.lines)),
    ),
  );
  connection.onRequest(
    "textDocument/semanticTokens/full/delta",
    reply<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      session,
      none,
      (question, { previousResultId }) => {
        const packed = packTokens(tokensOf(question), question.lines);
        return memory.delta(question.document.uri, previousResultId, packed);
      },
    ),
  );
  connection.onRequest(
    "textDocument/semanticTokens/range",
    reply(session, none, (question, { range }) => {
      const { lines } = question;
      return { data: packTokens(tokensOf(question), lines, lines.span(range)) };
    }),
  );
}
