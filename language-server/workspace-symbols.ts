// What is asked of the whole workspace: symbols of its Dockerfiles and Compose files, opened or not.
import type { SymbolInformation } from "vscode-languageserver-types";
import type { OpenDocument } from "./documents.ts";
import type { Host } from "./host.ts";
import type { SymbolNode } from "./language.ts";
import { contextOf, type Session } from "./session.ts";

/** The most symbols that one answer holds, and the most files and folders that are looked at. */
const most = { symbols: 300, files: 500, folders: 4000 };
/** Folders that hold what others have written, or what a build has made. */
const FOREIGN =
  /^(?:\.(?!devcontainer|docker|github)|node_modules|bower_components|vendor|target|dist|out|venv|__pycache__)/;

/** Symbols whose name contains the letters of the query in their order. */
export async function workspaceSymbols(
  session: Session,
  query: string,
): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  const wanted = query.toLowerCase();
  const visit = (document: OpenDocument) => {
    const { tree, lines } = document.parse();
    const context = contextOf(session, document.uri);
    const add = (node: SymbolNode, container?: string): void => {
      if (found.length < most.symbols && holdsInOrder(node.name.toLowerCase(), wanted))
        found.push({
          name: node.name,
          kind: node.kind,
          location: { uri: document.uri, range: lines.range(node.nameSpan) },
          ...(container === undefined ? {} : { containerName: container }),
        });
      for (const child of node.children ?? []) add(child, node.name);
    };
    const { names, symbols } = document.language;
    for (const node of (names ?? symbols)?.(tree, context) ?? []) add(node);
  };
  for (const document of session.documents.all()) visit(document);
  for await (const document of closedDocuments(session)) {
    if (found.length >= most.symbols) break;
    visit(document);
  }
  return found;
}

/** Files of the workspace that a language knows by their names. */
async function* closedDocuments({ documents, host }: Session): AsyncGenerator<OpenDocument> {
  const { files } = host();
  let left = most.files;
  for await (const uri of fileNames(host())) {
    if (documents.get(uri) || !documents.knows(uri)) continue;
    const text = files.read(uri);
    const document = text ? documents.make(uri, "", 0, text) : undefined;
    if (document) yield document;
    if (--left === 0) return;
  }
}

/** Folder by folder, the outer ones first; others may be served between them. */
async function* fileNames({ folders, files }: Host): AsyncGenerator<string> {
  const waiting = folders.map((folder) => folder.replace(/\/*$/, "/"));
  for (let looked = 0; looked < waiting.length && looked < most.folders; looked++) {
    const folder = waiting[looked] ?? "";
    for (const name of files.list(folder) ?? [])
      if (!name.endsWith("/")) yield folder + encodeURI(name);
      else if (!FOREIGN.test(name)) waiting.push(folder + encodeURI(name));
    if (looked % 20 === 19) await new Promise(setImmediate);
  }
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
