// Walks a build context in the order that BuildKit wants, and gives what its patterns leave. Both
// ways of sending a context (file-sync.ts, context-tar.ts) use it.
import type { BigIntStats } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { followLinks } from "./follow-links.ts";
import { type ParentMatch, PatternMatcher } from "./pattern-matcher.ts";

export interface ContextEntry {
  /** Relative to the root, with `/` on every system. */
  readonly path: string;
  readonly stats: BigIntStats;
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
  yield* walkFolder(root, undefined, include, exclude);
}

async function* walkFolder(
  root: string,
  parent: Folder | undefined,
  include: PatternMatcher,
  exclude: PatternMatcher,
): AsyncGenerator<ContextEntry> {
  for await (const { path, stats } of entries(root, parent?.path ?? "")) {
    const included = include.isEmpty
      ? { matched: true, info: undefined }
      : include.match(path, parent?.included);
    const excluded = exclude.match(path, parent?.excluded);
    const given = included.matched && !excluded.matched;
    if (given) {
      yield* ungivenParents(parent);
      yield { path, stats };
    }
    const inside =
      stats.isDirectory() &&
      (included.matched || include.mayMatchInside(path, false)) &&
      (!excluded.matched || exclude.mayMatchInside(path, true));
    if (!inside) continue;
    const folder = { path, stats, parent, included: included.info, excluded: excluded.info, given };
    yield* walkFolder(root, folder, include, exclude);
  }
}

function* ungivenParents(folder: Folder | undefined): Generator<ContextEntry> {
  if (!folder || folder.given) return;
  yield* ungivenParents(folder.parent);
  folder.given = true;
  yield { path: folder.path, stats: folder.stats };
}

/** How many files are looked at at a time. */
const BATCH = 64;

async function* entries(root: string, folder: string): AsyncGenerator<ContextEntry> {
  const found = await readdir(join(root, folder), { withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile() || entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (let at = 0; at < names.length; at += BATCH)
    yield* await Promise.all(
      names.slice(at, at + BATCH).map(async (name) => {
        const path = folder ? `${folder}/${name}` : name;
        return { path, stats: await lstat(join(root, path), { bigint: true }) };
      }),
    );
}

/** The permission bits that the image shall have; Windows has none, and Docker gives 755 there. */
export function permissions(stats: BigIntStats): number {
  return process.platform === "win32" ? 0o755 : Number(stats.mode) & 0o7777;
}
