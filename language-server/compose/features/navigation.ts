// Highlight, definition, references and rename: read off the index of names of a file, of the files
// of its project, of `.env` and of the Dockerfiles behind `build`.
import { DocumentHighlightKind } from "vscode-languageserver-types";
import { sameNames } from "../../dockerfile/features/names.ts";
import { type DockerfileDocument, parseDockerfile } from "../../dockerfile/model/document.ts";
import type { EditsByFile, FeatureContext, Highlight, Place } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { addressOf } from "../project/loader.ts";
import { folderOf } from "../uri.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { links } from "./links.ts";
import type { Name } from "./name.ts";
import { nameAt, namesIn } from "./names.ts";
import { extendingFiles, filesOf, projectFiles } from "./related.ts";
import { buildPlaces } from "./service-text.ts";
import { switchedOn, variableNamed } from "./variables.ts";

export function highlights(
  document: ComposeDocument,
  offset: number,
  context: FeatureContext,
): readonly Highlight[] {
  const found = nameAt(document, offset);
  if (!found || isLost(found, context)) return [];
  return namesIn(document)
    .filter(({ key }) => key === found.key)
    .map(({ start, end, declares }) => ({
      start,
      end,
      kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

/** A service of a file that is not there. */
function isLost({ file }: Name, { uri, host }: FeatureContext): boolean {
  const address = file === undefined ? undefined : addressOf(folderOf(uri), file);
  return file !== undefined && (!address || host.files.kind(address) !== "file");
}

export function definitions(
  document: ComposeDocument,
  offset: number,
  context: FeatureContext,
): readonly Place[] {
  const found = nameAt(document, offset);
  if (!found) return linkedFile(document, offset, context);
  if (found.kind === "variable") return variablePlace(found, context);
  if (found.kind === "stage" || found.kind === "argument") return dockerfilePlaces(found, context);
  const own = namesIn(document).filter(({ declares, key }) => declares && key === found.key);
  if (own.length > 0 || found.kind === "anchor") return own.map(spanOf).slice(0, 1);
  return places(document, found, context)
    .filter(({ declares }) => declares)
    .map(placeOf);
}

/** The file that a path names. */
function linkedFile(
  document: ComposeDocument,
  offset: number,
  context: FeatureContext,
): readonly Place[] {
  const link = links(document, context).find(({ start, end }) => start <= offset && offset <= end);
  const isFile = link && context.host.files.kind(link.target) === "file";
  return isFile ? [{ uri: link.target, start: 0, end: 0 }] : [];
}

function variablePlace({ name }: Name, context: FeatureContext): readonly Place[] {
  const place = variableNamed(name, context)?.place;
  return place ? [place] : [];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function placeOf({ start, end, uri }: PlacedName): Place {
  return { start, end, uri };
}

interface PlacedName extends Name {
  readonly uri: string;
}

/** All places in the project that name the same thing. */
function places(
  document: ComposeDocument,
  found: Name,
  context: FeatureContext,
): readonly PlacedName[] {
  const { uri } = context;
  const inFile = (address: string, one: ComposeDocument, fits: (name: Name) => boolean) =>
    namesIn(one)
      .filter(fits)
      .map((name) => ({ ...name, uri: address }));
  if (found.kind === "anchor") return inFile(uri, document, ({ key }) => key === found.key);
  const isSame = ({ kind, name }: Name) => kind === found.kind && name === found.name;
  const target = found.file === undefined ? undefined : addressOf(folderOf(uri), found.file);
  const files =
    found.file === undefined
      ? projectFiles(document, context)
      : target
        ? filesOf(target, context)
        : new Map<string, ComposeDocument>();
  const dockerfile = dockerfileUri(found, uri);
  const all = [...files].flatMap(([address, one]) =>
    inFile(
      address,
      one,
      (name) =>
        isSame(name) && name.file === undefined && dockerfileUri(name, address) === dockerfile,
    ),
  );
  if (found.kind !== "services") return all;
  for (const [address, one] of new Map([[uri, document], ...extendingFiles(files, context)])) {
    const reaches = (name: Name) => {
      const file = name.file === undefined ? undefined : addressOf(folderOf(address), name.file);
      return isSame(name) && file !== undefined && files.has(file);
    };
    all.push(...inFile(address, one, reaches));
  }
  return all;
}

/** The Dockerfile that a stage or argument belongs to; nothing for other names. */
function dockerfileUri({ build }: Name, uri: string): string | undefined {
  return buildPlaces(build, folderOf(uri))?.dockerfile;
}

export function references(
  document: ComposeDocument,
  offset: number,
  context: FeatureContext,
  withDeclaration: boolean,
): readonly Place[] {
  const found = nameAt(document, offset);
  if (!found) return [];
  const all = places(document, found, context)
    .filter(({ declares }) => withDeclaration || !declares)
    .map(placeOf);
  const elsewhere = withDeclaration ? outside(found, context) : [];
  return [...all, ...elsewhere];
}

/** Places that are in no Compose file: in `.env`, or in a Dockerfile. */
function outside(found: Name, context: FeatureContext): readonly Place[] {
  if (found.kind === "variable") return variablePlace(found, context);
  if (found.kind === "profile") return switchedOn(found, context);
  if (found.kind !== "stage" && found.kind !== "argument") return [];
  const dockerfile = dockerfileBehind(found, context);
  if (!dockerfile) return [];
  const { document, uri } = dockerfile;
  return namedBehind(found, document).flatMap(({ start }) =>
    sameNames(document, start).map((same) => ({ ...spanOf(same), uri })),
  );
}

function dockerfileBehind({ build }: Name, { uri, host }: FeatureContext) {
  const places = buildPlaces(build, folderOf(uri));
  const text = places && host.files.read(places.dockerfile);
  return typeof text === "string"
    ? { uri: places?.dockerfile ?? "", document: parseDockerfile(text) }
    : undefined;
}

function stagePlace({ name }: Name, { stages }: DockerfileDocument): Span | undefined {
  const wanted = name.toLowerCase();
  return stages.find((stage) => stage.name?.text.toLowerCase() === wanted)?.name;
}

/** The stage or the ARGs that a name under `build` means. */
function dockerfilePlaces(found: Name, context: FeatureContext): readonly Place[] {
  const dockerfile = dockerfileBehind(found, context);
  if (!dockerfile) return [];
  const { document, uri } = dockerfile;
  return namedBehind(found, document).map((span) => ({ ...spanOf(span), uri }));
}

function namedBehind(found: Name, document: DockerfileDocument): readonly Span[] {
  if (found.kind === "stage") return [stagePlace(found, document) ?? []].flat();
  return document
    .byKeyword("ARG")
    .flatMap(({ pairs }) => pairs.map(({ key }) => key))
    .filter(({ text }) => text === found.name);
}

export function renameable(
  document: ComposeDocument,
  offset: number,
  context: FeatureContext,
): Span | undefined {
  const found = nameAt(document, offset);
  return !found || isLost(found, context) ? undefined : spanOf(found);
}

/** The edits of all files; the new name is taken as it is. */
export function rename(
  document: ComposeDocument,
  offset: number,
  newText: string,
  context: FeatureContext,
): EditsByFile | undefined {
  const found = nameAt(document, offset);
  if (!found || !renameable(document, offset, context)) return undefined;
  const edits: Record<string, Edit[]> = {};
  const seen = new Set<string>();
  for (const { start, end, uri = context.uri } of [
    ...places(document, found, context).map(placeOf),
    ...outside(found, context),
  ]) {
    const place = `${uri} ${start}`;
    if (seen.has(place)) continue;
    seen.add(place);
    edits[uri] = [...(edits[uri] ?? []), { start, end, newText }];
  }
  return edits;
}
