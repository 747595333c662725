// `include`: whole projects of other files put into this one. Their names must not clash.
import { t } from "../../l10n.ts";
import type { Problem } from "../problem.ts";
import { folderOf, nameOf, resolveUri } from "../uri.ts";
import { moreVariables, readEnvFile } from "../variables/environment.ts";
import {
  type Entry,
  entriesAt,
  itemsAt,
  type MapNode,
  type Node,
  type ScalarNode,
  textAt,
} from "../yaml/tree.ts";
import { addressOf, type Loader, type Loading, readCompose } from "./loader.ts";

/** The file with what it includes, `include` itself taken out. */
export function includeFiles(loader: Loader, loading: Loading, root: MapNode): MapNode {
  const include = root.entries.get("include");
  if (!include || (include.value.kind === "scalar" && include.value.value === null)) return root;
  const entries = new Map(root.entries);
  entries.delete("include");
  const own: MapNode = { ...root, entries };
  if (include.value.kind !== "list") {
    loader.complain("WrongType", include.value, t('"include" must be a list of files.'), {
      fixes: () => listFix(include.value),
    });
    return own;
  }
  let merged: MapNode = own;
  for (const item of include.value.items) merged = includeItem(loader, loading, merged, item);
  return merged;
}

function listFix(value: Node) {
  if (value.kind !== "scalar") return [];
  return [
    {
      title: t("Make it a list"),
      edits: [
        { start: value.start, end: value.start, newText: "[" },
        { start: value.end, end: value.end, newText: "]" },
      ],
      safe: true,
    },
  ];
}

function includeItem(loader: Loader, loading: Loading, root: MapNode, item: Node): MapNode {
  const paths =
    item.kind === "scalar"
      ? [item].filter(({ value }) => value !== null)
      : itemsAt(item, "path").filter((path): path is ScalarNode => path.kind === "scalar");
  checkShape(loader, item);
  const folder = textAt(item, "project_directory");
  const envFiles = itemsAt(item, "env_file").filter(
    (file): file is ScalarNode => file.kind === "scalar",
  );
  const environment = envFiles.flatMap((file) => envFile(loader, loading, file));
  let loaded: MapNode | undefined;
  for (const path of paths) {
    const uri = path.uncertain ? undefined : addressOf(loading.folder, path.text);
    if (!uri) {
      loader.incomplete = true;
      continue;
    }
    const start = folder === undefined ? folderOf(uri) : resolveUri(loading.folder, `${folder}/`);
    const plain = moreVariables(
      loader.host,
      environment.length > 0 ? environment : [resolveUri(start, ".env")],
      loading.variables,
    );
    loaded =
      includePath(loader, { ...loading, uri, folder: start, variables: plain }, path, loaded) ??
      loaded;
  }
  if (item.kind === "map" && paths.length === 0)
    loader.complain("MissingKey", item, t('"{0}" is missing here.', "path"), {
      severity: "warning",
    });
  return loaded ? joined(loader, loading, root, loaded, paths[0] ?? item) : root;
}

/** What Compose's reader of `include` refuses; the schema is not asked. */
function checkShape({ complain }: Loader, item: Node): void {
  if (item.kind === "list")
    complain("WrongType", item, t('"{0}" must be {1} here.', "include", t("text")));
  for (const { key, value } of entriesAt(item))
    for (const part of notTexts(key, value))
      complain("WrongType", part, t('"{0}" must be {1} here.', key, t("text")));
}

function notTexts(key: string, value: Node): readonly Node[] {
  if (key === "project_directory")
    return value.kind !== "scalar" || typeof value.value === "boolean" ? [value] : [];
  if (key !== "path" && key !== "env_file") return [];
  return (value.kind === "list" ? value.items : [value]).filter(({ kind }) => kind !== "scalar");
}

