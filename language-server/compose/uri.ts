// Addresses of files as text: `file:///a/b%20c`. Pure.

/** The folder of a file, with its `/`. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/") + 1);
}

export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The last addresses that were made: the same are asked for at each key. */
const resolved = new Map<string, string>();
const mostResolved = 4_000;

/** The address of a path, relative to a folder's address or absolute. */
export function resolveUri(folder: string, path: string): string {
  const key = `${folder}\n${path}`;
  const known = resolved.get(key);
  if (known !== undefined) return known;
  if (resolved.size >= mostResolved) resolved.clear();
  const made = resolve(folder, path);
  resolved.set(key, made);
  return made;
}

function resolve(folder: string, path: string): string {
  const plain = path.replaceAll("\\", "/");
  const encoded = plain
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/%3A/gi, ":"))
    .join("/");
  const [, scheme = "file://", rest = ""] = /^([\w+.-]+:\/\/[^/]*)(.*)$/.exec(folder) ?? [];
  if (/^[A-Za-z]:\//.test(plain)) return `${scheme}/${normal(encoded)}`;
  return (
    scheme + normal(plain.startsWith("/") ? encoded : `${rest.replace(/\/?$/, "/")}${encoded}`)
  );
}

function normal(path: string): string {
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === ".") continue;
    if (part === ".." && kept.length > 1) kept.pop();
    else if (part !== "..") kept.push(part);
  }
  return kept.join("/");
}
