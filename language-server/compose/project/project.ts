// The project that a file belongs to, as Compose would load it: variables from `.env`, included
// and extended files, override files, merged by Compose's rules. Faults found on the way are
// kept with the document that holds their cause.
//
// `loadProject(document, uri, host)` gives the merged tree (`root`), whose nodes know where they
// were written (`node.source`), and `files`: the documents with their addresses.
import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import { type Complain, type Problem, problemAt, type SourceSpan } from "../problem.ts";
import { root as schemaRoot } from "../schema/schema.ts";
import { tellHardBlanks } from "../schema/unknown-key.ts";
import { checkSchema } from "../schema/walker.ts";
import { folderOf, nameOf, resolveUri } from "../uri.ts";
import { projectVariables } from "../variables/environment.ts";
import { interpolate, type Variables } from "../variables/interpolate-tree.ts";
import { parseTemplate, substitute } from "../variables/interpolation.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { tellFlattened } from "../yaml/flattened.ts";
import type { Source } from "../yaml/source.ts";
import { entriesAt, itemsAt, type MapNode, type Node, textAt } from "../yaml/tree.ts";
import { extendServices } from "./extends.ts";
import { includeFiles } from "./include.ts";
import { type Loader, type Loading, readCompose } from "./loader.ts";
import { judgedOver, mergeTrees, withoutResets } from "./merge.ts";
import type { ProjectChoice } from "./project-files.ts";

export interface Project {
  readonly uri: string;
  readonly name: string;
  /** The files that are laid over each other, in that order. */
  readonly addresses: readonly string[];
  /** The env files that its variables come from. */
  readonly envFiles: readonly string[];
  /** Relative paths start here. */
  readonly folder: string;
  readonly document: ComposeDocument;
  /** The merged project; missing when no file could be read. */
  readonly root: MapNode | undefined;
  /** The documents that were read, by address. */
  readonly files: ReadonlyMap<string, ComposeDocument>;
  /** Profiles that are switched on; `*` is all. */
  readonly profiles: readonly string[];
  readonly variables: Variables;
  /** Where a document was asked for: by `extends` or `include`. */
  readonly via: ReadonlyMap<Source, SourceSpan>;
  /** The folders that paths in a document are relative to, where it is not `folder`. */
  readonly folders: ReadonlyMap<Source, string>;
  readonly problems: readonly Problem[];
  /** A file could not be read to its end or found, so what is missing may exist. */
  readonly incomplete: boolean;
}

/** Loads a file with what it needs, alone or among the files of a project. */
export function loadProject(
  document: ComposeDocument,
  uri: string,
  host: Host,
  choice: ProjectChoice = {},
): Project {
  const { files: addresses = [uri] } = choice;
  const problems: Problem[] = [];
  const complain: Complain = (...problem) => problems.push(problemAt(...problem));
  const complainAtTop = (code: string, message: string) =>
    complain(
      code,
      { source: document.source, start: 0, end: Math.min(1, document.text.length) },
      message,
    );
  const files = new Map([[uri, document]]);
  const loader: Loader = {
    host,
    files,
    via: new Map(),
    folders: new Map(),
    problems,
    complain,
    incomplete: false,
    load: (loading, base) => loadFile(loader, loading, base),
  };
  const folder = choice.folder ?? folderOf(addresses[0] ?? uri);
  const envFiles = choice.envFiles ?? [resolveUri(folder, ".env")];
  const given = projectVariables(host, envFiles, complainAtTop);
  const variables: Variables = {
    value: (name) => given.value(name) ?? (name === projectNameVariable ? names.name : undefined),
  };
  const names = { name: choice.name ?? given.value(projectNameVariable) };
  let root: MapNode | undefined;
  for (const address of addresses) {
    const other = readCompose(loader, address);
    if (!other) {
      if (host.files.read(address) === null)
        complainAtTop(
          "MissingFile",
          t("COMPOSE_FILE names {0}, which is not there.", nameOf(address)),
        );
      loader.incomplete = true;
      continue;
    }
    // Compose fills in the name before anything else.
    names.name ??= normalName(nameIn(other, given) ?? "") || defaultName(folder);
    root = loadFile(
      loader,
      { uri: address, folder, document: other, variables, chain: [address] },
      root,
    );
  }
  return {
    uri,
    name: names.name ?? defaultName(folder),
    addresses,
    envFiles,
    folder,
    document,
    root,
    profiles: choice.profiles ?? profilesIn(variables.value("COMPOSE_PROFILES")),
    files: loader.files,
    variables,
    via: loader.via,
    folders: loader.folders,
    problems,
    incomplete: loader.incomplete,
  };
}

const projectNameVariable = "COMPOSE_PROJECT_NAME";

/** The project's name where a file gives it. */
function nameIn({ documents }: ComposeDocument, variables: Variables): string | undefined {
  let found: string | undefined;
  for (const tree of documents) {
    const text = textAt(tree, "name");
    if (text) found = substitute(parseTemplate(text), variables.value) || found;
  }
  return found;
}

/** The folder's name, as far as a project may bear it. */
function defaultName(folder: string): string {
  return normalName(nameOf(folder.slice(0, -1)));
}

/** What Compose makes of a name that it did not get from a file. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "")
    .replace(/^[_-]+/, "");
}

function profilesIn(list: string | undefined): readonly string[] {
  return (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Whether a service runs with the profiles that are switched on. */
export function isEnabled({ profiles: active }: Pick<Project, "profiles">, service: Node): boolean {
  if (service.kind !== "map" || !service.entries.has("profiles")) return true;
  const profiles = itemsAt(service, "profiles").map((item) => textAt(item) ?? "");
  return (
    profiles.length === 0 ||
    active.includes("*") ||
    profiles.includes("") ||
    profiles.some((profile) => active.includes(profile))
  );
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
  const resets = [...loader.files.values()].some(({ text }) => text.includes("!reset"));
  const clean = merged && resets ? withoutResets(merged) : merged;
  const root = clean?.kind === "map" ? clean : merged;
  if (
    !document.broken &&
    !base &&
    // An included file may say nothing.
    loading.chain.length < 2 &&
    isEmpty(root) &&
    !loader.problems.some(({ source, severity }) => source === document.source && !severity)
  ) {
    const where = { source: document.source, start: 0, end: Math.min(1, document.text.length) };
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
    const message =
      tree.kind === "scalar" && tree.text.startsWith("docker run ")
        ? t('This is a command line; "Paste docker run as Service" turns it into a service.')
        : t('A Compose file must be a mapping with keys such as "services".');
    if (!loading.document.broken) loader.complain("WrongType", firstLine(tree), message);
    return below;
  }
  const filled = interpolate(tree, loading.variables, loader.complain);
  if (filled.kind !== "map") return below;
  const extended = extendServices(loader, loading, filled);
  const isOther =
    tellHardBlanks(entriesAt(extended), loader.complain) ||
    tellFlattened(extended, loader.complain);
  if (!isOther) checkSchema(judgedOver(extended, below), schemaRoot, loader.complain);
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
