// What is asked of the whole workspace: symbols of the opened documents.
import { SymbolInformation } from "vscode-languageserver-types";
import type { SymbolNode } from "./language.ts";
import type { Session } from "./session.ts";

/** The most symbols that one answer holds. */
const most = 300;

/** Symbols whose name contains the letters of the query in their order. */
export function workspaceSymbols(session: Session, query: string): SymbolInformation[] {
  const found: SymbolInformation[] = [];
  const wanted = query.toLowerCase();
  for (const document of session.documents.all()) {
    const { tree, lines } = document.parse();
    const context = { uri: document.uri, host: session.host(), settings: session.settings() };
    const visit = (node: SymbolNode, container?: string): void => {
      if (found.length < most && holdsInOrder(node.name.toLowerCase(), wanted))
        found.push(
          SymbolInformation.create(
            node.name,
            node.kind,
            lines.range(node.nameSpan),
            document.uri,
            container,
          ),
        );
      for (const child of node.children ?? []) visit(child, node.name);
    };
    for (const node of document.language.symbols?.(tree, context) ?? []) visit(node);
  }
  return found;
}

function holdsInOrder(name: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
