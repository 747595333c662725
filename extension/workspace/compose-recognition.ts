// Makes Compose documents of YAML files that are Compose files by their text, whatever their name: VS Code
// goes by the name alone, and knows neither `compose-dev.yml` nor the `stack.yml` of a tutorial.
import { basename } from "node:path/posix";
import { type Disposable, languages, Range, type TextDocument, workspace } from "vscode";
import { together } from "../disposables.ts";
import { isComposeText } from "./compose-text.ts";

/** More of a file is not read; Compose files of more lines have their services long before. */
const mostLines = 2000;

/** Looks at every YAML document once it is opened, and again when it is saved. */
export function recognizeComposeFiles(): Disposable {
  // A person who makes it YAML again means it.
  const recognized = new Set<string>();
  const look = (document: TextDocument) => {
    const key = document.uri.toString();
    if (recognized.has(key) || !isWanted(document)) return;
    const text = document.getText(new Range(0, 0, mostLines, 0));
    if (!isComposeText(basename(document.uri.path), text)) return;
    recognized.add(key);
    void languages.setTextDocumentLanguage(document, "dockercompose");
  };
  workspace.textDocuments.forEach(look);
  return together(workspace.onDidOpenTextDocument(look), workspace.onDidSaveTextDocument(look));
}

function isWanted(document: TextDocument): boolean {
  if (document.languageId !== "yaml" || document.uri.scheme !== "file") return false;
  const settings = workspace.getConfiguration("dockwright", document);
  return settings.get<boolean>("compose.recognize") ?? true;
}
