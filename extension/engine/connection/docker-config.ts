// The CLI's folder: config.json read and written as the CLI does, other people's keys kept. Knows no engine.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The part of config.json that we know; the rest is kept as it is. */
export interface DockerConfig {
  currentContext?: string;
  auths?: Record<string, AuthEntry>;
  credsStore?: string;
  credHelpers?: Record<string, string>;
  [other: string]: unknown;
}

export interface AuthEntry {
  auth?: string;
  username?: string;
  password?: string;
  identitytoken?: string;
}

/** `$DOCKER_CONFIG` or `~/.docker`. */
export function configFolder(env: Environment): string {
  return env.DOCKER_CONFIG || join(env.HOME || homedir(), ".docker");
}

/** config.json as an object; empty when there is none or it is not JSON (the CLI warns and goes on). */
export async function readConfig(env: Environment): Promise<DockerConfig> {
  return (
    parse(await readFile(join(configFolder(env), "config.json"), "utf8").catch(() => "")) ?? {}
  );
}

/** Changes config.json; a file that is not JSON is left alone and an error is thrown. */
export async function changeConfig(
  env: Environment,
  change: (config: DockerConfig) => void,
): Promise<void> {
  const file = join(configFolder(env), "config.json");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  const config = parse(text);
  if (!config) throw new SyntaxError(`${file} is not JSON`);
  change(config);
  await replaceFile(file, `${JSON.stringify(config, undefined, "\t")}\n`);
}

/**
 * Writes a file for the owner only and in one step, so that no reader meets half of it. A link stays
 * one: what it leads to is written.
 */
export async function replaceFile(path: string, content: string | Buffer): Promise<void> {
  const file = await realpath(path).catch(() => path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const mode = await stat(file).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(draft, content, { mode });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function parse(text: string): DockerConfig | undefined {
  if (!text.trim()) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [knownKey(key), one]))
      : undefined;
  } catch {
    return undefined;
  }
}

const knownKeys = ["currentContext", "auths", "credsStore", "credHelpers"];

/** The CLI finds its keys however they are cased. */
function knownKey(key: string): string {
  return knownKeys.find((one) => one.toLowerCase() === key.toLowerCase()) ?? key;
}
