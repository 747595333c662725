// The docker line that equals a build.
import { join } from "node:path";
import { engineLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";

/** What a build was asked for, as far as the command line shows it. */
export interface BuildLineWish {
  readonly folder: string;
  readonly dockerfile: string;
  readonly tag?: string | undefined;
  readonly target?: string | undefined;
  readonly platform?: string | undefined;
  readonly args?: Readonly<Record<string, string>> | undefined;
  /** Files by the id of the secret. */
  readonly secretFiles?: Readonly<Record<string, string>> | undefined;
  /** Ids of mounts that the ssh agent is lent to. */
  readonly ssh?: readonly string[] | undefined;
  readonly noCache?: boolean;
  readonly pull?: boolean;
}

/** `docker build …` with every option that was chosen, to be pasted into a shell; for this engine, where it is known. */
export const buildLine = (wish: BuildLineWish, engine?: Pick<Engine, "endpoint">): string =>
  engineLine(engine, "build", ...buildArguments(wish));

/** What stands behind `docker build`. */
export function buildArguments(wish: BuildLineWish): string[] {
  const option = (name: string, value: string | undefined) => (value ? [name, value] : []);
  const each = (name: string, values: Readonly<Record<string, string>> | undefined, text: Pair) =>
    Object.entries(values ?? {}).flatMap(([key, value]) => [name, text(key, value)]);
  return [
    ...option("-t", wish.tag),
    // The CLI looks for it from where one stands, not in the context.
    ...option("-f", wish.dockerfile === join(wish.folder, "Dockerfile") ? "" : wish.dockerfile),
    ...option("--target", wish.target),
    ...option("--platform", wish.platform),
    ...each("--build-arg", wish.args, (name, value) => `${name}=${value}`),
    ...each("--secret", wish.secretFiles, (id, file) => `id=${id},src=${file}`),
    ...(wish.ssh ?? []).flatMap((id) => ["--ssh", id]),
    ...(wish.noCache ? ["--no-cache"] : []),
    ...(wish.pull ? ["--pull"] : []),
    wish.folder,
  ];
}

type Pair = (key: string, value: string) => string;
