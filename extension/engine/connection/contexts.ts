// Docker contexts in the CLI's own files: list, create, remove, use, watch. Knows no engine.
import { createHash } from "node:crypto";
import { type Stats, statSync, unwatchFile, watch, watchFile } from "node:fs";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Disposable } from "../disposable.ts";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import { changeConfig, configFolder, type Environment, replaceFile } from "./docker-config.ts";

/** The files of a TLS endpoint, and whether its certificate is verified. */
export interface TlsFiles {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  readonly verify: boolean;
}

export interface DockerContext {
  readonly name: string;
  readonly host: string;
  readonly description?: string;
  /** Set when the context has TLS files, or says not to verify. */
  readonly tls?: TlsFiles;
  /** Why it cannot be used, for a damaged one. */
  readonly error?: string;
}

/** What a new context is made from; TLS files are copied, as the CLI does. */
export interface NewContext {
  name: string;
  host: string;
  description?: string;
  tls?: { ca?: string; cert?: string; key?: string; skipVerify?: boolean };
}

interface Meta {
  Name?: string;
  Metadata?: { Description?: string };
  Endpoints?: { docker?: { Host?: string; SkipTLSVerify?: boolean } };
}

const folderName = (name: string) => createHash("sha256").update(name).digest("hex");
const metaFolder = (env: Environment) => join(configFolder(env), "contexts", "meta");
const tlsFolder = (env: Environment, name: string) =>
  join(configFolder(env), "contexts", "tls", folderName(name), "docker");

