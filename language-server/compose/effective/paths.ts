// Paths in the effective project: absolute, as Compose hands them to the engine.
import { resolveUri } from "../uri.ts";

/** What a build's context may be instead of a folder. */
const remote =
  /^(?:https?|git|ssh|oci|docker-image|target|service):|^git@|^github\.com\/|\.git(?:#|$)/;

/** A path as the machine writes it, relative ones put below a folder's address. */
export function absolutePath(
  folder: string,
  path: string,
  environment: Readonly<Record<string, string>>,
): string {
  const home = environment.HOME ?? environment.USERPROFILE;
  if (path.startsWith("~"))
    return home === undefined ? path : home + path.slice(1).replace(/^(?![/\\]|$)/, "/");
  if (/^[A-Za-z]:[\\/]|^\\\\/.test(path)) return path;
  // Compose cleans a path only where it has to join two.
  if (path.startsWith("/") && !/\/\.{1,2}(?:\/|$)/.test(path)) return path;
  return pathOf(resolveUri(folder, path)) || "/";
}

export function isRemote(context: string): boolean {
  return remote.test(context);
}

/** The path of a file's address. */
export function pathOf(uri: string): string {
  const path = decodeURIComponent(uri.replace(/^[\w+.-]+:\/\/[^/]*/, "")).replace(/(.)\/$/, "$1");
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1).replaceAll("/", "\\") : path;
}
