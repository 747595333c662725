// The files that an image shows, made of its layers one upon the other, and what its layers carry in vain. Pure.
import type { Layer, LayerFile } from "./layers.ts";

/** A place in the tree: what is there, and what is below it. */
export interface Place {
  file: LayerFile | undefined;
  below: ReadonlyMap<string, Place>;
}

/** A file that a later layer replaces or removes: its bytes are in the image all the same. */
export interface Waste {
  readonly path: string;
  readonly size: number;
}

export interface ImageFiles {
  readonly root: Place;
  readonly waste: readonly Waste[];
}

/** The image that these layers make, the lowest first. */
export function filesOf(layers: readonly Layer[]): ImageFiles {
  const root = emptyPlace();
  const waste: Waste[] = [];
  for (const layer of layers) {
    // What a layer takes away is what stands below it, wherever in its list it says so.
    for (const file of layer) clear(root, file, waste);
    for (const file of layer) put(root, file, waste);
  }
  return { root, waste };
}

/** Below a file; a map for each would take more memory than all the rest. */
const nothing: ReadonlyMap<string, Place> = new Map();
const emptyPlace = (): Place => ({ file: undefined, below: nothing });

function mapBelow(place: Place): Map<string, Place> {
  if (place.below === nothing) place.below = new Map();
  return place.below as Map<string, Place>;
}

function placeAt(root: Place, path: string): Place | undefined {
  let place: Place | undefined = root;
  for (const name of path ? path.split("/") : []) place = place?.below.get(name);
  return place;
}

function clear(root: Place, { kind, path }: LayerFile, waste: Waste[]): void {
  if (kind === "removed") remove(root, path, waste);
  if (kind === "emptied") empty(placeAt(root, path), waste);
}

function put(root: Place, file: LayerFile, waste: Waste[]): void {
  if (file.kind === "removed" || file.kind === "emptied") return;
  let place = root;
  for (const name of file.path.split("/")) {
    let next = place.below.get(name);
    if (!next) {
      next = emptyPlace();
      mapBelow(place).set(name, next);
    }
    place = next;
  }
  if (place.file) tellWaste(place.file, waste);
  if (file.kind !== "folder") empty(place, waste);
  place.file = file;
}

function remove(root: Place, path: string, waste: Waste[]): void {
  const slash = path.lastIndexOf("/");
  const folder = placeAt(root, path.slice(0, Math.max(0, slash)));
  const name = path.slice(slash + 1);
  const place = folder?.below.get(name);
  if (!place) return;
  if (place.file) tellWaste(place.file, waste);
  empty(place, waste);
  if (folder) mapBelow(folder).delete(name);
}

function empty(place: Place | undefined, waste: Waste[]): void {
  for (const one of place?.below.values() ?? []) {
    if (one.file) tellWaste(one.file, waste);
    empty(one, waste);
  }
  if (place) place.below = nothing;
}

function tellWaste({ path, size, shared }: LayerFile, waste: Waste[]): void {
  if (size > 0 && !shared) waste.push({ path, size });
}

export interface Content {
  readonly files: number;
  readonly bytes: number;
}

/** How much stands at a place and below it; folders are no files. */
export function contentOf({ file, below }: Place): Content {
  let files = file && file.kind !== "folder" ? 1 : 0;
  let bytes = file && !file.shared ? file.size : 0;
  for (const one of below.values()) {
    const inside = contentOf(one);
    files += inside.files;
    bytes += inside.bytes;
  }
  return { files, bytes };
}
