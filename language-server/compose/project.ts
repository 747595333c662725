// The project that a file belongs to, as Compose would load it: variables from `.env`, included
// and extended files, override files, merged by Compose's rules. Faults found on the way are
// kept with the document that holds their cause.
//
// `loadProject(document, uri, host)` gives the merged tree (`root`), whose nodes know where they
// were written (`node.source`), and `files`: the documents with their addresses.
import type { Host } from "../host.ts";
import { t } from "../l10n.ts";
import { type ComposeDocument, parseCompose } from "./document.ts";
import { projectVariables } from "./environment.ts";
import { extendServices } from "./extends.ts";
import { includeFiles } from "./include.ts";
import { interpolate, type Variables } from "./interpolate-tree.ts";
import { type Loader, type Loading, readCompose } from "./loader.ts";
import { mergeTrees, withoutResets } from "./merge.ts";
import type { Complain, Problem, SourceSpan } from "./problem.ts";
import { root as schemaRoot } from "./schema/schema.ts";
import { checkSchema } from "./schema/walker.ts";
import type { MapNode, Node } from "./tree.ts";
import { folderOf } from "./uri.ts";

export interface Project {
  readonly uri: string;
  /** Relative paths start here. */
  readonly folder: string;
  readonly document: ComposeDocument;
  /** The merged project; missing when no file could be read. */
  readonly root: MapNode | undefined;
  /** The documents that were read, by address. */
  readonly files: ReadonlyMap<string, ComposeDocument>;
  readonly variables: Variables;
  /** Where a document was asked for: by `extends` or `include`. */
  readonly via: ReadonlyMap<ComposeDocument, SourceSpan>;
  readonly problems: readonly Problem[];
  /** A file could not be read to its end or found, so what is missing may exist. */
  readonly incomplete: boolean;
}

/** Loads a file with what it needs. `over`: files that are laid over it, in order; `below`: one that it is laid over. */
export function loadProject(
  document: ComposeDocument,
  uri: string,
  host: Host,
  over: readonly string[] = [],
  below?: { readonly uri: string; readonly text: string },
): Project {
  const problems: Problem[] = [];
  const complain: Complain = (code, { source, start, end }, message, more) => {
    problems.push({ code, source, start, end, message, ...more });
  };
  const files = new Map([[uri, document]]);
  const loader: Loader = {
    host,
    files,
    via: new Map(),
    problems,
    complain,
    incomplete: false,
    load: (loading, base) => loadFile(loader, loading, base),
  };
  const folder = folderOf(uri);
  const variables = projectVariables(host, folder, (message) =>
    complain(
      "EnvFile",
      { source: document, start: 0, end: Math.min(1, document.text.length) },
      message,
    ),
  );
  const base = below && parseCompose(below.text);
  if (base) files.set(below.uri, base);
  const bottom =
    base &&
    loadFile(
      loader,
      { uri: below.uri, folder, document: base, variables, chain: [below.uri] },
      undefined,
    );
  let root = loadFile(loader, { uri, folder, document, variables, chain: [uri] }, bottom);
  for (const address of over) {
    const other = readCompose(loader, address);
    if (other)
      root = loadFile(
        loader,
        { uri: address, folder, document: other, variables, chain: [address] },
        root,
      );
  }
  return {
    uri,
    folder,
    document,
    root,
    files: loader.files,
    variables,
    via: loader.via,
    problems,
    incomplete: loader.incomplete,
  };
}

/** The tree of a file, its YAML documents merged, laid over `base`. */
function loadFile(
  loader: Loader,
  loading: Loading,
  base: MapNode | undefined,
): MapNode | undefined {
  const { document } = loading;
  loader.problems.push(...document.problems);
  loader.incomplete ||= document.broken;
  let merged = base;
  for (const tree of document.documents) merged = layOver(loader, loading, merged, tree);
  const clean = merged && withoutResets(merged);
  const root = clean?.kind === "map" ? clean : merged;
  if (
    !document.broken &&
    !base &&
    isEmpty(root) &&
    !loader.problems.some(({ source, severity }) => source === document && !severity)
  ) {
    const where = { source: document, start: 0, end: Math.min(1, document.text.length) };
    loader.complain(
      "EmptyFile",
      where,
      t("This file has no services; Compose refuses an empty file."),
    );
  }
  return root;
}

function isEmpty(root: MapNode | undefined): boolean {
  return !root || [...root.entries.keys()].every((key) => key === "version" || key === "include");
}

function layOver(
  loader: Loader,
  loading: Loading,
  below: MapNode | undefined,
  tree: Node,
): MapNode | undefined {
  if (tree.kind !== "map") {
    const message = t('A Compose file must be a mapping with keys such as "services".');
    if (!loading.document.broken) loader.complain("WrongType", firstLine(tree), message);
    return below;
  }
  const filled = interpolate(tree, loading.variables, loader.complain);
  if (filled.kind !== "map") return below;
  const extended = extendServices(loader, loading, filled, below);
  checkSchema(extended, schemaRoot, loader.complain);
  const included = includeFiles(loader, loading, extended);
  const next = below ? mergeTrees(below, included, loader.complain) : included;
  return next.kind === "map" ? next : below;
}

function firstLine(node: SourceSpan): SourceSpan {
  const { lines } = node.source;
  const { end } = lines.line(lines.lineAt(node.start));
  return {
    source: node.source,
    start: node.start,
    end: Math.min(node.end, Math.max(end, node.start)),
  };
}
