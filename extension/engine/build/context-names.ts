// The names in a folder in the order that BuildKit wants. Names are bytes to Linux, and those that old
// systems wrote (Korean ones in CP949, say) are no UTF-8: such a file is reached by its bytes only.
import { readdir, readlink } from "node:fs/promises";
import { join } from "node:path";

/** Where something lies in a context. */
export interface ContextPlace {
  /** Relative to the root, with `/` on every system. */
  readonly path: string;
  /** The same, where it is no UTF-8. */
  readonly bytes?: Buffer;
}

/** What the file system knows a place as. */
export function onDisk(root: string, { path, bytes }: ContextPlace): string | Buffer {
  return bytes ? Buffer.concat([Buffer.from(`${root}/`), bytes]) : join(root, path);
}

/** What is in the folder (of the root, where it is missing), by byte order of the names. */
export async function placesIn(root: string, folder?: ContextPlace): Promise<ContextPlace[]> {
  const path = folder ? onDisk(root, folder) : root;
  const names = await readdir(path);
  // Node reads what is no UTF-8 as this.
  if (folder?.bytes || names.some((name) => name.includes("\ufffd"))) {
    const found = await readdir(path, { encoding: "buffer" });
    return found.sort(Buffer.compare).map((name) => below(name, folder));
  }
  const before = folder ? `${folder.path}/` : "";
  return inByteOrder(names).map((name) => ({ path: before + name }));
}

function below(name: Buffer, folder: ContextPlace | undefined): ContextPlace {
  const parent = folder && [folder.bytes ?? Buffer.from(folder.path), Buffer.from("/")];
  const bytes = Buffer.concat([...(parent ?? []), name]);
  const path = bytes.toString();
  return path.includes("\ufffd") ? { path, bytes } : { path };
}

/** JavaScript orders by UTF-16, which differs only where surrogates are. */
function inByteOrder(names: string[]): string[] {
  if (names.some((name) => /[\ud800-\udfff]/.test(name)))
    return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return names.sort();
}

/** Where a link leads, as the engine is to write it. */
export async function linkTarget(root: string, place: ContextPlace): Promise<Buffer> {
  const target = await readlink(onDisk(root, place), { encoding: "buffer" });
  if (process.platform !== "win32") return target;
  return Buffer.from(target.toString().replaceAll("\\", "/"));
}
