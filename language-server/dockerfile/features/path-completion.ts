// Paths of the build context for COPY and ADD, without what .dockerignore leaves out by name.
import { posix } from "node:path";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Completion, FeatureContext } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** The entries of the folder that is typed; nothing for sources that are not in the context. */
export function completePaths(
  document: DockerfileDocument,
  instruction: Instruction,
  word: Span,
  { uri, host }: FeatureContext,
): readonly Completion[] {
  if (instruction.flag("from")) return [];
  const typed = document.slice(word).replace(/^["[]+/, "");
  const slash = typed.lastIndexOf("/") + 1;
  const folder = typed.slice(0, slash);
  if (folder.startsWith("/") || folder.includes("..") || folder.includes("://")) return [];
  const context = posix.dirname(uri);
  const ignored = plainPatterns(host.files.read(`${context}/.dockerignore`) ?? "");
  const span = { start: word.end - typed.length + slash, end: word.end };
  return (host.files.list(`${context}/${folder}`) ?? [])
    .filter((name) => name !== ".git/" && !ignored.has(`${folder}${name}`.replace(/\/$/, "")))
    .map((name) => ({
      label: name,
      span,
      kind: name.endsWith("/") ? CompletionItemKind.Folder : CompletionItemKind.File,
      again: name.endsWith("/"),
    }));
}

/** Patterns that name one path; a file that wildcards leave out is still offered. */
function plainPatterns(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/\r?\n/)
      .map((line) =>
        line
          .trim()
          .replace(/^\.?\//, "")
          .replace(/\/$/, ""),
      )
      .filter((line) => line && !/^[#!]|[*?[]/.test(line)),
  );
}
