// What features find, in the shapes of LSP: offsets become lines and columns.
import {
  type CodeLens,
  type CompletionItem,
  CompletionItemTag,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  InsertTextFormat,
  type Location,
  MarkupKind,
  type SelectionRange,
  SymbolTag,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type {
  Completion,
  EditsByFile,
  Fold,
  Hint,
  Hover,
  Lens,
  Link,
  Place,
  SymbolNode,
} from "./language.ts";
import type { Edit } from "./lint/rule.ts";
import type { Lines, Span } from "./text.ts";

/** Lines of a file that an edit or a place lies in; `undefined` if it cannot be read. */
export type LinesOf = (uri: string) => Lines | undefined;

let snippets = true;

/** Says whether the client fills in `${1:places}`; else it gets the text with what stands in them. */
export function useSnippets(supported: boolean): void {
  snippets = supported;
}

function plain(snippet: string): string {
  return snippet.replace(/\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g, "$1").replace(/\\([$}\\])/g, "$1");
}

export function toCompletion(
  item: Completion,
  index: number,
  uri: string,
  lines: Lines,
): CompletionItem {
  const { label, kind, insert = label, documentation } = item;
  return {
    label,
    kind,
    textEdit: {
      range: lines.range(item.span),
      newText: item.snippet && !snippets ? plain(insert) : insert,
    },
    sortText: item.sortText ?? String(index).padStart(5, "0"),
    ...(item.snippet && snippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(item.detail ? { detail: item.detail } : {}),
    ...(item.filterText ? { filterText: item.filterText } : {}),
    ...(item.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(item.preselect ? { preselect: true } : {}),
    ...(typeof documentation === "string"
      ? { documentation: { kind: MarkupKind.Markdown, value: documentation } }
      : {}),
    ...(typeof documentation === "function" ? { data: { uri, index } } : {}),
    ...(item.again ? { command: { title: "", command: "editor.action.triggerSuggest" } } : {}),
  };
}

export function toHover({ span, markdown }: Hover, lines: Lines) {
  return {
    range: lines.range(span),
    contents: { kind: MarkupKind.Markdown, value: markdown },
  };
}

export function toSymbol(node: SymbolNode, lines: Lines): DocumentSymbol {
  return {
    name: node.name || "?",
    kind: node.kind,
    range: lines.range(node.span),
    selectionRange: lines.range(node.nameSpan),
    ...(node.detail ? { detail: node.detail } : {}),
    ...(node.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    // Most have none, and an empty list would be made, kept and sent for each.
    ...(node.children ? { children: node.children.map((child) => toSymbol(child, lines)) } : {}),
  };
}

export function toFold(fold: Fold, lines: Lines): FoldingRange {
  const { start, end } = lines.range(fold);
  return {
    startLine: start.line,
    startCharacter: start.character,
    endLine: end.line,
    endCharacter: end.character,
    ...(fold.kind ? { kind: fold.kind } : {}),
  };
}

/** The innermost range first, each with the next wider one as its parent. */
export function toSelection(spans: readonly Span[], offset: number, lines: Lines): SelectionRange {
  let chain: SelectionRange | undefined;
  for (const span of [...spans].reverse())
    chain = chain ? { range: lines.range(span), parent: chain } : { range: lines.range(span) };
  return chain ?? { range: lines.range({ start: offset, end: offset }) };
}

export function toLocation(place: Place, uri: string, linesOf: LinesOf): Location | undefined {
  const target = place.uri ?? uri;
  const lines = linesOf(target);
  return lines && { uri: target, range: lines.range(place) };
}

export function toEdits(edits: readonly Edit[], lines: Lines): TextEdit[] {
  return edits.map((edit) => ({ range: lines.range(edit), newText: edit.newText }));
}

/** Files that do not exist are made first: an editor refuses to edit what is not there. */
export function toWorkspaceEdit(
  edits: EditsByFile,
  linesOf: LinesOf,
  isMissing: (uri: string) => boolean = () => false,
): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const [uri, some] of Object.entries(edits)) {
    const lines = linesOf(uri);
    if (lines) changes[uri] = toEdits(some, lines);
  }
  const missing = Object.keys(changes).filter(isMissing);
  if (missing.length === 0) return { changes };
  return {
    documentChanges: [
      ...missing.map((uri) => ({
        kind: "create" as const,
        uri,
        options: { ignoreIfExists: true },
      })),
      ...Object.entries(changes).map(([uri, edits]) => ({
        textDocument: { uri, version: null },
        edits,
      })),
    ],
  };
}

export function toLink({ target, tooltip, ...span }: Link, lines: Lines): DocumentLink {
  return { range: lines.range(span), target, ...(tooltip ? { tooltip } : {}) };
}

export function toHint(
  { offset, label, tooltip, paddingLeft = false }: Hint,
  lines: Lines,
): InlayHint {
  const position = lines.position(offset);
  return { position, label, paddingLeft, ...(tooltip ? { tooltip } : {}) };
}

export function toLens(
  { title, command, arguments: values = [], ...span }: Lens,
  lines: Lines,
): CodeLens {
  return { range: lines.range(span), command: { title, command, arguments: [...values] } };
}
