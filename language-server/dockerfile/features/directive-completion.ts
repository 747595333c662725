// Completion of what stands behind a `#`: directives with their values, and pragmas of linters
// with the names of rules.
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Completion } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { rules } from "../rules/index.ts";
import { directiveDoc } from "./hover.ts";

const PRAGMAS = ["hadolint ignore=", "hadolint global ignore=", "hadolint shell=", "check=skip="];

/** The text behind the `#` up to the cursor, in which no `=` stands yet. */
export function completeComment(
  document: DockerfileDocument,
  offset: number,
  typed: string,
): readonly Completion[] {
  const span = { start: offset - typed.length, end: offset };
  const pragmas = PRAGMAS.map((label) => ({
    ...item(label, span, CompletionItemKind.Snippet),
    again: true,
  }));
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
      again: true,
    }));
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  escape: ["`", "\\"],
  syntax: ["docker/dockerfile:1", "docker/dockerfile:1-labs"],
  check: ["skip=", "error=true", "experimental="],
  "hadolint shell": ["/bin/bash", "/bin/sh", "powershell"],
};

export function directiveValues(before: string, offset: number): readonly Completion[] {
  const list = /#\s*(hadolint(?:\s+\w+)?\s+ignore|check)\s*=(?:.*[=,\s])?(\w*)$/.exec(before);
  if (list && (list[1] !== "check" || /(?:skip|experimental)=[\w,]*$/.test(before))) {
    const place = { start: offset - (list[2] ?? "").length, end: offset };
    const all = /skip=\w*$/.test(before) ? [item("all", place, CompletionItemKind.EnumMember)] : [];
    return [...ruleNames(list[1] !== "check", place), ...all];
  }
  const [, name = "", typed = ""] = /^\s*#\s*(\w+(?: \w+)?)\s*=\s*(\S*)$/.exec(before) ?? [];
  const span = { start: offset - typed.length, end: offset };
  return (VALUES[name.toLowerCase()] ?? []).map((value) => item(value, span));
}

/** Those that the comment's linter knows; a comment for BuildKit may name ours. */
function ruleNames(forHadolint: boolean, span: Span): readonly Completion[] {
  return rules.flatMap(({ code, aliases }) =>
    [code, ...aliases]
      .filter((name) => /^(?:DL|SC)\d{4}$/.test(name) === forHadolint)
      .map((name) => item(name, span, CompletionItemKind.EnumMember)),
  );
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
