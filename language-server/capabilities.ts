// What client and server tell each other that they can do.
import type {
  InitializeParams,
  InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver-types";
import { fixAllKind } from "./code-actions.ts";
import { tokenModifiers, tokenTypes } from "./language.ts";

/** What the client can do beyond what every client can. */
export interface Abilities {
  /** Answers questions about its settings. */
  readonly ask: boolean;
  readonly watch: boolean;
  readonly refreshHints: boolean;
}

/** The abilities that a client has told of. */
export function abilitiesOf({ capabilities: { workspace } }: InitializeParams): Abilities {
  return {
    ask: workspace?.configuration === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
  };
}

/** Changes come as the ranges that they touch. */
const incremental: typeof TextDocumentSyncKind.Incremental = 2;

/** The answer to `initialize`. */
export function capabilities(): InitializeResult {
  return {
    serverInfo: { name: "dockwright" },
    capabilities: {
      textDocumentSync: {
        openClose: true,
        change: incremental,
        save: true,
      },
      completionProvider: {
        resolveProvider: true,
        triggerCharacters: ["=", "$", "{", "/", ":", ",", "@", "-", " "],
      },
      hoverProvider: true,
      signatureHelpProvider: { triggerCharacters: [" ", "=", ",", "[", '"', ":", "-", "/", "$"] },
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      linkedEditingRangeProvider: true,
      documentLinkProvider: {},
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
      inlayHintProvider: true,
      codeLensProvider: {},
      codeActionProvider: {
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
      },
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true,
      },
    },
  };
}
