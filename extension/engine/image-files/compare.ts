// What differs between the files of two images. Pure.
import type { LayerFile } from "./layers.ts";
import { contentOf, type Place } from "./tree.ts";

/** What of a file is not the same. */
export type Aspect = "kind" | "content" | "target" | "mode" | "owner";

export interface FileChange {
  /** From the root, with a slash at the end of a folder. */
  readonly path: string;
  readonly change: "added" | "removed" | "changed";
  /** Bytes on either side, with all that is below it. */
  readonly before: number;
  readonly after: number;
  /** How many files came or went; 1 for a file. */
  readonly files: number;
  /** What stands there in the newer image, and what in the older one. */
  readonly newer: Place | undefined;
  readonly older: Place | undefined;
  /** Of a changed one. */
  readonly aspects: readonly Aspect[];
}

/** The changes from one image to another by path. A folder that came or went as a whole is one change. */
export function compareFiles(older: Place, newer: Place): FileChange[] {
  const changes: FileChange[] = [];
  compareBelow(older, newer, "/", changes);
  return changes;
}

function compareBelow(older: Place, newer: Place, at: string, changes: FileChange[]): void {
  for (const name of new Set([...older.below.keys(), ...newer.below.keys()].sort())) {
    const [old, fresh] = [older.below.get(name), newer.below.get(name)];
    const aspects = old && fresh ? differences(old.file, fresh.file) : [];
    const isFolder = [old, fresh].some((one) => one && isFolderPlace(one));
    const path = `${at}${name}${isFolder ? "/" : ""}`;
    if (!old || !fresh || aspects.length > 0) changes.push(changeOf(path, old, fresh, aspects));
    if (old && fresh && !aspects.includes("kind")) compareBelow(old, fresh, path, changes);
  }
}

const isFolderPlace = ({ file, below }: Place) => file?.kind === "folder" || below.size > 0;

function changeOf(
  path: string,
  older: Place | undefined,
  newer: Place | undefined,
  aspects: readonly Aspect[],
): FileChange {
  // A folder of which only the mode differs has nothing to do with what is in it.
  const whole = aspects.length === 0 || aspects.includes("kind");
  const content = (place: Place | undefined) =>
    whole && place ? contentOf(place) : { files: 1, bytes: place?.file?.size ?? 0 };
  const [before, after] = [content(older), content(newer)];
  return {
    path,
    change: older ? (newer ? "changed" : "removed") : "added",
    before: older ? before.bytes : 0,
    after: newer ? after.bytes : 0,
    files: newer ? after.files : before.files,
    newer,
    older,
    aspects,
  };
}

/** Times are left out: a new build changes them all. A folder that no layer speaks of differs in nothing. */
function differences(older: LayerFile | undefined, newer: LayerFile | undefined): Aspect[] {
  if (!older || !newer || older === newer) return [];
  if (older.kind !== newer.kind) return ["kind"];
  const aspects: readonly [Aspect, unknown, unknown][] = [
    ["content", older.digest, newer.digest],
    ["target", older.target, newer.target],
    ["mode", older.mode, newer.mode],
    ["owner", older.owner, newer.owner],
  ];
  return aspects.filter(([, a, b]) => a !== b).map(([aspect]) => aspect);
}

/** The files that came or went with a folder, by path; nothing for a file. */
export function* filesBelow(place: Place | undefined, at: string): Generator<[string, number]> {
  if (!place) return;
  for (const name of [...place.below.keys()].sort()) {
    const one = place.below.get(name);
    if (!one) continue;
    if (isFolderPlace(one)) yield* filesBelow(one, `${at}${name}/`);
    else yield [`${at}${name}`, one.file?.size ?? 0];
  }
}
