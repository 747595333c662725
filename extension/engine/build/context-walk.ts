// Walks a build context in the order that BuildKit wants, and gives what its patterns leave. Both
// ways of sending a context (file-sync.ts, context-tar.ts) use it.
import { type BigIntStats, lstatSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { type ContextPlace, linkTarget, onDisk, placesIn } from "./context-names.ts";
import { followLinks } from "./follow-links.ts";
import { type ParentMatch, PatternMatcher } from "./pattern-matcher.ts";

export interface ContextEntry extends ContextPlace {
  readonly stats: BigIntStats;
  /** Where a symbolic link leads. */
  readonly link?: Buffer;
  /** An entry before it that is the same file under another name (a hard link). */
  readonly sameAs?: ContextPlace;
}

/** Docker's patterns; empty lists leave everything. */
export interface ContextFilter {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Paths that are wanted with whatever their links lead to; they count as included. */
  readonly follow?: readonly string[];
}

interface Folder extends ContextEntry {
  readonly included: ParentMatch | undefined;
  readonly excluded: ParentMatch | undefined;
  readonly parent: Folder | undefined;
  given: boolean;
}

/**
 * Files, folders and links by byte order of their names, a folder before what is in it. A folder
 * that is not itself wanted comes too when something in it does.
 */
export async function* walkContext(
  root: string,
  filter: ContextFilter,
): AsyncGenerator<ContextEntry> {
  const followed = filter.follow?.length ? await followLinks(root, filter.follow) : undefined;
  const include = new PatternMatcher([...(filter.include ?? []), ...(followed ?? [])]);
  const exclude = new PatternMatcher(filter.exclude ?? []);
  const files = new HardLinks();
  for await (const entry of walkFolder(root, undefined, include, exclude)) yield files.seen(entry);
}

/** Tells which names are one file; BuildKit's own client does not on Windows, either. */
class HardLinks {
  readonly #firsts = new Map<string, ContextPlace>();

  seen(entry: ContextEntry): ContextEntry {
    const { path, bytes, stats } = entry;
    if (!stats.isFile() || stats.nlink < 2n || process.platform === "win32") return entry;
    const file = `${stats.dev} ${stats.ino}`;
    const sameAs = this.#firsts.get(file);
    if (sameAs) return { ...entry, sameAs };
    this.#firsts.set(file, bytes ? { path, bytes } : { path });
    return entry;
  }
}

async function* walkFolder(
  root: string,
  parent: Folder | undefined,
  include: PatternMatcher,
  exclude: PatternMatcher,
): AsyncGenerator<ContextEntry> {
  for await (const entry of entries(root, parent)) {
    const { path, stats } = entry;
    const included = include.isEmpty
      ? { matched: true, info: undefined }
      : include.match(path, parent?.included);
    const excluded = exclude.match(path, parent?.excluded);
    const given = included.matched && !excluded.matched;
    if (given) {
      yield* ungivenParents(parent);
      yield entry;
    }
    const inside =
      stats.isDirectory() &&
      (included.matched || include.mayMatchInside(path, false)) &&
      (!excluded.matched || exclude.mayMatchInside(path, true));
    if (!inside) continue;
    const folder = { ...entry, parent, included: included.info, excluded: excluded.info, given };
    yield* walkFolder(root, folder, include, exclude);
  }
}

function* ungivenParents(folder: Folder | undefined): Generator<ContextEntry> {
  if (!folder || folder.given) return;
  yield* ungivenParents(folder.parent);
  folder.given = true;
  yield folder;
}

/** How many files are looked at at a time. */
const BATCH = 64;

async function* entries(root: string, folder: Folder | undefined): AsyncGenerator<ContextEntry> {
  // A folder may vanish while one builds; the root may not.
  const places = await placesIn(root, folder).catch(folder ? ifGone([]) : undefined);
  for (let at = 0; at < places.length; at += BATCH) {
    // By turns with everything else; each look by itself takes some microseconds.
    if (at > 0) await setImmediate();
    for (const place of places.slice(at, at + BATCH)) {
      const entry = await entryAt(root, place).catch(ifGone(undefined));
      if (entry) yield entry;
    }
  }
}

/** Sockets, pipes and devices are nothing to copy. */
async function entryAt(root: string, place: ContextPlace): Promise<ContextEntry | undefined> {
  const stats = lstatSync(onDisk(root, place), { bigint: true });
  if (stats.isSymbolicLink()) return { ...place, stats, link: await linkTarget(root, place) };
  return stats.isFile() || stats.isDirectory() ? { ...place, stats } : undefined;
}

/** Editors and compilers make and remove files all the time. */
function ifGone<T>(otherwise: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return otherwise;
    throw error;
  };
}

/** The permission bits that the image shall have; Windows has none, and Docker gives 755 there. */
export function permissions(stats: BigIntStats): number {
  return process.platform === "win32" ? 0o755 : Number(stats.mode) & 0o7777;
}
