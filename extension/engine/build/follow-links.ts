// Which paths a COPY of some paths needs once symbolic links are followed: the links themselves
// and what they lead to, never leaving the root. Follows BuildKit's fsutil (followlinks.go).
import { readdir, readlink } from "node:fs/promises";
import { join, posix } from "node:path";
import { PatternMatcher } from "./pattern-matcher.ts";

/** Include patterns for the paths; undefined when the whole root is wanted. */
export async function followLinks(
  root: string,
  paths: readonly string[],
): Promise<string[] | undefined> {
  const resolved = new Set<string>();
  for (const path of paths) await resolve(root, path, resolved);
  const kept: string[] = [];
  for (const path of [...resolved].sort()) {
    if (path === ".") return undefined;
    if (!kept.some((parent) => path.startsWith(`${parent}/`))) kept.push(path);
  }
  return kept;
}

async function resolve(root: string, path: string, resolved: Set<string>): Promise<void> {
  const parts = inside(path).split("/");
  let current = ".";
  for (const [index, part] of parts.entries()) {
    current = posix.join(current, part);
    const rest = parts.slice(index + 1).join("/");
    const targets = await linkTargets(root, current);
    if (targets.length === 0 && rest) continue;
    if (resolved.has(current)) return;
    resolved.add(current);
    for (const target of targets) await resolve(root, posix.join(target, rest), resolved);
    return;
  }
}

/** The path made relative to the root; `..` stops there. */
function inside(path: string): string {
  return posix.normalize(`/${path}`).replace(/^\/|\/$/g, "") || ".";
}

/** Where the links go that the path names; it may have wildcards in its last part. */
async function linkTargets(root: string, path: string): Promise<string[]> {
  const folder = posix.dirname(path);
  const name = posix.basename(path);
  if (!/[*?[]/.test(name)) return linkTarget(root, path);
  const names = await readdir(join(root, folder)).catch(() => []);
  const matcher = new PatternMatcher([name]);
  const found: string[] = [];
  for (const entry of names)
    if (matcher.match(entry).matched)
      found.push(...(await linkTarget(root, posix.join(folder, entry))));
  return found;
}

async function linkTarget(root: string, path: string): Promise<string[]> {
  try {
    const target = await readlink(join(root, path));
    const slashed = process.platform === "win32" ? target.replaceAll("\\", "/") : target;
    return [inside(posix.isAbsolute(slashed) ? slashed : posix.join(posix.dirname(path), slashed))];
  } catch {
    return [];
  }
}
