// Completion of what stands behind a `#`: directives with their values, and pragmas of linters.
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Completion } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { directiveDoc } from "./hover.ts";

export function completeComment(
  document: DockerfileDocument,
  offset: number,
  typed: string,
): readonly Completion[] {
  const span = { start: offset - typed.length, end: offset };
  const pragmas = ["hadolint ignore=", "check=skip="].map((label) =>
    item(label, span, CompletionItemKind.Snippet),
  );
  const first = document.instructions.every(({ span: at }) => at.start > offset);
  return [...(first ? directiveNames(document, span, typed, "") : []), ...pragmas];
}

export function directiveNames(
  document: DockerfileDocument,
  span: Span,
  typed: string,
  prefix: string,
): readonly Completion[] {
  return ["escape", "syntax", "check"]
    .filter(
      (name) =>
        startsLike(name, typed) &&
        !document.directives.some((one) => one.name === name && one.end < span.start),
    )
    .map((name) => ({
      ...item(name, span, CompletionItemKind.Keyword),
      insert: `${prefix}${name}=`,
      documentation: () => directiveDoc(name),
    }));
}

export function directiveValues(before: string, offset: number): readonly Completion[] {
  const [, name = "", typed = ""] = /^\s*#\s*(\w+)\s*=\s*(\S*)$/.exec(before) ?? [];
  const values: Readonly<Record<string, readonly string[]>> = {
    escape: ["`", "\\"],
    syntax: ["docker/dockerfile:1", "docker/dockerfile:1-labs"],
    check: ["skip=", "error=true", "experimental="],
  };
  const span = { start: offset - typed.length, end: offset };
  return (values[name.toLowerCase()] ?? []).map((value) => item(value, span));
}

export function item(
  label: string,
  span: Span,
  kind: CompletionItemKind = CompletionItemKind.Value,
): Completion {
  return { label, span, kind };
}

export function startsLike(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}
