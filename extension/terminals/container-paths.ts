// Places in files as programs in containers write them (`/app/src/main.js:10:3`), found in a line of
// text and led back to files on this machine. Pure.
import { join } from "node:path";

export interface FilePlace {
  /** Where it stands in the line, in UTF-16 units. */
  readonly start: number;
  readonly length: number;
  /** The path in the container. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface PathMount {
  readonly type: string;
  /** On the engine's machine. */
  readonly source: string;
  /** In the container. */
  readonly target: string;
}

/** `/a/b.c:1:2`, `/a/b.c(1,2)`, and Python's `"/a/b.c", line 1`. */
const PLACE =
  /(?<![\w./:-])(\/(?:[\w.@+-]+\/)*[\w.@+-]*\w\.\w+)(?::(\d+)(?::(\d+))?|\((\d+)(?:,\s?(\d+))?\)|", line (\d+))/g;

/** All places in files that a line names. */
export function placesIn(line: string): FilePlace[] {
  return [...line.matchAll(PLACE)].map((match) => {
    const [whole, path = "", colon, column, round, roundColumn, python] = match;
    return {
      start: match.index,
      length: whole.length,
      path,
      line: Number(colon ?? round ?? python),
      column: Number(column ?? roundColumn ?? 1),
    };
  });
}

/**
 * Where the file may lie on this machine, likeliest first: behind a bind mount, else in a workspace
 * folder that was copied into the image (`/app/src/a.js` → `src/a.js`, then `a.js`).
 */
export function candidates(
  path: string,
  mounts: readonly PathMount[],
  folders: readonly string[],
): string[] {
  const bound = mounts
    .filter(({ type, target }) => type === "bind" && within(path, target))
    .sort((a, b) => b.target.length - a.target.length)
    .map(({ source, target }) => join(source, path.slice(target.length)));
  const parts = path.split("/").slice(1);
  if (parts.includes("..")) return [];
  const copied = parts.flatMap((_, dropped) =>
    folders.map((folder) => join(folder, ...parts.slice(dropped))),
  );
  return [...bound, ...copied];
}

function within(path: string, folder: string): boolean {
  return folder === "/" || path === folder || path.startsWith(`${folder.replace(/\/$/, "")}/`);
}
