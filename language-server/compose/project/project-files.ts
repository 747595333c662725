// Which files make one project with a given file: what COMPOSE_FILE names, or the base file and
// its override beside it. Knows names and `.env` files, nothing of their content.
import type { Host } from "../../host.ts";
import { folderOf, nameOf, resolveUri } from "../uri.ts";
import { readEnvFile } from "../variables/environment.ts";

/** What a project is loaded with, beside the file that is asked about. */
export interface ProjectChoice {
  /** Addresses of all its files, in the order in which they are laid over each other. */
  readonly files?: readonly string[];
  /** Relative paths start here; the folder of the first file, if missing. */
  readonly folder?: string;
  /** Instead of COMPOSE_PROFILES. */
  readonly profiles?: readonly string[];
  /** Addresses of env files instead of `.env`. */
  readonly envFiles?: readonly string[];
  /** Instead of COMPOSE_PROJECT_NAME, `name` and the folder's. */
  readonly name?: string;
}

/** The names that Compose looks for, the preferred one first. */
export const baseNames: readonly string[] = [
  "compose.yaml",
  "compose.yml",
  "docker-compose.yaml",
  "docker-compose.yml",
];

/** A parent's `.env` may name files in folders below it, this deep. */
const deepest = 4;

/** The project that a file belongs to when `docker compose` is called without `-f`; undefined if it is none by itself. */
export function projectOf(uri: string, host: Host): ProjectChoice | undefined {
  return nameOf(uri) === ".env"
    ? namedBeside(uri, host)
    : (namedProject(uri, host) ?? baseProject(uri, host));
}

/** The project whose files this very `.env` names. */
function namedBeside(uri: string, host: Host): ProjectChoice | undefined {
  const files = filesNamedIn(folderOf(uri), host);
  return files && { files, envFiles: envFilesOf(folderOf(uri), files, host) };
}

/** The project whose COMPOSE_FILE names the file. */
function namedProject(uri: string, host: Host): ProjectChoice | undefined {
  let folder = folderOf(uri);
  for (let depth = 0; depth < deepest; depth++) {
    const files = filesNamedIn(folder, host);
    if (files?.includes(uri))
      return depth === 0 ? { files } : { files, envFiles: envFilesOf(folder, files, host) };
    const parent = folderOf(folder.slice(0, -1));
    const inside = host.folders.some((root) => parent.startsWith(root.replace(/\/?$/, "/")));
    if (!inside) return undefined;
    folder = parent;
  }
  return undefined;
}

function filesNamedIn(folder: string, host: Host): readonly string[] | undefined {
  const given = (name: string) =>
    Object.hasOwn(host.environment, name) ? host.environment[name] : undefined;
  const env = readEnvFile(host, resolveUri(folder, ".env"), given);
  const value = (name: string) => given(name) ?? env?.variables.get(name)?.value;
  const list = value("COMPOSE_FILE");
  if (!list) return undefined;
  const separator = value("COMPOSE_PATH_SEPARATOR") || (list.includes(";") ? ";" : ":");
  return list
    .split(separator)
    .filter((path) => path.trim() !== "")
    .map((path) => resolveUri(folder, path.trim()));
}

/** The `.env` of the folder in which one calls Compose, before that of the first file. */
function envFilesOf(folder: string, [first = ""]: readonly string[], host: Host) {
  return [resolveUri(folder, ".env"), resolveUri(folderOf(first), ".env")].filter(
    (file) => host.files.kind(file) === "file",
  );
}

function baseProject(uri: string, host: Host): ProjectChoice | undefined {
  const folder = folderOf(uri);
  const name = nameOf(uri);
  if (!baseNames.includes(name)) return undefined;
  const stem = name.replace(/\.ya?ml$/, "");
  const override = [`${stem}.override.yml`, `${stem}.override.yaml`].find(
    (file) => host.files.kind(folder + file) === "file",
  );
  return { files: override ? [uri, folder + override] : [uri] };
}

/** The base file that an overlay such as `compose.test.yaml` is laid over. */
export function baseBeside(uri: string, host: Host): string | undefined {
  if (!/^(?:docker-)?compose\.[^.]+\.ya?ml$/.test(nameOf(uri))) return undefined;
  const folder = folderOf(uri);
  const base = baseNames.find((file) => host.files.kind(folder + file) === "file");
  return base && folder + base;
}
