// Highlight, definition, references, rename and linked editing: all read off the index of names.
import { DocumentHighlightKind } from "vscode-languageserver-types";
import type { EditsByFile, FeatureContext, Highlight, Link, Place } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { allContextSources, contextFolders, contextPath } from "../model/build-context.ts";
import { type ComposeUse, composeUses } from "../model/compose-uses.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageReferences } from "../model/stage-references.ts";
import { splitReference } from "../syntax/references.ts";
import { declarationOf, type Occurrence, occurrenceAt, occurrences, sameNames } from "./names.ts";

export function highlights(document: DockerfileDocument, offset: number): readonly Highlight[] {
  const same = sameNames(document, offset);
  if (same.length === 0) return sameImages(document, offset);
  return same.map(({ start, end, declares }) => ({
    start,
    end,
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** The other places that copy from the same image, or from a stage that there is not. */
function sameImages(document: DockerfileDocument, offset: number): readonly Highlight[] {
  const references = document.derive(stageReferences).filter(({ target }) => !target);
  const at = references.find(({ start, end }) => start <= offset && offset <= end);
  return references
    .filter(({ name }) => name === at?.name)
    .map(({ start, end }) => ({ start, end, kind: DocumentHighlightKind.Read }));
}

export function definitions(document: DockerfileDocument, offset: number): readonly Place[] {
  const found = declarationOf(document, offset);
  return found ? [{ start: found.start, end: found.end }] : [];
}

export function references(
  document: DockerfileDocument,
  offset: number,
  context: FeatureContext,
  withDeclaration: boolean,
): readonly Place[] {
  const own = sameNames(document, offset)
    .filter(({ declares }) => withDeclaration || !declares)
    .map(({ start, end }) => ({ start, end }));
  const elsewhere = usesElsewhere(document, offset, context);
  return [...own, ...elsewhere.map(({ uri, start, end }) => ({ uri, start, end }))];
}

/** What Compose files call a stage, or an ARG that is declared for the whole file or for one stage. */
function usesElsewhere(
  document: DockerfileDocument,
  offset: number,
  context: FeatureContext,
): readonly ComposeUse[] {
  const at = occurrenceAt(document, offset);
  if (!at || at.kind === "heredoc") return [];
  const same = (one: string, other: string) =>
    at.kind === "stage" ? one.toLowerCase() === other.toLowerCase() : one === other;
  if (at.kind === "variable") {
    const declared = document
      .derive(occurrences)
      .filter((one) => one.declares && one.kind === "variable" && one.name === at.name);
    const isArg = declared.some(({ instruction }) => instruction.keyword === "ARG");
    // Of several scopes each takes the value that Compose gives.
    if (!isArg || declared.some(({ key }) => key !== at.key)) return [];
  }
  return composeUses(context).filter(({ kind, name }) => kind === at.kind && same(name, at.name));
}

export function renameable(document: DockerfileDocument, offset: number): Span | undefined {
  const found = occurrenceAt(document, offset);
  // `$?` and the like belong to the shell.
  if (found?.kind === "variable" && !/^[\p{L}_]/u.test(found.name)) return undefined;
  return found && { start: found.start, end: found.end };
}

/** What BuildKit takes as a name; another would break each of its places. */
const possibleNames: Readonly<Record<Occurrence["kind"], RegExp>> = {
  stage: /^[a-z][\w.-]*$/i,
  variable: /^[a-z_]\w*$/i,
  heredoc: /^[^\s"'<]+$/,
};

/** The edits of all places, those in Compose files too; none if nothing can have the new name. */
export function rename(
  document: DockerfileDocument,
  offset: number,
  newName: string,
  context: FeatureContext,
): EditsByFile | undefined {
  const places = sameNames(document, offset);
  const [first] = places;
  if (!first || !possibleNames[first.kind].test(newName)) return undefined;
  const edits: Record<string, Edit[]> = {
    [context.uri]: places.map(({ start, end }) => ({ start, end, newText: newName })),
  };
  for (const { uri, start, end } of usesElsewhere(document, offset, context)) {
    edits[uri] ??= [];
    edits[uri].push({ start, end, newText: newName });
  }
  return edits;
}

export function linked(document: DockerfileDocument, offset: number): readonly Span[] {
  const places = sameNames(document, offset);
  return places[0]?.kind === "heredoc" ? places.map(({ start, end }) => ({ start, end })) : [];
}

/** Base images lead to their pages, files that are copied to themselves. */
export function links(document: DockerfileDocument, context: FeatureContext): readonly Link[] {
  return [...imageLinks(document), ...fileLinks(document, context)];
}

/** Each costs a look at the disk. */
const mostFiles = 200;

function fileLinks(document: DockerfileDocument, context: FeatureContext): readonly Link[] {
  const sources = allContextSources(document).slice(0, mostFiles);
  const folders = sources.length > 0 ? contextFolders(context) : [];
  return sources.flatMap((source) => {
    const path = encodeURI(contextPath(source));
    const target = folders
      .map((folder) => `${folder}/${path}`)
      .find((uri) => path !== "" && context.host.files.kind(uri) === "file");
    return target ? [{ start: source.start, end: source.end, target }] : [];
  });
}

function imageLinks(document: DockerfileDocument): readonly Link[] {
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
