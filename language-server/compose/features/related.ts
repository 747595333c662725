// The files that a Compose file shares its names with: those that it includes, that include it,
// that are laid over it or under it; and those that extend its services.
import type { FeatureContext } from "../../language.ts";
import { memoized } from "../memo.ts";
import { addressOf, parseKept } from "../project/loader.ts";
import { folderOf, nameOf } from "../uri.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { entriesAt, itemsAt, textAt } from "../yaml/tree.ts";
import { partners } from "./outline.ts";

export type Files = ReadonlyMap<string, ComposeDocument>;

/** At most so many files are looked at for one question. */
const mostFiles = 60;

const includedPaths = memoized((document: ComposeDocument) =>
  document.documents.flatMap((root) =>
    itemsAt(root, "include").flatMap((item) =>
      item.kind === "scalar"
        ? [item.text]
        : itemsAt(item, "path").flatMap((path) => textAt(path) ?? []),
    ),
  ),
);

const extendedPaths = memoized((document: ComposeDocument) =>
  document.documents.flatMap((root) =>
    entriesAt(root, "services").flatMap(({ value }) => textAt(value, "extends", "file") ?? []),
  ),
);

/** The file with all that it includes or is merged with. */
function shared(
  document: ComposeDocument,
  uri: string,
  context: FeatureContext,
): Map<string, ComposeDocument> {
  const found = new Map([[uri, document]]);
  for (const [address, one] of found) {
    const paths = includedPaths(one).flatMap((path) => addressOf(folderOf(address), path) ?? []);
    for (const other of [...paths, ...partners({ ...context, uri: address })]) {
      const read = found.has(other) || found.size > mostFiles ? undefined : readAt(other, context);
      if (read) found.set(other, read);
    }
  }
  return found;
}

/** The document of a file; undefined when it is not there. */
export function readAt(uri: string, { host }: FeatureContext): ComposeDocument | undefined {
  const text = host.files.read(uri);
  return typeof text === "string" ? parseKept(uri, text) : undefined;
}

/** Compose files beside a file and in the folders above it, up to the workspace's. */
function neighbours({ uri, host }: FeatureContext): readonly string[] {
  const found: string[] = [];
  let folder = folderOf(uri);
  const inside = () => host.folders.some((root) => folder.startsWith(root.replace(/\/?$/, "/")));
  for (let up = 0; up < 4 && (up === 0 || inside()); up++) {
    for (const name of host.files.list(folder) ?? [])
      if (/compose[^/]*\.ya?ml$/i.test(name)) found.push(folder + encodeURIComponent(name));
    folder = folderOf(folder.slice(0, -1));
  }
  return found.slice(0, mostFiles);
}

/** All files of the project that a file belongs to, itself the first. */
export function projectFiles(document: ComposeDocument, context: FeatureContext): Files {
  const { uri, host } = context;
  const found = shared(document, uri, context);
  const name = nameOf(uri);
  for (const other of neighbours(context)) {
    const text = found.has(other) ? undefined : host.files.read(other);
    // Only a file that speaks of this one can include it.
    if (typeof text !== "string" || !text.includes(name)) continue;
    const theirs = shared(parseKept(other, text), other, context);
    if (theirs.has(uri))
      for (const [address, one] of theirs) if (address !== uri) found.set(address, one);
  }
  return found;
}

/** Files that extend services of the given ones. */
export function extendingFiles(files: Files, context: FeatureContext): Files {
  const found = new Map<string, ComposeDocument>();
  for (const other of new Set([...files.keys(), ...neighbours(context)])) {
    const one = files.get(other) ?? readAt(other, context);
    const targets = one ? extendedPaths(one).map((path) => addressOf(folderOf(other), path)) : [];
    if (one && targets.some((target) => target !== undefined && files.has(target)))
      found.set(other, one);
  }
  return found;
}

/** The project of another file, that `extends` names. */
export function filesOf(uri: string, context: FeatureContext): Files {
  const document = readAt(uri, context);
  return document ? shared(document, uri, context) : new Map();
}
