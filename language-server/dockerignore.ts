// Reads .dockerignore and says which line excludes a path. Pure; the file's place is the host's affair.

import { posix } from "node:path";

export interface Ignore {
  /** The line, from 1, that excludes a path of the context or a folder above it. */
  lineExcluding(path: string): number | undefined;
  /** Whether a pattern with `!` may take something below an excluded folder back. */
  takesBackBelow(folder: string): boolean;
}

interface Pattern {
  readonly line: number;
  readonly negated: boolean;
  readonly text: string;
  readonly matches: RegExp;
}

/** Reads the text of a .dockerignore. */
export function readIgnore(text: string): Ignore {
  const patterns = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((line, index) => readPattern(line, index + 1));
  return {
    lineExcluding: (path) => lineExcluding(patterns, path),
    takesBackBelow: (folder) =>
      patterns.some(({ negated, text }) => negated && mayLieBelow(text.split("/"), folder)),
  };
}

/**
 * Goes down to the path folder by folder, as Docker's matcher does: what a folder matched holds for
 * all that is in it, and a pattern that cannot change the verdict at a folder is not tried there, so
 * that it holds nothing for what is inside.
 */
function lineExcluding(patterns: readonly Pattern[], path: string): number | undefined {
  const parts = path.split("/");
  let held: readonly boolean[] = [];
  let excluding: Pattern | undefined;
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join("/");
    const above = held;
    excluding = undefined;
    held = patterns.map((pattern, index) => {
      const tried = pattern.negated === (excluding !== undefined);
      const hit = above[index] || (tried && pattern.matches.test(folder));
      if (hit) excluding = pattern.negated ? undefined : pattern;
      return hit;
    });
  }
  return excluding?.line;
}

function readPattern(text: string, line: number): Pattern[] {
  if (text.startsWith("#") || text.trim() === "") return [];
  const negated = text.trim().startsWith("!");
  const bare = text
    .trim()
    .slice(negated ? 1 : 0)
    .trim();
  const pattern = posix.normalize(bare).replace(/^\//, "").replace(/\/$/, "");
  if (pattern === "" || pattern === ".") return [];
  try {
    return [
      { line, negated, text: pattern, matches: new RegExp(`^${patternSource(pattern)}$`, "s") },
    ];
  } catch {
    return [];
  }
}

function mayLieBelow(pattern: readonly string[], folder: string): boolean {
  const parts = folder.split("/");
  for (const [index, part] of parts.entries()) {
    const own = pattern[index];
    if (own === "**") return true;
    if (own === undefined || !(own === part || /[*?[\\]/.test(own))) return false;
  }
  return pattern.length > parts.length;
}

const TOKENS = /\*\*\/?|\*|\?|\[[^\]]*\]|\\.|[\s\S]/g;

function patternSource(pattern: string): string {
  return pattern.replace(TOKENS, (token) => {
    if (token === "**/") return "(?:.*/)?";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.length > 1 && token.startsWith("[")) return token.replace(/\\/g, "\\\\");
    return token.replace(/^\\(?=.)/, "").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  });
}
