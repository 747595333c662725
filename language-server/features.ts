// The requests about one document: each line names an LSP request and the feature of the
// document's language that answers it.

import { type SemanticTokensDeltaParams, SignatureHelpTriggerKind } from "vscode-languageserver";
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";
import { codeActions } from "./code-actions.ts";
import { serveProjects } from "./compose-requests.ts";
import { factsOf } from "./dockerfile/facts.ts";
import { parseDockerfile } from "./dockerfile/model/document.ts";
import type { OpenDocument } from "./documents.ts";
import type { Completion, FeatureContext } from "./language.ts";
import { type DockerfileQuestion, dockerfileFactsRequest } from "./protocol.ts";
import {
  type LinesOf,
  toCompletion,
  toEdits,
  toFold,
  toHover,
  toLinks,
  toLocation,
  toSelection,
  toSymbol,
  toWorkspaceEdit,
} from "./requests.ts";
import { type Session, safe } from "./session.ts";
import { packTokens, TokenMemory } from "./tokens.ts";
import { workspaceSymbols } from "./workspace.ts";

/** Registers a handler for every request of the capabilities. */
export function serveFeatures(session: Session): void {
  serveTyping(session);
  serveReading(session);
  serveNavigation(session);
  serveChanging(session);
  serveTokens(session);
  serveProjects(session);
  session.connection.onRequest(dockerfileFactsRequest, ({ text }: DockerfileQuestion) =>
    factsOf(parseDockerfile(text)),
  );
}

function contextOf(session: Session, { uri }: OpenDocument): FeatureContext {
  return { uri, host: session.host(), settings: session.settings() };
}

function serveTyping(session: Session): void {
  const { connection } = session;
  /** The last answer, whose items may be asked about. */
  let offered: readonly Completion[] = [];
  connection.onCompletion(
    safe(session, null, async (document, { position, context: why }) => {
      const { tree, lines } = document.parse();
      const { language } = document;
      const context = contextOf(session, document);
      const items =
        (await language.complete?.(tree, lines.offset(position), context, {
          ...(why?.triggerCharacter ? { character: why.triggerCharacter } : {}),
        })) ?? [];
      offered = items;
      return {
        isIncomplete: false,
        items: items.map((item, index) => toCompletion(item, index, document.uri, lines)),
      };
    }),
  );
  connection.onCompletionResolve((item) => {
    const index: unknown = item.data?.index;
    const found = typeof index === "number" ? offered[index] : undefined;
    if (found?.label !== item.label || typeof found.documentation !== "function") return item;
    const value = found.documentation();
    return value ? { ...item, documentation: { kind: "markdown", value } } : item;
  });
  connection.onSignatureHelp(
    safe(session, null, (document, { position, context: why }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const offset = lines.offset(position);
      const asked = why === undefined || why.triggerKind === SignatureHelpTriggerKind.Invoked;
      return document.language.signature?.(tree, offset, context, asked) ?? null;
    }),
  );
}

function serveReading(session: Session): void {
  const { connection } = session;
  connection.onHover(
    safe(session, null, (document, { position }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const hover = document.language.hover?.(tree, lines.offset(position), context);
      return hover ? toHover(hover, lines) : null;
    }),
  );
  connection.onDocumentSymbol(
    safe(session, null, (document) => {
      const { tree, lines } = document.parse();
      const symbols = document.language.symbols?.(tree, contextOf(session, document)) ?? [];
      return symbols.map((node) => toSymbol(node, lines));
    }),
  );
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(session, query));
  connection.onFoldingRanges(
    safe(session, null, (document) => {
      const { tree, lines } = document.parse();
      const folds = document.language.folds?.(tree, contextOf(session, document)) ?? [];
      return folds.map((fold) => toFold(fold, lines));
    }),
  );
  connection.onSelectionRanges(
    safe(session, null, (document, { positions }) => {
      const { tree, lines } = document.parse();
      return positions.map((position) => {
        const offset = lines.offset(position);
        return toSelection(document.language.selections?.(tree, offset) ?? [], offset, lines);
      });
    }),
  );
  connection.onDocumentLinks(
    safe(session, null, (document) => {
      const { tree } = document.parse();
      return toLinks(document, document.language.links?.(tree, contextOf(session, document)) ?? []);
    }),
  );
  connection.languages.inlayHint.on(
    safe(session, null, (document, { range }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const hints = document.language.hints?.(tree, lines.span(range), context) ?? [];
      return hints.map(({ offset, label, tooltip, paddingLeft = false }) => ({
        position: lines.position(offset),
        label,
        paddingLeft,
        ...(tooltip ? { tooltip } : {}),
      }));
    }),
  );
  connection.onCodeLens(
    safe(session, null, (document) => {
      const { tree, lines } = document.parse();
      const lenses = document.language.lenses?.(tree, contextOf(session, document)) ?? [];
      return lenses.map((lens) => ({
        range: lines.range(lens),
        command: {
          title: lens.title,
          command: lens.command,
          arguments: [...(lens.arguments ?? [])],
        },
      }));
    }),
  );
}