/** The contexts of the CLI by name, without the built-in `default`. Damaged ones are there with an error. */
export async function listContexts(env: Environment): Promise<DockerContext[]> {
  const entries = await readdir(metaFolder(env)).catch(() => []);
  const contexts = await Promise.all(entries.map((entry) => readContext(env, entry)));
  return contexts.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readContext(env: Environment, entry: string): Promise<DockerContext[]> {
  try {
    const file = await readFile(join(metaFolder(env), entry, "meta.json"), "utf8");
    const meta = JSON.parse(file) as Meta;
    const docker = meta.Endpoints?.docker;
    if (typeof meta.Name !== "string" || typeof docker?.Host !== "string") return [];
    const tls = await tlsFiles(tlsFolder(env, meta.Name), docker.SkipTLSVerify === true);
    const description = meta.Metadata?.Description;
    return [
      {
        name: meta.Name,
        host: docker.Host,
        ...(typeof description === "string" && description ? { description } : {}),
        ...(tls ? { tls } : {}),
      },
    ];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    return [{ name: entry, host: "", error: String((error as Error).message) }];
  }
}

async function tlsFiles(folder: string, skipVerify: boolean): Promise<TlsFiles | undefined> {
  const present: { ca?: string; cert?: string; key?: string } = {};
  for (const part of ["ca", "cert", "key"] as const) {
    const file = join(folder, `${part}.pem`);
    if (
      await stat(file).then(
        (found) => found.isFile(),
        () => false,
      )
    )
      present[part] = file;
  }
  if (Object.keys(present).length === 0 && !skipVerify) return undefined;
  return { ...present, verify: !skipVerify };
}

/** Writes a new context as `docker context create` does. */
export async function createContext(env: Environment, context: NewContext): Promise<void> {
  const { name, host, description, tls } = context;
  checkName(name);
  if ((await listContexts(env)).some((one) => one.name === name))
    throw new EngineError("conflict", t("There is already a Docker context “{0}”.", name));
  const meta = {
    Name: name,
    Metadata: description ? { Description: description } : {},
    Endpoints: { docker: { Host: host, SkipTLSVerify: tls?.skipVerify === true } },
  };
  for (const part of ["ca", "cert", "key"] as const) {
    const source = tls?.[part];
    if (source)
      await replaceFile(join(tlsFolder(env, name), `${part}.pem`), await readFile(source));
  }
  await replaceFile(join(metaFolder(env), folderName(name), "meta.json"), JSON.stringify(meta));
}

/** Removes a context with its TLS files; if it is the current one, the default is current again. */
export async function removeContext(env: Environment, name: string): Promise<void> {
  checkName(name);
  await rm(join(metaFolder(env), folderName(name)), { recursive: true, force: true });
  await rm(join(configFolder(env), "contexts", "tls", folderName(name)), {
    recursive: true,
    force: true,
  });
  await changeConfig(env, (config) => {
    if (config.currentContext === name) delete config.currentContext;
  });
}

/** Makes a context the CLI's current one; `default` unsets it. */
export async function useContext(env: Environment, name: string): Promise<void> {
  if (name !== "default" && !(await listContexts(env)).some((one) => one.name === name))
    throw new EngineError("notFound", t("The Docker context “{0}” does not exist.", name));
  await changeConfig(env, (config) => {
    if (name === "default") delete config.currentContext;
    else config.currentContext = name;
  });
}

// https://docs.docker.com/engine/manage-resources/contexts/: names as the CLI allows them
function checkName(name: string): void {
  if (name !== "default" && /^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$/.test(name)) return;
  throw new EngineError("invalid", t("“{0}” cannot be the name of a Docker context.", name), {
    remedy: t(
      "Use at least two letters, digits, or the signs _ . + -, beginning with a letter or digit.",
    ),
  });
}

/**
 * Calls back when config.json or a context changes, at most once per 100 ms. Folders that do not exist
 * yet are waited for in those above them.
 */
export function watchContexts(env: Environment, onChange: () => void): Disposable {
  const folder = configFolder(env);
  const watchers: Watchers = new Map();
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;
  const changed = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void attach();
      onChange();
    }, 100);
  };
  const attach = async () => {
    const meta = metaFolder(env);
    const entries = await readdir(meta).catch(() => []);
    if (disposed) return;
    const above = nearest(dirname(folder));
    const contexts = [join(folder, "contexts"), meta, ...entries.map((one) => join(meta, one))];
    // What else happens above is of no interest, as long as the folder does not appear.
    const wanted = identity(folder)
      ? [folder, ...contexts].map((at) => ({ at, tell: changed }))
      : [{ at: above, tell: () => void (nearest(folder) !== above && changed()) }];
    const found = new Map(wanted.map((one) => [`${identity(one.at)} ${one.at}`, one]));
    for (const [key, watcher] of watchers) {
      if (found.has(key)) continue;
      watcher.close();
      watchers.delete(key);
    }
    for (const [key, { at, tell }] of found) watchFolder(watchers, key, at, tell);
    // It may have appeared before it was waited for.
    if (wanted[0]?.at !== nearest(folder)) changed();
  };
  void attach();
  return {
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** The folder, or the first above it that exists. */
function nearest(folder: string): string {
  const above = dirname(folder);
  return identity(folder) || above === folder ? folder : nearest(above);
}

/** Tells a folder from another one that takes its place later: a watch is of one folder only. */
function identity(folder: string): string {
  try {
    const { ino, birthtimeMs } = statSync(folder);
    return `${ino} ${birthtimeMs}`;
  } catch {
    return "";
  }
}

type Watchers = Map<string, { close(): void }>;

function watchFolder(watchers: Watchers, key: string, at: string, changed: () => void): void {
  if (watchers.has(key)) return;
  try {
    const watcher = watch(at, { persistent: false }, changed);
    watcher.on("error", () => {
      watcher.close();
      watchers.delete(key);
    });
    watchers.set(key, watcher);
  } catch (error) {
    // Not there yet: its parent tells. Else the system has no watches left to give.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      watchers.set(key, lookNowAndThen(at, changed));
  }
}

/** For want of a watch: the folder, and the file in it that may be written in its place. */
function lookNowAndThen(folder: string, changed: () => void): { close(): void } {
  const paths = [folder, join(folder, "config.json"), join(folder, "meta.json")];
  const look = (now: Stats, before: Stats) => {
    if (now.mtimeMs !== before.mtimeMs) changed();
  };
  for (const path of paths) watchFile(path, { interval: 2000, persistent: false }, look);
  return { close: () => paths.forEach((path) => void unwatchFile(path, look)) };
}
