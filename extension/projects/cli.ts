// Finds the person's Compose and builds its argument lists. Starts nothing but `… version`.
import { execFile } from "node:child_process";
import { basename, relative } from "node:path";
import type { Environment } from "../engine/connection/docker-config.ts";

/** A Compose that answers. */
export interface ComposeProgram {
  readonly program: string;
  /** What stands between the program and Compose's own arguments: `compose` for docker. */
  readonly prefix: readonly string[];
  /** `2.40.3`; empty when it does not say. */
  readonly version: string;
}

/** What Compose is called on. */
export interface ComposeTarget {
  /** Where it is started; relative files start here. */
  readonly folder: string;
  /** Absolute paths in order; none: Compose knows the project by its name alone. */
  readonly files: readonly string[];
  /** Where relative paths in the files start, if not in the first one's folder. */
  readonly projectFolder?: string;
  /** Only where the files alone would give another one. */
  readonly name?: string;
  readonly profiles?: readonly string[];
  readonly environmentFiles?: readonly string[];
}

const candidates: readonly (readonly [program: string, ...prefix: string[]])[] = [
  ["docker", "compose"],
  ["docker-compose"],
  ["podman", "compose"],
];

/** The first Compose that answers; with a path that one alone. */
export async function findCompose(
  path: string,
  env: Environment,
): Promise<ComposeProgram | undefined> {
  for (const [program, ...prefix] of path ? [fromPath(path)] : candidates) {
    const version = await ask(program, [...prefix, "version"], env);
    if (version !== undefined) return { program, prefix, version };
  }
  return undefined;
}

/** A path to docker or podman means their `compose`; every other program is Compose itself. */
function fromPath(path: string): [string, ...string[]] {
  const name = basename(path).replace(/\.exe$/i, "");
  return name === "docker" || name === "podman" ? [path, "compose"] : [path];
}

function ask(
  program: string,
  args: readonly string[],
  env: Environment,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, [...args], { env, timeout: 20_000, windowsHide: true }, (error, stdout) => {
      if (error) resolve(undefined);
      else resolve(/\bv?(\d+\.\d+(?:\.\d+)?)/.exec(stdout)?.[1] ?? "");
    });
  });
}

/** What names the project, before the verb: files, folder, name, profiles, env files. */
export function targetArguments(target: ComposeTarget): string[] {
  const { folder, files, projectFolder, name, profiles = [], environmentFiles = [] } = target;
  const near = (path: string) => shorter(folder, path);
  return [
    ...files.flatMap((file) => ["-f", near(file)]),
    ...(projectFolder ? ["--project-directory", projectFolder] : []),
    ...(name ? ["-p", name] : []),
    ...profiles.flatMap((profile) => ["--profile", profile]),
    ...environmentFiles.flatMap((file) => ["--env-file", near(file)]),
  ];
}

/** The path from the folder, if it leads downwards; a name like an option gets a folder in front. */
function shorter(folder: string, path: string): string {
  const inside = relative(folder, path);
  if (!inside || inside.startsWith("..") || inside === path) return path;
  return inside.startsWith("-") ? `./${inside}` : inside;
}

/** What stands after the verb for `up`. */
export interface UpChoice {
  readonly detach: boolean;
  readonly build: boolean;
  readonly recreate: boolean;
  readonly pull: boolean;
  readonly removeOrphans: boolean;
  readonly wait: boolean;
}

export const plainUp: UpChoice = {
  detach: true,
  build: false,
  recreate: false,
  pull: false,
  removeOrphans: false,
  wait: false,
};

export function upArguments(choice: UpChoice, services: readonly string[] = []): string[] {
  return [
    "up",
    ...(choice.detach ? ["-d"] : []),
    ...(choice.build ? ["--build"] : []),
    ...(choice.recreate ? ["--force-recreate"] : []),
    ...(choice.pull ? ["--pull", "always"] : []),
    ...(choice.removeOrphans ? ["--remove-orphans"] : []),
    ...(choice.wait && choice.detach ? ["--wait"] : []),
    ...services,
  ];
}

export interface DownChoice {
  readonly volumes: boolean;
  readonly images: boolean;
  readonly orphans: boolean;
}

export function downArguments(choice: DownChoice): string[] {
  return [
    "down",
    ...(choice.volumes ? ["--volumes"] : []),
    ...(choice.images ? ["--rmi", "local"] : []),
    ...(choice.orphans ? ["--remove-orphans"] : []),
  ];
}

/** `scale` under a name that every Compose knows; other services stay as they are. */
export function scaleArguments(service: string, count: number): string[] {
  return ["up", "-d", "--no-deps", "--no-recreate", "--scale", `${service}=${count}`, service];
}
