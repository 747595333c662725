// What the parts of the project loader share: the files read so far and the faults found.
import type { Host } from "../../host.ts";
import type { Complain, Problem, SourceSpan } from "../problem.ts";
import { resolveUri } from "../uri.ts";
import type { Variables } from "../variables/interpolate-tree.ts";
import { type ComposeDocument, parseCompose } from "../yaml/document.ts";
import type { Source } from "../yaml/source.ts";
import type { MapNode } from "../yaml/tree.ts";

/** What the parts of the loader share. */
export interface Loader {
  readonly host: Host;
  readonly files: Map<string, ComposeDocument>;
  readonly problems: Problem[];
  readonly complain: Complain;
  /** Where a document was asked for: by `extends` or `include`. */
  readonly via: Map<Source, SourceSpan>;
  /** The folders that paths in a document are relative to, where it is not the project's. */
  readonly folders: Map<Source, string>;
  incomplete: boolean;
  /** The tree of a file laid over `base`; here, as included files are loaded like the first one. */
  load(loading: Loading, base: MapNode | undefined): MapNode | undefined;
}

/** What one file is loaded with. */
export interface Loading {
  readonly uri: string;
  readonly folder: string;
  readonly document: ComposeDocument;
  readonly variables: Variables;
  /** Addresses of the files that include this one, for cycles. */
  readonly chain: readonly string[];
}

/** A file of the project, read once; undefined when it is not there. */
export function readCompose(loader: Loader, uri: string): ComposeDocument | undefined {
  const known = loader.files.get(uri);
  if (known) return known;
  const text = loader.host.files.read(uri);
  if (typeof text !== "string") return undefined;
  const document = parseKept(uri, text);
  loader.files.set(uri, document);
  return document;
}

const parsed = new Map<string, ComposeDocument>();
const mostParsed = 64;

/** The document of a text, kept while the file has the same. */
export function parseKept(uri: string, text: string): ComposeDocument {
  const known = parsed.get(uri);
  if (known?.text === text) return known;
  const document = parseCompose(text, known);
  parsed.delete(uri);
  parsed.set(uri, document);
  const [oldest] = parsed.keys();
  if (parsed.size > mostParsed && oldest !== undefined) parsed.delete(oldest);
  return document;
}

/** A path of a Compose file as an address; undefined for those on other machines. */
export function addressOf(folder: string, path: string): string | undefined {
  return remote.test(path) ? undefined : resolveUri(folder, path);
}

/** What Compose fetches; any other address is a path for it. */
const remote = /^(?:oci|git|ssh):\/\/|^git@|^github\.com\/|^https?:\/\/[^/]+\/.*\.git(?:#|$)/;
