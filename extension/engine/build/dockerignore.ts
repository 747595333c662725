// Reads .dockerignore as the engine does, and finds the one that goes with a Dockerfile. The
// patterns' meaning is in pattern-matcher.ts.
import { readFile } from "node:fs/promises";
import { join, posix } from "node:path";

/** The patterns in a .dockerignore, comments and empty lines gone, `/a` and `./a` made `a`. */
export function parseDockerignore(text: string): string[] {
  const patterns: string[] = [];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    // Only a `#` in the first column makes a comment.
    const trimmed = line.startsWith("#") ? "" : line.trim();
    if (!trimmed) continue;
    const negated = trimmed.startsWith("!");
    const bare = negated ? trimmed.slice(1).trim() : trimmed;
    const cleaned = bare && posix.normalize(bare).replace(/(.)\/$/, "$1");
    const relative = cleaned.length > 1 ? cleaned.replace(/^\//, "") : cleaned;
    patterns.push(negated ? `!${relative}` : relative);
  }
  return patterns;
}

/**
 * The patterns that hold for a build: those of `<Dockerfile>.dockerignore` beside the Dockerfile,
 * else those of `.dockerignore` in the build context, else none.
 */
export async function ignorePatterns(contextFolder: string, dockerfile: string): Promise<string[]> {
  const text =
    (await readIfThere(`${dockerfile}.dockerignore`)) ??
    (await readIfThere(join(contextFolder, ".dockerignore")));
  return text === undefined ? [] : parseDockerignore(text);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