function envFile(loader: Loader, loading: Loading, file: ScalarNode): readonly string[] {
  const uri = resolveUri(loading.folder, file.text);
  const kind = loader.host.files.kind(uri);
  if (kind === null && file.text !== "/dev/null")
    loader.complain("MissingFile", file, t("There is no file {0}.", file.text));
  if (kind === "folder")
    loader.complain("MissingFile", file, t("{0} is a folder, not an env file.", file.text));
  const error = kind === "file" && readEnvFile(loader.host, uri, loading.variables.value)?.error;
  if (error)
    loader.complain(
      error.wantsValue ? "RequiredVariable" : "EnvFile",
      file,
      t("Compose cannot read {0}, line {1}: {2}.", file.text, error.line, error.message),
    );
  return kind === "file" ? [uri] : [];
}

function includePath(
  loader: Loader,
  loading: Omit<Loading, "document">,
  path: ScalarNode,
  base: MapNode | undefined,
): MapNode | undefined {
  const { uri, chain } = loading;
  if (chain.includes(uri)) {
    loader.complain(
      "IncludeCycle",
      path,
      t(
        "These files include each other in a circle: {0}.",
        [...chain, uri].map(nameOf).join(" → "),
      ),
    );
    return undefined;
  }
  const document = readCompose(loader, uri);
  if (!document) {
    if (loader.host.files.read(uri) === null)
      loader.complain("MissingFile", path, t("There is no file {0}.", path.text));
    else loader.incomplete = true;
    return undefined;
  }
  if (!loader.via.has(document.source)) loader.via.set(document.source, path);
  if (!loader.folders.has(document.source)) loader.folders.set(document.source, loading.folder);
  const before = loader.problems.length;
  const loaded = loader.load({ ...loading, document, chain: [...chain, uri] }, base);
  reportHere(loader, loader.problems.slice(before), document.source, path);
  return loaded;
}

/** Faults of the included file stand in it; here one tells of them. */
function reportHere(
  loader: Loader,
  problems: readonly Problem[],
  own: Problem["source"],
  path: ScalarNode,
): void {
  const fault = problems.find(
    ({ source, severity }) => source === own && (severity ?? "error") === "error",
  );
  if (fault)
    loader.complain(
      "IncludedFault",
      path,
      t("{0} has an error: {1}", path.text, fault.message),
      {},
    );
}

const sections = ["services", "volumes", "networks", "secrets", "configs", "models"];

function joined(
  loader: Loader,
  { document }: Loading,
  root: MapNode,
  loaded: MapNode,
  where: Node,
): MapNode {
  const clash = ({ key, keySpan, source }: Entry) =>
    loader.complain(
      "IncludeConflict",
      source === document.source ? { ...keySpan, source } : where,
      t('An included file defines "{0}" differently.', key),
    );
  const entries = new Map(root.entries);
  for (const section of sections) {
    const theirs = loaded.entries.get(section);
    if (theirs?.value.kind !== "map") continue;
    const ours = entries.get(section);
    entries.set(
      section,
      ours?.value.kind === "map"
        ? { ...ours, value: joinedSection(clash, ours.value, theirs.value) }
        : theirs,
    );
  }
  return { ...root, entries };
}

function joinedSection(clash: (own: Entry) => void, ours: MapNode, theirs: MapNode): MapNode {
  const entries = new Map(ours.entries);
  for (const [name, entry] of theirs.entries) {
    const own = entries.get(name);
    if (!own) entries.set(name, entry);
    else if (!alike(own.value, entry.value)) clash(own);
  }
  return { ...ours, entries };
}

/** Whether two trees say the same. */
export function alike(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.kind === "scalar" && b.kind === "scalar") return a.value === b.value;
  if (a.kind === "list" && b.kind === "list")
    return (
      a.items.length === b.items.length &&
      a.items.every((item, index) => alikeMaybe(item, b.items[index]))
    );
  if (a.kind === "map" && b.kind === "map")
    return (
      a.entries.size === b.entries.size &&
      [...a.entries].every(([key, entry]) => alikeMaybe(entry.value, b.entries.get(key)?.value))
    );
  return false;
}

function alikeMaybe(a: Node, b: Node | undefined): boolean {
  return b !== undefined && alike(a, b);
}
