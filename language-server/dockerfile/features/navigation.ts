// Highlight, definition, references, rename and linked editing: all read off the index of names.
import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { EditsByFile, FeatureContext, Highlight, Link, Place } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../document.ts";
import { splitReference } from "../references.ts";
import { declarationOf, occurrenceAt, sameNames } from "./names.ts";

export function highlights(document: DockerfileDocument, offset: number): readonly Highlight[] {
  return sameNames(document, offset).map(({ start, end, declares }) => ({
    start,
    end,
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

export function definitions(document: DockerfileDocument, offset: number): readonly Place[] {
  const found = declarationOf(document, offset);
  return found ? [{ start: found.start, end: found.end }] : [];
}

export function references(
  document: DockerfileDocument,
  offset: number,
  _context: FeatureContext,
  withDeclaration: boolean,
): readonly Place[] {
  return sameNames(document, offset)
    .filter(({ declares }) => withDeclaration || !declares)
    .map(({ start, end }) => ({ start, end }));
}

export function renameable(document: DockerfileDocument, offset: number): Span | undefined {
  const found = occurrenceAt(document, offset);
  return found && { start: found.start, end: found.end };
}

/** The edits of all places; the new name is taken as it is. */
export function rename(
  document: DockerfileDocument,
  offset: number,
  newName: string,
  { uri }: FeatureContext,
): EditsByFile | undefined {
  const places = sameNames(document, offset);
  if (places.length === 0) return undefined;
  return { [uri]: places.map(({ start, end }) => ({ start, end, newText: newName })) };
}

export function linked(document: DockerfileDocument, offset: number): readonly Span[] {
  const places = sameNames(document, offset);
  return places[0]?.kind === "heredoc" ? places.map(({ start, end }) => ({ start, end })) : [];
}

/** Base images, linked to their pages. */
export function links(document: DockerfileDocument): readonly Link[] {
  return document.stages.flatMap(({ base, parent }) => {
    if (!base || parent || base.text.includes("$") || base.text === "scratch") return [];
    const { name } = splitReference(base.text);
    const target = imagePage(name);
    return target ? [{ start: base.start, end: base.start + name.length, target }] : [];
  });
}

/** The page of an image at its registry; `undefined` for a registry without pages that we know. */
export function imagePage(name: string): string | undefined {
  const [first = "", ...rest] = name.split("/");
  const path = rest.join("/");
  if (first === "quay.io") return `https://quay.io/repository/${path}`;
  if (first === "ghcr.io")
    return `https://github.com/${path.split("/").slice(0, 2).join("/")}/pkgs/container/${path.split("/").slice(1).join("%2F")}`;
  if (first === "mcr.microsoft.com") return `https://mcr.microsoft.com/artifact/mar/${path}`;
  if (first === "docker.io") return imagePage(path.replace(/^library\//, ""));
  if (rest.length > 0 && /[.:]|^localhost$/.test(first)) return undefined;
  return rest.length === 0
    ? `https://hub.docker.com/_/${name}/`
    : `https://hub.docker.com/r/${name}/`;
}
