// Reads .dockerignore and says which line excludes a path. Pure; the file's place is the host's affair.

export interface Ignore {
  /** A pattern with `!` takes something back. */
  readonly hasExceptions: boolean;
  /** The line, from 1, that excludes a path of the context or a folder above it. */
  lineExcluding(path: string): number | undefined;
}

interface Pattern {
  readonly line: number;
  readonly negated: boolean;
  readonly matches: RegExp;
}

/** Reads the text of a .dockerignore. */
export function readIgnore(text: string): Ignore {
  const patterns = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((line, index) => readPattern(line, index + 1));
  return {
    hasExceptions: patterns.some(({ negated }) => negated),
    lineExcluding(path) {
      const last = patterns.findLast(({ matches }) => matches.test(path));
      return last && !last.negated ? last.line : undefined;
    },
  };
}

function readPattern(text: string, line: number): Pattern[] {
  if (text.startsWith("#") || text.trim() === "") return [];
  const negated = text.trim().startsWith("!");
  const bare = text
    .trim()
    .slice(negated ? 1 : 0)
    .trim();
  const pattern = bare.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
  if (pattern === "" || pattern === ".") return [];
  try {
    // A pattern that matches a folder matches what is in it.
    return [{ line, negated, matches: new RegExp(`^${patternSource(pattern)}(?:/.*)?$`, "s") }];
  } catch {
    return [];
  }
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