function serveNavigation(session: Session): void {
  const { connection } = session;
  const linesOf: LinesOf = (uri) => session.linesOf(uri);
  connection.onDocumentHighlight(
    safe(session, null, (document, { position }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const found = document.language.highlights?.(tree, lines.offset(position), context) ?? [];
      return found.map((one) => ({ range: lines.range(one), kind: one.kind }));
    }),
  );
  connection.onDefinition(
    safe(session, null, (document, { position }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const found = document.language.definitions?.(tree, lines.offset(position), context) ?? [];
      return found.flatMap((place) => toLocation(place, document.uri, linesOf) ?? []);
    }),
  );
  connection.onReferences(
    safe(session, null, (document, { position, context: { includeDeclaration } }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const offset = lines.offset(position);
      const found = document.language.references?.(tree, offset, context, includeDeclaration) ?? [];
      return found.flatMap((place) => toLocation(place, document.uri, linesOf) ?? []);
    }),
  );
  connection.languages.onLinkedEditingRange(
    safe(session, null, (document, { position }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const spans = document.language.linked?.(tree, lines.offset(position), context) ?? [];
      return spans.length < 2 ? null : { ranges: spans.map((span) => lines.range(span)) };
    }),
  );
}

function serveChanging(session: Session): void {
  const { connection } = session;
  const linesOf: LinesOf = (uri) => session.linesOf(uri);
  connection.onPrepareRename(
    safe(session, null, (document, { position }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const span = document.language.renameable?.(tree, lines.offset(position), context);
      return span ? lines.range(span) : null;
    }),
  );
  connection.onRenameRequest(
    safe(session, null, (document, { position, newName }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      const edits = document.language.rename?.(tree, lines.offset(position), newName, context);
      return edits ? toWorkspaceEdit(edits, linesOf) : null;
    }),
  );
  connection.onDocumentFormatting(
    safe(session, null, (document, { options }) => {
      const { tree, lines } = document.parse();
      const edits = document.language.format?.(tree, options, contextOf(session, document)) ?? [];
      return toEdits(edits, lines);
    }),
  );
  connection.onDocumentRangeFormatting(
    safe(session, null, (document, { options, range }) => {
      const { tree, lines } = document.parse();
      const context = contextOf(session, document);
      return toEdits(
        document.language.format?.(tree, options, context, lines.span(range)) ?? [],
        lines,
      );
    }),
  );
  connection.onDocumentOnTypeFormatting(
    safe(session, null, (document, { options, position, ch }) => {
      const { tree, lines } = document.parse();
      const { language } = document;
      const context = contextOf(session, document);
      const offset = lines.offset(position);
      return toEdits(language.formatOnType?.(tree, offset, ch, options, context) ?? [], lines);
    }),
  );
  connection.onCodeAction(
    safe(session, null, (document, { range, context: { only, diagnostics } }) =>
      codeActions({
        document,
        findings: session.diagnostics.findings(document),
        span: document.parse().lines.span(range),
        only,
        asked: diagnostics.map(({ code }) => code),
        context: contextOf(session, document),
        linesOf,
      }),
    ),
  );
}

function serveTokens(session: Session): void {
  const memory = new TokenMemory();
  const { semanticTokens } = session.connection.languages;
  const none: SemanticTokens = { data: [] };
  semanticTokens.on(
    safe(session, none, (document) => {
      const { tree, lines } = document.parse();
      const tokens = document.language.tokens?.(tree, contextOf(session, document)) ?? [];
      return memory.keep(document.uri, packTokens(tokens, lines));
    }),
  );
  semanticTokens.onDelta(
    safe<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      session,
      none,
      (document, { previousResultId }) => {
        const { tree, lines } = document.parse();
        const tokens = document.language.tokens?.(tree, contextOf(session, document)) ?? [];
        return memory.delta(document.uri, previousResultId, packTokens(tokens, lines));
      },
    ),
  );
  semanticTokens.onRange(
    safe(session, none, (document, { range }) => {
      const { tree, lines } = document.parse();
      const tokens = document.language.tokens?.(tree, contextOf(session, document)) ?? [];
      return { data: packTokens(tokens, lines, lines.span(range)) };
    }),
  );
}
